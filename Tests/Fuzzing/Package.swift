// swift-tools-version: 6.1
import PackageDescription

// Feeds the readers with texts that libFuzzer invents. A package by itself, so that normal builds do not pay for it;
// `Scripts/fuzz` builds it with the flags that it needs.
let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "health-literacy-geodata", path: "../..")],
    targets: [
        .target(name: "LibFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["LibFuzzer", .product(name: "HealthLiteracy", package: "health-literacy-geodata")]),
    ]
)
