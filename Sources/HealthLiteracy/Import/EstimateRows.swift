import GeographyModel
import SourceReaders

/// Reads figures from CSV: one row an area, one or several columns of values.
struct EstimateRows {
    /// One figure as the file has it, before its area is looked up.
    struct Row: Sendable {
        var line: Int
        var code: String?
        var name: String?
        var indicator: String
        var edition: String
        var value: Double?
        var lower: Double?
        var upper: Double?
        var count: Double?
        var denominator: Double?
        var remark: String?
        var period: String?
        var column: String
    }

    /// The figures that could be read.
    private(set) var rows: [Row] = []
    /// What was left out or remarked.
    private(set) var log: ImportLog

    private let layout: EstimateLayout

    /// Reads a whole file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` or `invalidRequest` where the columns cannot be understood.
    init(_ file: InputFile, query: EstimatesImportQuery) throws {
        var reader = try CSVReader(file)
        layout = try EstimateLayout(reader, query: query)
        log = ImportLog(file: file.name)
        var aside = (sexes: 0, categories: 0)
        while let row = reader.next() {
            if layout.isCategory(row) {
                aside.categories += 1
            } else if layout.isOneSex(row) {
                aside.sexes += 1
            } else {
                take(row)
            }
        }
        log.take(reader.diagnostics)
        if aside.categories > 0 {
            log.note("category-rows", row: nil, "\(aside.categories) rows for categories within areas were set aside")
        }
        if aside.sexes > 0 {
            log.note("sex-rows", row: nil, "\(aside.sexes) rows for one sex only were set aside")
        }
        keepOnePeriod(query.timePeriod)
        remarkOnProportions()
    }

    private mutating func take(_ row: CSVRow) {
        let code = layout.text(layout.code, row)
        let name = layout.text(layout.name, row)
        guard code != nil || name != nil else {
            log.error("missing-area", row: row.line, "the row names no area", remedy: "Give a code or a name.")
            return
        }
        for column in layout.values {
            guard let indicator = column.indicator ?? layout.text(layout.indicator, row),
                let edition = layout.text(layout.edition, row) ?? layout.fixedEdition
            else {
                log.error("missing-indicator", row: row.line, "the row names no indicator or edition")
                continue
            }
            if let bad = [indicator, edition].first(where: { !Identifier.isSound($0) }) {
                log.error(
                    "bad-identifier", row: row.line, value: bad, "the indicator or edition is not a usable identifier",
                    remedy: Identifier.remedy)
                continue
            }
            var figure = Row(
                line: row.line, code: code, name: name, indicator: indicator, edition: edition,
                remark: layout.text(layout.remark, row), period: layout.text(layout.period, row),
                column: column.column.name)
            guard read(column.column, row, into: &figure) else { continue }
            if layout.values.count == 1 {
                figure.lower = bound(layout.lower, row)
                figure.upper = bound(layout.upper, row)
                figure.count = bound(layout.count, row)
                figure.denominator = bound(layout.denominator, row)
            }
            if isOrdered(figure) { rows.append(figure) }
        }
    }

    /// Reads the value itself; `false` where the row is to be left out.
    private mutating func read(_ column: CSVColumn, _ row: CSVRow, into figure: inout Row) -> Bool {
        let text = row[column]
        switch FieldParser.number(text, allowsThousands: false) {
        case .number(let value) where (0...100).contains(value):
            figure.value = value
            return true
        case .number:
            log.error(
                "value-out-of-range", row: row.line, column: column.name, value: text,
                "the percentage is not within 0 to 100",
                remedy: "Give the figure as a percentage.")
        case .suppressed(let marker):
            log.note(
                "suppressed", row: row.line, column: column.name, value: marker,
                "the producer withholds the figure; it is recorded as suppressed")
            return true
        case .blank:
            log.error(
                "missing-value", row: row.line, column: column.name, "there is no value",
                remedy: "Fill it in, or leave the row out.")
        case .problem(let problem):
            log.error(
                problem.code, row: row.line, column: column.name, value: text, problem.message, remedy: problem.remedy)
        }
        return false
    }

    /// A number beside the value; what cannot be read is reported and left empty.
    private mutating func bound(_ column: CSVColumn?, _ row: CSVRow) -> Double? {
        guard let column else { return nil }
        switch FieldParser.number(row[column]) {
        case .number(let number) where number >= 0: return number
        case .number:
            log.warning(
                "negative-number", row: row.line, column: column.name, value: row[column],
                "the number is negative and was left empty")
        case .problem(let problem):
            log.warning(
                problem.code, row: row.line, column: column.name, value: row[column],
                "\(problem.message); it was left empty",
                remedy: problem.remedy)
        case .suppressed, .blank: break
        }
        return nil
    }

    private mutating func isOrdered(_ figure: Row) -> Bool {
        let bounds = [figure.lower, figure.value, figure.upper].compactMap { $0 }
        if zip(bounds, bounds.dropFirst()).allSatisfy({ $0 <= $1 }), bounds.allSatisfy({ (0...100).contains($0) }) {
            return true
        }
        log.error(
            "interval-not-around-value", row: figure.line, column: figure.column, value: figure.value.map { "\($0)" },
            "the value does not lie between its limits, or these are not within 0 to 100",
            remedy: "Check the columns of the interval.")
        return false
    }

    /// A file of several periods gives one edition only of one of them.
    private mutating func keepOnePeriod(_ wanted: String?) {
        let periods = Set(rows.compactMap(\.period)).sorted()
        guard let kept = wanted ?? (periods.count > 1 ? periods.last : nil) else { return }
        let before = rows.count
        rows.removeAll { $0.period != kept }
        log.note(
            "time-period", row: nil, column: layout.period?.name, value: kept,
            "\(before - rows.count) figures of other periods were set aside (the file has \(periods.joined(separator: ", ")))",
            remedy: "Name another one with --time-period.")
    }

    private mutating func remarkOnProportions() {
        let values = rows.compactMap(\.value)
        if values.count > 2, values.allSatisfy({ $0 <= 1 }) {
            log.warning(
                "proportions", row: nil, "every value is 1 or less, as if they were proportions",
                remedy: "Percentages are expected: multiply by 100 if need be.")
        }
    }
}
