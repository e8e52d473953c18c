import FeatureFormats
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
        var columns = header
        for name in properties + ["locate_status", "locate_remark"] {
            var unique = name
            while columns.contains(unique) { unique = "located_" + unique }
            columns.append(unique)
        }
        return columns
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
        if !isSystemKnown { recogniseSystem(rows) }
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

    private func point(of row: CSVRow) -> Result<Position, Problem> {
        guard row.count == stream.header.count else {
            return .failure(
                Problem(sentence: "the row has \(row.count) fields and the header has \(stream.header.count)"))
        }
        guard let x = number(row, layout.x), let y = number(row, layout.y) else {
            return .failure(Problem(sentence: "\(layout.x.name) and \(layout.y.name) are not two numbers"))
        }
        // The columns say which coordinate is which, so the order of the axes does not matter here.
        guard summary.system.isInMetres || abs(x) <= 180 && abs(y) <= 90 else {
            return .failure(
                Problem(
                    sentence:
                        "the coordinates are not degrees; eastings and northings need the reference system EPSG:27700"))
        }
        return .success(Position(longitude: x, latitude: y))
    }

    /// Tells by the first rows whether a file whose columns do not say it is in degrees or in metres; places at 0, 0 are
    /// where somebody had no place, and say nothing.
    private mutating func recogniseSystem(_ rows: [CSVRow]) {
        var (inDegrees, inMetres) = (0, 0)
        for row in rows where row.count > max(layout.x.index, layout.y.index) {
            guard let x = number(row, layout.x), let y = number(row, layout.y), x != 0 || y != 0 else { continue }
            if abs(x) <= 180, abs(y) <= 90 { inDegrees += 1 } else { inMetres += 1 }
        }
        summary.system = inMetres > 0 && inMetres >= inDegrees ? .epsg27700 : .crs84
        isSystemKnown = true
    }

    private func number(_ row: CSVRow, _ column: CSVColumn) -> Double? {
        let text = row[column.index]
        guard let number = Double(text) ?? Double(text.trimmingWhitespace()), number.isFinite,
            !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") })
        else { return nil }
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

    /// A cell that says what it says, whoever reads it.
    private static func quoted(_ text: String) -> [UInt8] {
        var buffer = TextBuffer(capacity: 64)
        buffer.appendCSV(text, guarding: .none)
        return buffer.bytes
    }
}
