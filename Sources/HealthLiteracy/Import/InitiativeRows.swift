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
        private(set) var all: [InitiativeDraft.Field: CSVColumn]

        init(name: CSVColumn, reader: CSVReader) {
            all = [.name: name]
            let accepted: [InitiativeDraft.Field: [String]] = [
                .programme: ["programme", "program"], .organisation: ["organisation", "organization", "provider"],
                .place: ["place"], .placeLevel: ["place_level", "level"], .coverage: ["coverage"],
                .areaCodes: ["area_codes", "area_code", "lad24_code", "LAD24CD"],
                .areaNames: ["area_names", "area_name", "lad_name", "LAD24NM"], .start: ["start", "start_date"],
                .end: ["end", "end_date"], .longitude: ["longitude", "lon"], .latitude: ["latitude", "lat"],
                .summary: ["summary", "description"], .sourceAddress: ["source_address", "source_url", "url"],
                .remark: ["remark", "notes"],
            ]
            for (field, names) in accepted { all[field] = reader.column(named: names) }
        }
    }

    private func text(_ field: InitiativeDraft.Field, _ row: CSVRow) -> String? {
        guard let column = columns.all[field], !row.isBlank(column.index) else { return nil }
        return row[column].trimmingWhitespace()
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ row: CSVRow, _ field: InitiativeDraft.Field,
        _ value: String?, _ message: String, _ remedy: String?
    ) {
        problems.append(
            Diagnostic(
                severity, code: code, file: reader.file, row: row.line, column: columns.all[field]?.name, value: value,
                message: message, remedy: remedy))
    }

    private mutating func initiative(_ row: CSVRow, _ directory: AreaDirectory) throws -> Initiative {
        var check = InitiativeCheck(directory: directory)
        var initiative = try check.initiative(draft(row))
        for found in check.findings {
            report(found.severity, found.code, row, found.field, found.value, found.message, found.remedy)
        }
        if !initiative.id.isEmpty, !seen.insert(initiative.id).inserted {
            report(
                .error, "duplicate-name", row, .name, initiative.name,
                "another initiative of the file has the same name", "Give each initiative a name of its own.")
        }
        initiative.point = point(row)
        return initiative
    }

    private func draft(_ row: CSVRow) -> InitiativeDraft {
        var draft = InitiativeDraft()
        for field in InitiativeDraft.Field.allCases { draft.words[field] = text(field, row) }
        draft.areasField = draft.words[.areaCodes] == nil ? .areaNames : .areaCodes
        draft.areas = InitiativeDraft.areas(in: draft.words[draft.areasField] ?? "")
        return draft
    }

    private mutating func point(_ row: CSVRow) -> Position? {
        guard let east = text(.longitude, row), let north = text(.latitude, row) else { return nil }
        if let longitude = Double(east), let latitude = Double(north), abs(longitude) <= 180, abs(latitude) <= 90 {
            return Position(longitude: longitude, latitude: latitude)
        }
        report(
            .error, "bad-position", row, .longitude, "\(east), \(north)",
            "the position is not in degrees", "Give CRS84 longitude and latitude, such as 0.03 and 51.53.")
        return nil
    }
}
