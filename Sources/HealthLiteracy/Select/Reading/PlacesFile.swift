import GeographyModel
import SourceReaders
import SpatialStore

/// A CSV file of places, whole in memory: demand points or candidates, each with an identifier, a position where the file
/// has one, and its other fields.
struct PlacesFile {
    /// One row.
    struct Place {
        /// The line of the file, from 1.
        var line: Int
        var id: String
        var name: String?
        /// CRS84 degrees; `nil` where the file has no coordinates.
        var position: Position?
        fileprivate var row: CSVRow
    }

    /// The file as the user named it.
    let file: String
    /// The names of the columns.
    let header: [String]
    /// The places, in the order of the file.
    private(set) var places: [Place] = []
    /// What was noticed about the file and is no error.
    private(set) var notes: [Note] = []

    private static let ids = ["id", "demand_id", "candidate_id", "place_id", "point_id", "site_id"] + ColumnNames.code
    private static let names = ["name", "title", "label"] + ColumnNames.name

    /// Reads a file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` naming the line, where a row cannot be used: leaving it out would change
    ///   which sites are best.
    init(_ input: InputFile, reader store: StoreReader) throws {
        var reader = try CSVReader(input)
        (file, header) = (reader.file, reader.header)
        guard let id = reader.column(named: Self.ids) ?? reader.column(named: Self.names) else {
            throw GeodataError(
                .inputMalformed, "\(file) has no column of identifiers.",
                remedy: "Call one id, or area_code. It has: \(header.joined(separator: ", ")).")
        }
        let name = reader.column(named: Self.names).flatMap { $0.index == id.index ? nil : $0 }
        let layout = PointLayout(header: header)
        var problems = RowProblems(file: file)
        var points: [Position?] = []
        while let row = reader.next() {
            let text = row[id].trimmingWhitespace()
            if text.isEmpty { problems.add(row.line, id, "the row has no identifier", "Give every row its own.") }
            if let layout { points.append(Self.point(row, layout, &problems)) }
            places.append(
                Place(
                    line: row.line, id: text,
                    name: name.map { row[$0].trimmingWhitespace() }.flatMap { $0.isEmpty ? nil : $0 },
                    position: nil, row: row))
        }
        problems.take(reader.diagnostics)
        guard !places.isEmpty else {
            throw GeodataError(
                .inputMalformed, "\(file) has no rows.",
                remedy: "Give it a row for each place, below the names of the columns.")
        }
        if let layout { try setPositions(points, layout, store, &problems) }
        try problems.refuse()
        notes = Note.reading(reader.diagnostics)
    }

    /// A column by its name.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where there is none.
    func column(_ name: String) throws -> CSVColumn {
        if let column = CSVColumn(named: [name], in: header) { return column }
        throw GeodataError(
            .invalidRequest, "\(file) has no column \"\(name)\".",
            remedy: "It has: \(header.joined(separator: ", ")).")
    }

    /// The numbers of a column, from 0 up, one for each place.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` naming the line, where one is missing, negative or no number.
    func amounts(_ column: CSVColumn) throws -> [Double] {
        var problems = RowProblems(file: file)
        let amounts = places.map { place -> Double in
            let text = place.row[column]
            switch FieldParser.number(text) {
            case .number(let number) where number >= 0: return number
            case .number:
                problems.add(place.line, column, "the number is negative", "Give numbers from 0 up.", text)
            case .blank, .suppressed:
                problems.add(place.line, column, "the number is missing", "Fill it in, or take the row out.", text)
            case .problem(let problem):
                problems.add(place.line, column, problem.message, problem.remedy, text)
            }
            return 0
        }
        try problems.refuse()
        return amounts
    }

    /// The words of a column, one for each place; `nil` where there is no such column.
    func words(_ name: String) -> [String]? {
        guard let column = CSVColumn(named: [name], in: header) else { return nil }
        return places.map { $0.row[column].trimmingWhitespace() }
    }

    /// The coordinates of a row as they stand there; `nil` where both are empty.
    private static func point(_ row: CSVRow, _ layout: PointLayout, _ problems: inout RowProblems) -> Position? {
        if FieldParser.number(row[layout.x]) == .blank, FieldParser.number(row[layout.y]) == .blank { return nil }
        guard case .number(let x) = FieldParser.number(row[layout.x]),
            case .number(let y) = FieldParser.number(row[layout.y])
        else {
            problems.add(
                row.line, layout.x, "\(layout.x.name) and \(layout.y.name) are not two numbers",
                "Give every place its coordinates.", "\(row[layout.x]), \(row[layout.y])")
            return Position(longitude: .nan, latitude: .nan)
        }
        return Position(longitude: x, latitude: y)
    }

    private mutating func setPositions(
        _ points: [Position?], _ layout: PointLayout, _ store: StoreReader, _ problems: inout RowProblems
    ) throws {
        let given = points.indices.compactMap { index in points[index].map { (index: index, point: $0) } }
        let isDegrees = given.allSatisfy { !(abs($0.point.longitude) > 180 || abs($0.point.latitude) > 90) }
        let system = layout.system ?? (isDegrees ? .crs84 : .epsg27700)
        let placed = try system.isInMetres ? store.transformed(given.map(\.point), from: system) : given.map(\.point)
        for ((index, point), place) in zip(given, placed) {
            // Coordinates that are no numbers have been complained of already.
            if point.longitude.isFinite, !(abs(place.longitude) <= 180 && abs(place.latitude) <= 90) {
                problems.add(
                    places[index].line, layout.x,
                    system.isInMetres
                        ? "the coordinates are not on the British National Grid" : "the coordinates are not degrees",
                    "Call the columns lon and lat for degrees, easting and northing for the National Grid.",
                    "\(point.longitude), \(point.latitude)")
            }
            if !system.isInMetres, point.hasSwappedAxes {
                problems.add(
                    places[index].line, layout.x, "longitude and latitude are swapped", "Exchange the two columns.",
                    "\(point.longitude), \(point.latitude)")
            }
            places[index].position = place
        }
    }
}
