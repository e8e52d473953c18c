import GeographyModel
import QueryEngine
import SourceReaders
import SpatialStore

/// Copies a file of points row by row, adding what is known of the area that each lies in.
struct PointsFile {
    private var stream: CSVStream
    private let layout: PointLayout
    private let areas: LocatedAreas
    private let reader: StoreReader
    private let emptyCells: [UInt8]
    private(set) var summary = LocateSummary()
    private var isSystemKnown = false

    init(
        _ path: String, columns: PointColumns, areas: LocatedAreas, properties: [String], reader: StoreReader
    ) throws {
        stream = try CSVStream(ByteStream(path: path))
        layout = try PointLayout(stream, columns)
        self.areas = areas
        self.reader = reader
        emptyCells = Array(repeating: UInt8(ascii: ","), count: properties.count)
        if let system = layout.system {
            summary.system = system
            isSystemKnown = true
        }
    }

    /// The columns of the file that is written: those of the file that is read, what is said of the area, and what
    /// became of the row.
    static func columns(_ header: [String], adding properties: [String]) -> [String] {
        let added = properties + ["locate_status", "locate_remark"]
        return header + added.map { header.contains($0) ? "located_\($0)" : $0 }
    }

    /// The header line of the file that is written.
    func header(adding properties: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (place, name) in Self.columns(stream.header, adding: properties).enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            line += Self.quoted(name)
        }
        return line + Self.lineEnd
    }

    /// The next rows, each with its area; `nil` at the end of the file.
    mutating func next() throws -> [UInt8]? {
        guard let rows = try stream.nextRows() else {
            summary.diagnostics = stream.diagnostics
            return nil
        }
        var points: [Position] = []
        points.reserveCapacity(rows.count)
        var problems: [Int: String] = [:]
        for (place, row) in rows.enumerated() {
            switch point(of: row) {
            case .success(let point): points.append(point)
            case .failure(let problem):
                problems[place] = problem.sentence
                points.append(Position(longitude: .nan, latitude: .nan))
            }
        }
        let found = areas.locator.areas(at: try transformed(points))
        return written(rows, found, problems)
    }

    /// The columns of the file that is read.
    var originalColumns: [String] { stream.header }

    /// How much of the file was read, as a proportion 0…1.
    var fraction: Double { stream.fraction }

    private struct Problem: Error {
        var sentence: String
    }

    private mutating func point(of row: CSVRow) -> Result<Position, Problem> {
        guard row.count == stream.header.count else {
            return .failure(
                Problem(sentence: "the row has \(row.count) fields and the header has \(stream.header.count)"))
        }
        guard let x = number(row, layout.x), let y = number(row, layout.y) else {
            return .failure(Problem(sentence: "\(layout.x.name) and \(layout.y.name) are not two numbers"))
        }
        if !isSystemKnown {
            summary.system = PointLayout.system(ofX: x, y: y)
            isSystemKnown = true
        }
        if !summary.system.isInMetres {
            let (longitude, latitude) = summary.system == .epsg4326 ? (y, x) : (x, y)
            guard abs(longitude) <= 180, abs(latitude) <= 90 else {
                return .failure(Problem(sentence: "the coordinates are not degrees"))
            }
            return .success(Position(longitude: longitude, latitude: latitude))
        }
        return .success(Position(longitude: x, latitude: y))
    }

    private func number(_ row: CSVRow, _ column: CSVColumn) -> Double? {
        let text = row[column.index]
        guard let number = Double(text) ?? Double(text.trimmingWhitespace()), number.isFinite else { return nil }
        return number
    }

    private func transformed(_ points: [Position]) throws -> [Position] {
        guard summary.system.isInMetres else { return points }
        return try reader.transformed(points, from: summary.system)
    }

    private mutating func written(_ rows: [CSVRow], _ found: [Int32], _ problems: [Int: String]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(rows.count * 160)
        for (place, row) in rows.enumerated() {
            row.append(to: &output, fieldCount: stream.header.count)
            let area = Int(found[place])
            if let problem = problems[place] {
                summary.bad += 1
                output += emptyCells
                output += ",bad-row,".utf8
                output += Self.quoted(problem)
            } else if area < 0 {
                summary.outside += 1
                output += emptyCells
                output += ",outside,".utf8
            } else {
                summary.located += 1
                output += areas.cells[area]
                output += ",located,".utf8
            }
            output += Self.lineEnd
        }
        return output
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    private static func quoted(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return Array(text.utf8)
        }
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return Array("\"\(doubled)\"".utf8)
    }
}
