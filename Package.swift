// swift-tools-version: 6.1
import PackageDescription

/// Every target is held to the same rules, so that a file reads the same wherever it lives.
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "health-literacy-geodata",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hlgeo", targets: ["hlgeo"]),
        .library(
            name: "HealthLiteracy",
            targets: [
                "HealthLiteracy", "GeographyModel", "SourceReaders", "BoundaryTopology", "SmallAreaEstimation",
                "RankInference", "SiteSelection", "SpatialStore", "QueryEngine", "FeatureFormats",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The C doors: SpatiaLite with SQLite, gzip, and the solver CBC.
        .systemLibrary(
            name: "CSpatiaLite", pkgConfig: "spatialite",
            providers: [.apt(["libspatialite-dev", "libsqlite3-dev"]), .brew(["libspatialite"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"]), .brew(["cbc"])]),

        // The words that every other target speaks.
        .target(name: "GeographyModel", swiftSettings: houseRules),
        // Files that people bring: bytes in, rows and boundaries out, with a diagnostic for every problem.
        .target(
            name: "SourceReaders",
            dependencies: ["GeographyModel", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: houseRules),
        // Polygons become arcs that neighbours share: generalisation, dissolving, contiguity, TopoJSON.
        .target(name: "BoundaryTopology", dependencies: ["GeographyModel"], swiftSettings: houseRules),
        // Draws or intervals become rank intervals, comparisons, classes and measures of pattern and inequality.
        .target(name: "RankInference", dependencies: ["GeographyModel"], swiftSettings: houseRules),
        // Coefficients and census margins become the expected figure of every area, with its posterior draws.
        .target(name: "SmallAreaEstimation", dependencies: ["GeographyModel"], swiftSettings: houseRules),
        // Demand, candidates and constraints become the best sites, with a proof, and areas to compare them with.
        .target(name: "SiteSelection", dependencies: ["GeographyModel", "CCbc"], swiftSettings: houseRules),
        // The store: open, migrate, write, read. The only target that knows SQL connections.
        .target(
            name: "SpatialStore",
            dependencies: ["GeographyModel", "CSpatiaLite", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: houseRules),
        // Filters in CQL2 become a plan, bound SQL and pages of features; points find their area.
        .target(
            name: "QueryEngine", dependencies: ["GeographyModel", "SourceReaders", "SpatialStore"],
            swiftSettings: houseRules),
        // Answers as bytes: feature formats, listings and maps, one a file.
        .target(name: "FeatureFormats", dependencies: ["GeographyModel"], swiftSettings: houseRules),
        // The library: one method for each question that people bring, and for each import.
        .target(
            name: "HealthLiteracy",
            dependencies: [
                "GeographyModel", "SourceReaders", "BoundaryTopology", "SmallAreaEstimation", "RankInference",
                "SiteSelection", "SpatialStore", "QueryEngine", "FeatureFormats",
            ],
            swiftSettings: houseRules),

        // The answers over HTTP: OGC API – Features and the project's own questions.
        .target(
            name: "FeatureServer",
            dependencies: [
                "GeographyModel", "SpatialStore", "QueryEngine", "FeatureFormats", "HealthLiteracy", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Pages/Assets")], swiftSettings: houseRules),

        // The program.
        .executableTarget(
            name: "hlgeo",
            dependencies: [
                "GeographyModel", "SiteSelection", "SpatialStore", "QueryEngine", "FeatureFormats", "HealthLiteracy",
                "FeatureServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: houseRules),
        // Builds the embedded data set from its open sources; used by Scripts/build-geodata alone.
        .executableTarget(
            name: "GeoDataBuilder",
            dependencies: ["GeographyModel", "SourceReaders", "BoundaryTopology", "FeatureFormats"],
            swiftSettings: houseRules),

        // What several test targets share; no product contains it.
        .target(
            name: "TestSupport", dependencies: ["GeographyModel", "SpatialStore", "HealthLiteracy"],
            path: "Tests/TestSupport", swiftSettings: houseRules),
        .testTarget(name: "GeographyModelTests", dependencies: ["GeographyModel"], swiftSettings: houseRules),
        .testTarget(
            name: "SourceReadersTests", dependencies: ["SourceReaders", "GeographyModel"], swiftSettings: houseRules),
        .testTarget(
            name: "BoundaryTopologyTests", dependencies: ["BoundaryTopology", "GeographyModel"],
            swiftSettings: houseRules),
        .testTarget(
            name: "RankInferenceTests", dependencies: ["RankInference", "GeographyModel"], swiftSettings: houseRules),
        .testTarget(
            name: "SmallAreaEstimationTests", dependencies: ["SmallAreaEstimation", "GeographyModel"],
            swiftSettings: houseRules),
        .testTarget(
            name: "SiteSelectionTests", dependencies: ["SiteSelection", "GeographyModel"], exclude: ["Vectors"],
            swiftSettings: houseRules),
        .testTarget(
            name: "FeatureFormatsTests", dependencies: ["FeatureFormats", "GeographyModel", "TestSupport"],
            exclude: ["Goldens"], swiftSettings: houseRules),
        .testTarget(
            name: "SpatialStoreTests",
            dependencies: ["SpatialStore", "HealthLiteracy", "GeographyModel", "TestSupport"],
            swiftSettings: houseRules),
        .testTarget(
            name: "QueryEngineTests",
            dependencies: ["QueryEngine", "HealthLiteracy", "SpatialStore", "GeographyModel", "TestSupport"],
            swiftSettings: houseRules),
        .testTarget(
            name: "HealthLiteracyTests",
            dependencies: [
                "HealthLiteracy", "FeatureFormats", "QueryEngine", "RankInference", "SiteSelection", "SourceReaders",
                "SpatialStore", "BoundaryTopology", "GeographyModel", "TestSupport",
            ],
            swiftSettings: houseRules),
        .testTarget(
            name: "FeatureServerTests",
            dependencies: [
                "FeatureServer", "HealthLiteracy", "QueryEngine", "SpatialStore", "GeographyModel", "TestSupport",
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["Pages/Goldens"], swiftSettings: houseRules),
        .testTarget(
            name: "HLGeoTests",
            dependencies: [
                "TestSupport", "GeographyModel", "FeatureServer", "hlgeo",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], exclude: ["Goldens"], swiftSettings: houseRules),
    ]
)
