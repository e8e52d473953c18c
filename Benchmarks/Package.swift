// swift-tools-version: 6.1
import PackageDescription

// Measures the library in process. A package of its own, so that normal builds do not pay for it.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "health-literacy-geodata", path: "..")],
    targets: [
        .executableTarget(
            name: "Inference", dependencies: [.product(name: "HealthLiteracy", package: "health-literacy-geodata")]),
        .executableTarget(
            name: "Location", dependencies: [.product(name: "HealthLiteracy", package: "health-literacy-geodata")]),
        .executableTarget(
            name: "Queries", dependencies: [.product(name: "HealthLiteracy", package: "health-literacy-geodata")]),
    ])
