import Foundation
import GeographyModel
import QueryEngine

/// Times how areas are indexed and points are looked up, and writes the answers.
///
/// Arguments: a file of polygons, one of points (see ``BinaryFile``), the file to write (one 32-bit number a point), and
/// how often to measure. Points are looked up one at a time, in batches too small for more than one core, and all
/// together. Prints one line a figure: its name, a tab, the median in seconds, or bytes.
@main
struct Location {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else { fatalError("usage: Location POLYGONS POINTS ANSWERS [RUNS]") }
        var (polygonFile, pointFile) = (try BinaryFile(arguments[1]), try BinaryFile(arguments[2]))
        let (polygons, points) = (polygonFile.polygons(), pointFile.positions())
        let runs = arguments.count > 4 ? Int(arguments[4]) ?? 5 : 5

        report("build", runs) { _ = AreaLocator(polygons) }
        let locator = AreaLocator(polygons)
        print("bytes\t\(locator.memoryInBytes)")

        var serial: [Int32] = []
        report("serial", runs) { serial = lookUp(points, in: locator) }
        let batches = stride(from: 0, to: points.count, by: 4_096).map {
            Array(points[$0..<min($0 + 4_096, points.count)])
        }
        report("batches", runs) { for batch in batches { _ = locator.areas(at: batch) } }
        var parallel: [Int32] = []
        report("parallel", runs) { parallel = locator.areas(at: points) }
        print("different\t\(zip(serial, parallel).count { $0 != $1 })")
        try parallel.withUnsafeBytes { try Data($0).write(to: URL(filePath: arguments[3])) }
    }

    private static func lookUp(_ points: [Position], in locator: AreaLocator) -> [Int32] {
        points.map { Int32(locator.area(at: $0) ?? -1) }
    }

    private static func report(_ name: String, _ runs: Int, _ body: () -> Void) {
        var seconds: [Double] = []
        for _ in 0..<runs {
            let elapsed = ContinuousClock().measure(body)
            seconds.append(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
        }
        print("\(name)\t\(seconds.sorted()[seconds.count / 2])")
    }
}
