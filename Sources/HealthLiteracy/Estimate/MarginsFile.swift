import GeographyModel
import SmallAreaEstimation
import SourceReaders

/// Margins of a user's own areas, from CSV: `area_code, area_name, population`, then `FACTOR.LEVEL` as proportions 0…1,
/// where one level of each factor may be left out.
struct MarginsFile {
    /// The areas whose margins can be used.
    let margins: [AreaMargins]
    /// What the areas are called, where the file says so.
    let names: [AreaCode: String]
    /// The line on which each area stands.
    let lines: [AreaCode: Int]
    /// What was wrong with the others.
    let log: ImportLog

    /// Reads a file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where a column is missing.
    init(_ file: InputFile, frame: PopulationFrame = .skillsForLife) throws {
        var reader = try CSVReader(file)
        guard let code = ColumnNames.code(in: reader), reader.column(named: ["population"]) != nil else {
            throw GeodataError(
                .inputMalformed, "\(file.name) has no column area_code or none called population.",
                remedy: "Give it area_code, population, and FACTOR.LEVEL columns such as \(Self.example(frame)).")
        }
        let name = ColumnNames.name(in: reader)
        let numbers = Self.numberColumns(reader, frame: frame)
        try Self.requireFactors(numbers, frame: frame, file: file.name)
        var log = ImportLog(file: file.name)
        for column in reader.header
        where column.contains(".") && !numbers.contains(where: { $0.name == column.lowercased() }) {
            log.warning(
                "unknown-column", row: nil, column: column, "no factor has such a level; the column is not used",
                remedy: "See the documentation of methods for factors and levels.")
        }
        var rows: [MarginIntake.Row] = []
        var names: [AreaCode: String] = [:]
        while let row = reader.next() {
            var record = MarginIntake.Row(area: AreaCode(row[code]), line: row.line, columns: [:])
            if record.area.rawValue.isEmpty {
                log.error("missing-code", row: row.line, "the row has no area code")
                continue
            }
            for column in numbers {
                switch FieldParser.number(row[column], allowsThousands: column.name == "population") {
                case .number(let number): record.columns[column.name] = number
                case .blank, .suppressed: break
                case .problem(let problem):
                    log.error(
                        problem.code, row: row.line, column: column.name, value: row[column], problem.message,
                        remedy: problem.remedy)
                }
            }
            rows.append(record)
            if let name, !row.isBlank(name.index) { names[record.area] = row[name].trimmingWhitespace() }
        }
        let proportions = rows.flatMap { $0.columns.filter { $0.key != "population" }.values }
        if proportions.count(where: { $0 > 1 }) * 2 > proportions.count {
            throw GeodataError(
                .inputMalformed, "The proportions of \(file.name) are above 1, as if they were percentages.",
                remedy: "Divide them by 100.")
        }
        let unread = Set(log.diagnostics.compactMap(\.row))
        let intake = MarginIntake(
            proportions: rows.filter { !unread.contains($0.line ?? 0) }, file: file.name, frame: frame)
        log.take(reader.diagnostics + intake.diagnostics)
        margins = intake.areas
        self.names = names
        lines = Dictionary(
            rows.compactMap { row in row.line.map { (row.area, $0) } }, uniquingKeysWith: { first, _ in first })
        self.log = log
    }

    /// The columns of numbers, under the names that the frame gives them.
    private static func numberColumns(_ reader: CSVReader, frame: PopulationFrame) -> [CSVColumn] {
        let wanted =
            ["population"] + frame.factors.flatMap { factor in factor.levels.map { "\(factor.name).\($0.name)" } }
        return wanted.compactMap { name in
            reader.column(named: [name]).map { CSVColumn(index: $0.index, name: name) }
        }
    }

    private static func requireFactors(_ columns: [CSVColumn], frame: PopulationFrame, file: String) throws {
        for factor in frame.factors {
            let given = factor.levels.count { level in columns.contains { $0.name == "\(factor.name).\(level.name)" } }
            guard given < factor.levels.count - 1 else { continue }
            let names = factor.levels.map { "\(factor.name).\($0.name)" }
            throw GeodataError(
                .inputMalformed, "\(file) does not say how people divide by \(factor.name).",
                remedy: "Give the columns \(names.joined(separator: ", ")); one of them may be left out.")
        }
    }

    private static func example(_ frame: PopulationFrame) -> String {
        frame.factors.prefix(2).compactMap { factor in factor.levels.last.map { "\(factor.name).\($0.name)" } }
            .joined(separator: ", ")
    }
}

extension SeedTable {
    /// Reads a cross table from CSV: columns called after factors with the names of levels, and `weight`.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where a column or a weight cannot be understood, and as
    ///   ``init(frame:entries:)`` does.
    init(_ file: InputFile, frame: PopulationFrame = .skillsForLife) throws {
        var reader = try CSVReader(file)
        let factors = frame.factors.compactMap { reader.column(named: [$0.name]) }
        guard let weight = reader.column(named: ["weight", "count"]), !factors.isEmpty else {
            throw GeodataError(
                .inputMalformed, "\(file.name) is not a table that raking can begin from.",
                remedy:
                    "Give it the column weight and columns called after factors: \(frame.factors.map(\.name).joined(separator: ", "))."
            )
        }
        var entries: [Entry] = []
        while let row = reader.next() {
            guard case .number(let number) = FieldParser.number(row[weight], allowsThousands: false) else {
                throw GeodataError(
                    .inputMalformed, "\(file.name):\(row.line): \"\(row[weight])\" is no weight.",
                    remedy: "Give a number of 0 or more.")
            }
            let levels = factors.map { ($0.name.lowercased(), row[$0].trimmingWhitespace()) }
            entries.append(
                Entry(levels: Dictionary(levels, uniquingKeysWith: { first, _ in first }), weight: number))
        }
        if let problem = reader.diagnostics.first(where: { $0.severity == .error }) {
            throw GeodataError(.inputMalformed, "\(problem)", remedy: "Mend the file.")
        }
        try self.init(frame: frame, entries: entries)
    }
}
