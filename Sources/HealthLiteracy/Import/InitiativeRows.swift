import GeographyModel
import SourceReaders

/// Reads initiatives from CSV, row by row, with a diagnostic for every row that cannot be taken.
///
/// Columns: `name` (required), `programme`, `organisation`, `place`, `place_level`, `coverage`, `area_codes`
/// (separated by semicolons) or `area_names`, `start`, `end`, `longitude`, `latitude`, `summary`, `source_address`,
/// `remark`.
struct InitiativeRows {
    private var reader: CSVReader
    private let columns: Columns
    private var seen: Set<String> = []
    private var problems: [Diagnostic] = []

    /// Opens a file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where there is no column of names.
    init(_ file: InputFile) throws {
        reader = try CSVReader(file)
        guard let name = reader.column(named: ["name", "initiative", "title"]) else {
            throw GeodataError(
                .inputMalformed, "\(file.name) has no column of initiatives' names.",
                remedy: "Give it a header line with a column \"name\".")
        }
        columns = Columns(name: name, reader: reader)
    }

    /// What was left out, repaired or remarked so far.
    var diagnostics: [Diagnostic] { reader.diagnostics + problems }

    /// The next initiative that can be taken; `nil` at the end of the file.
    mutating func next(_ directory: AreaDirectory) throws -> Initiative? {
        while let row = reader.next() {
            let start = problems.count
            let initiative = try initiative(row, directory)
            if problems[start...].contains(where: { $0.severity == .error }) { continue }
            return initiative
        }
        return nil
    }

    private struct Columns {
        var name: CSVColumn
        var optional: [String: CSVColumn] = [:]

        init(name: CSVColumn, reader: CSVReader) {
            self.name = name
            let accepted: [String: [String]] = [
                "programme": ["programme", "program"], "organisation": ["organisation", "organization", "provider"],
                "place": ["place"], "level": ["place_level", "level"], "coverage": ["coverage"],
                "codes": ["area_codes", "area_code", "lad24_code", "LAD24CD"],
                "names": ["area_names", "area_name", "lad_name", "LAD24NM"], "start": ["start", "start_date"],
                "end": ["end", "end_date"], "longitude": ["longitude", "lon"], "latitude": ["latitude", "lat"],
                "summary": ["summary", "description"], "source": ["source_address", "source_url", "url"],
                "remark": ["remark", "notes"],
            ]
            for (key, names) in accepted { optional[key] = reader.column(named: names) }
        }
    }

    private func text(_ key: String, _ row: CSVRow) -> String? {
        guard let column = columns.optional[key], !row.isBlank(column.index) else { return nil }
        return row[column].trimmingWhitespace()
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ row: CSVRow, _ column: String?, _ value: String?,
        _ message: String, _ remedy: String?
    ) {
        problems.append(
            Diagnostic(
                severity, code: code, file: reader.file, row: row.line, column: column, value: value, message: message,
                remedy: remedy))
    }

    private mutating func initiative(_ row: CSVRow, _ directory: AreaDirectory) throws -> Initiative {
        let name = row[columns.name].trimmingWhitespace()
        let id = AreaName.key(name).replacing(" ", with: "-")
        if id.isEmpty { report(.error, "missing-name", row, columns.name.name, nil, "the initiative has no name", nil) }
        if !id.isEmpty, !seen.insert(id).inserted {
            report(
                .error, "duplicate-name", row, columns.name.name, name,
                "another initiative of the file has the same name", "Give each initiative a name of its own.")
        }
        let areas = try areas(row, directory)
        let (start, end) = (date("start", row), date("end", row))
        if let start, let latest = end?.latest, latest < start.earliest {
            report(
                .error, "end-before-start", row, columns.optional["end"]?.name, "\(start.text) to \(end?.text ?? "")",
                "the initiative ends before it starts", "Check the two dates.")
        }
        let level = text("level", row) ?? "not stated"
        return Initiative(
            id: id, name: name, programme: text("programme", row), organisation: text("organisation", row),
            place: text("place", row), placeLevel: level, coverage: coverage(row, level: level, areas: areas),
            areas: areas, point: point(row), start: start, end: end,
            summary: text("summary", row), sourceAddress: text("source", row), remark: text("remark", row))
    }

    private mutating func areas(_ row: CSVRow, _ directory: AreaDirectory) throws -> [AreaCode] {
        let key = text("codes", row) == nil ? "names" : "codes"
        var found: [AreaCode] = []
        for word in (text(key, row) ?? "").split(separator: ";").map({ String($0).trimmingWhitespace() })
        where !word.isEmpty {
            let column = columns.optional[key]?.name
            guard let match = try directory.find(word) else {
                let near = try directory.suggestions(for: word).joined(separator: " or ")
                report(
                    .error, "unknown-area", row, column, word, "no area has this code or name",
                    near.isEmpty ? "Give a GSS code, or several with semicolons between." : "Did you mean \(near)?")
                continue
            }
            for note in match.notes { report(.note, note.code.rawValue, row, column, word, note.text, nil) }
            if !found.contains(match.area.code) { found.append(match.area.code) }
        }
        return found
    }

    private mutating func coverage(_ row: CSVRow, level: String, areas: [AreaCode]) -> Initiative.Coverage {
        if areas.isEmpty { return .unknown }
        guard let word = text("coverage", row) else {
            return ["town", "towns", "neighbourhood", "ward"].contains(level.lowercased()) ? .part : .whole
        }
        if let coverage = Initiative.Coverage(rawValue: word.lowercased()) { return coverage }
        report(
            .error, "unknown-coverage", row, columns.optional["coverage"]?.name, word, "the coverage is not known",
            "Write whole, part, site or unknown.")
        return .unknown
    }

    private mutating func date(_ key: String, _ row: CSVRow) -> PartialDate? {
        guard let word = text(key, row) else { return nil }
        if let date = PartialDate(word) { return date }
        report(
            .error, "bad-date", row, columns.optional[key]?.name, word, "the date is not understood",
            "Write 2024, 2024-03, 2024-03-31, \"2024 spring\", \"2024 early\" or \"2024+\".")
        return nil
    }

    private mutating func point(_ row: CSVRow) -> Position? {
        guard let east = text("longitude", row), let north = text("latitude", row) else { return nil }
        if let longitude = Double(east), let latitude = Double(north), abs(longitude) <= 180, abs(latitude) <= 90 {
            return Position(longitude: longitude, latitude: latitude)
        }
        report(
            .error, "bad-position", row, columns.optional["longitude"]?.name, "\(east), \(north)",
            "the position is not in degrees", "Give CRS84 longitude and latitude, such as 0.03 and 51.53.")
        return nil
    }
}
