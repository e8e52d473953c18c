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
        .library(name: "GeographyModel", targets: ["GeographyModel"])
    ],
    dependencies: [],
    targets: [
        // The words that every other target speaks.
        .target(name: "GeographyModel", swiftSettings: houseRules),
        .testTarget(name: "GeographyModelTests", dependencies: ["GeographyModel"], swiftSettings: houseRules),
    ]
)
