import Foundation
import GeographyModel

/// Builds the embedded data set from a folder of open source data. Run by `Scripts/build-geodata`.
@main
struct GeoDataBuilder {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let source = arguments.first, let target = arguments.last else {
            print("usage: build-geodata SOURCE-FOLDER TARGET-FOLDER")
            exit(64)
        }
        do {
            try build(from: SourceFolder(path: source), into: target)
        } catch {
            FileHandle.standardError.write(Data("build-geodata: \(error)\n".utf8))
            exit(65)
        }
    }

    /// Reads everything, checks that it hangs together, then writes the resources and their description.
    private static func build(from source: SourceFolder, into target: String) throws {
        let places = try PlacesStep(source)
        let boundaries = try BoundariesStep(source, places: places)
        let resources = [
            boundaries.resource, places.areas, places.memberships,
            try SuccessionStep(source, places: places).resource,
            FiguresStep.indicators, FiguresStep.editions, try FiguresStep(source, places: places).resource,
            try InitiativesStep(source, places: places).resource,
            try CovariatesStep(source, places: places).resource,
            try PopulationCentroidsStep(source, places: places).resource,
            try SimilarAreasStep(source, places: places).resource,
            try ModelStep(source).coefficients, try ModelStep(source).covariance, ModelStep.nationalMargins,
        ]
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        for resource in resources {
            try Data(resource.bytes).write(to: URL(fileURLWithPath: "\(target)/\(resource.fileName)"))
            print("\(resource.fileName): \(resource.rows) rows, \(resource.bytes.count) bytes")
        }
        let package = try DataPackage(resources: resources).document(folder: target)
        try Data(package.utf8).write(to: URL(fileURLWithPath: "\(target)/datapackage.json"))
        print(boundaries.report)
    }
}
