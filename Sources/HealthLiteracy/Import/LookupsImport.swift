import GeographyModel
import SourceReaders
import SpatialStore

/// One import of a lookup, within its transaction.
struct LookupsImport {
    let layout: LookupLayout
    let writer: StoreWriter
    let source: StoreWriter.SourceKey
    var log: ImportLog
    /// How many links were written.
    var taken = 0
    /// What was made besides.
    var remarks: [String] = []
    private var nesting = LookupNesting()
    private var history: SuccessionHistory?
    private var held: [AreaCode: Area?] = [:]
    private var othersOfUK: Set<Int> = []
    /// Codes that are no longer held, with what became of them; each is reported once.
    private var replaced: [AreaCode: AreaCode] = [:]

    init(layout: LookupLayout, writer: StoreWriter, source: StoreWriter.SourceKey, log: ImportLog) {
        self.layout = layout
        self.writer = writer
        self.source = source
        self.log = log
        if case .history(let columns) = layout { history = SuccessionHistory(columns) }
    }

    /// Takes one row.
    mutating func take(_ row: CSVRow) throws {
        switch layout {
        case .memberships(let child, let parent, let share, let isBestFit):
            try takeMembership(row, child, parent, share, isBestFit)
        case .changes(let columns): try takeChange(row, columns)
        case .history: history?.take(row)
        case .levels(let child, let parents): try takeLevels(row, child, parents)
        }
    }

    /// Writes what only the whole file tells: changes over the years, new areas, and shares of children with several
    /// parents.
    mutating func finish(vintage: String?) throws {
        try writeHistory()
        let made = try nesting.write(into: writer, vintage: vintage, from: source)
        taken += made.memberships
        remarkOnRecorded(made.recorded)
        if made.areas > 0 { remarks.append("\(made.areas) new areas, without boundaries.") }
        if !othersOfUK.isEmpty {
            log.note(
                "other-country", row: nil,
                "\(othersOfUK.count) rows concern areas of Wales, Scotland or Northern Ireland that are not held; they were set aside"
            )
        }
    }

    private mutating func remarkOnRecorded(_ count: Int) {
        if count > 0 { remarks.append("\(count) of the links were recorded already and stay as they are.") }
    }

    /// The area with a code, where the store holds it.
    mutating func area(_ code: AreaCode) throws -> Area? {
        if let known = held[code] { return known }
        let answer = try writer.reader.area(code)
        held[code] = .some(answer)
        return answer
    }

    /// The code of the area that is held under a code or became of it; otherwise a diagnostic.
    mutating func known(_ column: CSVColumn, _ row: CSVRow) throws -> AreaCode? {
        try present(AreaCode(row[column]), line: row.line, column: column)
    }

    private mutating func present(_ code: AreaCode, line: Int, column: CSVColumn?) throws -> AreaCode? {
        if try area(code) != nil { return code }
        if let successor = replaced[code] { return successor }
        if isOfAnotherCountry(code) {
            othersOfUK.insert(line)
            return nil
        }
        let successors = try writer.reader.successions(ofCode: code)
        if successors.count == 1, successors[0].succession.kind != .split {
            log.note(
                "resolved", row: line, column: column?.name, value: code.rawValue,
                successors[0].sentence.withoutFullStop)
            replaced[code] = successors[0].successor.code
            return successors[0].successor.code
        }
        log.error(
            "unknown-area", row: line, column: column?.name, value: code.rawValue, "no area has this code",
            remedy: "Bring in its boundary first.")
        return nil
    }

    /// Wales, Scotland and Northern Ireland, by the letter of the code.
    private func isOfAnotherCountry(_ code: AreaCode) -> Bool {
        code.isGSS && ["W", "S", "N"].contains(code.rawValue.prefix(1))
    }
}

// MARK: - Memberships

extension LookupsImport {
    private mutating func takeMembership(
        _ row: CSVRow, _ child: CSVColumn, _ parent: CSVColumn, _ share: CSVColumn?, _ isBestFit: CSVColumn?
    ) throws {
        guard let inner = try known(child, row), let outer = try known(parent, row) else { return }
        guard let part = number(share, row, default: 1), part > 0, part <= 1, inner != outer else {
            log.error(
                "bad-share", row: row.line, column: share?.name,
                "the share is not above 0 and at most 1, or the area is its own parent")
            return
        }
        let best = isBestFit.map { ["true", "1", "yes"].contains(row[$0].lowercased()) } ?? (part > 0.5)
        try writer.put(AreaMembership(child: inner, parent: outer, share: part, isBestFit: best), from: source)
        taken += 1
    }

    private mutating func takeLevels(_ row: CSVRow, _ child: LookupLayout.Level, _ parents: [LookupLayout.Level]) throws
    {
        guard let inner = try heldOrNew(child, row) else { return }
        for parent in parents {
            guard !row.isBlank(parent.code.index), let outer = try heldOrNew(parent, row), outer != inner else {
                continue
            }
            nesting.add(inner, in: outer)
        }
    }

    /// A code that is held, or one of a small level whose name the file gives, which is then made.
    ///
    /// Districts and wider areas are never made: a lookup of another year would bring back what was abolished.
    private mutating func heldOrNew(_ level: LookupLayout.Level, _ row: CSVRow) throws -> AreaCode? {
        let code = AreaCode(row[level.code])
        if nesting.isNew(code) { return code }
        guard let name = level.name, !row.isBlank(name.index), !code.rawValue.isEmpty,
            !AreaType.embedded.contains(level.type), !isOfAnotherCountry(code), try area(code) == nil
        else { return try known(level.code, row) }
        nesting.make(code, name: row[name].trimmingWhitespace(), type: level.type)
        return code
    }
}

// MARK: - Successions

extension LookupsImport {
    private mutating func takeChange(_ row: CSVRow, _ columns: LookupLayout.ChangeColumns) throws {
        let oldCode = AreaCode(row[columns.old])
        if oldCode == AreaCode(row[columns.new]) || oldCode.rawValue.isEmpty { return }
        guard let newCode = try known(columns.new, row), try isFree(oldCode, beside: newCode, line: row.line) else {
            return
        }
        let words = columns.kind.map { row[$0] } ?? ""
        guard let change = words.isEmpty ? .merged : AreaSuccession.Kind(rawValue: words) else {
            log.error(
                "unknown-kind", row: row.line, column: columns.kind?.name, value: words,
                "the kind of change is not known", remedy: "Write merged, recoded, later-code or split.")
            return
        }
        guard let part = number(columns.weight, row, default: 1), part > 0, part <= 1 else {
            log.error(
                "bad-weight", row: row.line, column: columns.weight?.name, "the weight is not above 0 and at most 1")
            return
        }
        try writer.put(
            AreaSuccession(
                oldCode: oldCode, oldName: columns.name.map { row[$0] } ?? oldCode.rawValue, newCode: newCode,
                kind: change, weight: part, firstYear: columns.first.flatMap { Int(row[$0]) },
                lastYear: columns.last.flatMap { Int(row[$0]) }),
            population: nil, from: source)
        taken += 1
    }

    private mutating func writeHistory() throws {
        guard let history else { return }
        var recorded = 0
        for (line, change) in try history.changes(isHeld: { try writer.reader.area($0) != nil }) {
            guard let successor = try present(change.newCode, line: line, column: nil),
                try isFree(change.oldCode, beside: successor, line: line)
            else { continue }
            taken += 1
            if try writer.reader.successions(ofCode: change.oldCode).contains(where: { $0.successor.code == successor })
            {
                recorded += 1
                continue
            }
            var resolved = change
            resolved.newCode = successor
            try writer.put(resolved, population: nil, from: source)
        }
        remarkOnRecorded(recorded)
        if taken == 0, log.diagnostics.isEmpty {
            log.note("no-changes", row: nil, "every code of the file leads to itself, so there is nothing to record")
        }
    }

    /// Whether a code is not one of the store's own areas, for which nothing can stand.
    private mutating func isFree(_ oldCode: AreaCode, beside newCode: AreaCode, line: Int) throws -> Bool {
        guard let area = try area(oldCode) else { return true }
        log.error(
            "code-in-use", row: line, value: oldCode.rawValue,
            "\(area.name) is an area of the store under this code, as \(newCode) is, so neither stands for the other",
            remedy: "Leave the row out.")
        return false
    }

    private func number(_ column: CSVColumn?, _ row: CSVRow, default usual: Double) -> Double? {
        guard let column, !row.isBlank(column.index) else { return usual }
        if case .number(let number) = FieldParser.number(row[column], allowsThousands: false) { return number }
        return nil
    }
}
