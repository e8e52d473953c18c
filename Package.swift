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
        .library(name: "GeographyModel", targets: ["GeographyModel"]),
        .library(name: "SpatialStore", targets: ["SpatialStore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // The words that every other target speaks.
        .target(name: "GeographyModel", swiftSettings: houseRules),
        // The C door to SpatiaLite and SQLite.
        .systemLibrary(
            name: "CSpatiaLite", pkgConfig: "spatialite",
            providers: [.apt(["libspatialite-dev", "libsqlite3-dev"]), .brew(["libspatialite"])]),
        // The store: open, migrate, write, read. The only target that knows SQL connections.
        .target(
            name: "SpatialStore",
            dependencies: ["GeographyModel", "CSpatiaLite", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: houseRules),
        // The library: one method for each question that people bring.
        .target(
            name: "HealthLiteracy", dependencies: ["GeographyModel", "SpatialStore"], swiftSettings: houseRules),
        .testTarget(name: "GeographyModelTests", dependencies: ["GeographyModel"], swiftSettings: houseRules),
    ]
)
