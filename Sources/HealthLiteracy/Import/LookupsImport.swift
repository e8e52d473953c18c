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
    private(set) var taken = 0
    /// What was made besides.
    private(set) var remarks: [String] = []
    /// How often each child lies in each parent, for lookups that name a pair several times.
    private var pairs: [Pair: Int] = [:]
    private var namesOfNewAreas: [AreaCode: (name: String, type: AreaType)] = [:]
    private var held: [AreaCode: Bool] = [:]

    private struct Pair: Hashable {
        var child: AreaCode
        var parent: AreaCode
    }

    init(layout: LookupLayout, writer: StoreWriter, source: StoreWriter.SourceKey, log: ImportLog) {
        self.layout = layout
        self.writer = writer
        self.source = source
        self.log = log
    }

    /// Takes one row.
    mutating func take(_ row: CSVRow) throws {
        switch layout {
        case .memberships(let child, let parent, let share, let isBestFit):
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
        case .successions(let old, let name, let new, let kind, let weight, let first, let last):
            try takeSuccession(row, old, name, new, kind, weight, first, last)
        case .levels(let child, let parents): try takeLevels(row, child, parents)
        }
    }

    /// Writes what only the whole file tells: areas that were new, and shares of children with several parents.
    mutating func finish(vintage: String?) throws {
        for code in namesOfNewAreas.keys.sorted() {
            guard let (name, type) = namesOfNewAreas[code] else { continue }
            try writer.put(
                Area(code: code, name: name, type: type, vintage: vintage ?? Area.unstatedVintage), from: source)
        }
        if !namesOfNewAreas.isEmpty { remarks.append("\(namesOfNewAreas.count) new areas, without boundaries.") }
        let totals = Dictionary(grouping: pairs) { pair, _ in ChildLevel(pair.child, AreaType(of: pair.parent)) }
        for (_, links) in totals {
            let total = links.reduce(0) { $0 + $1.value }
            let greatest = links.max { ($0.value, $1.key.parent) < ($1.value, $0.key.parent) }?.key
            for (pair, count) in links {
                try writer.put(
                    AreaMembership(
                        child: pair.child, parent: pair.parent, share: Double(count) / Double(total),
                        isBestFit: pair == greatest), from: source)
                taken += 1
            }
        }
    }

    private struct ChildLevel: Hashable {
        var child: AreaCode
        var level: AreaType?
        init(_ child: AreaCode, _ level: AreaType?) {
            self.child = child
            self.level = level
        }
    }

    private mutating func takeLevels(_ row: CSVRow, _ child: LookupLayout.Level, _ parents: [LookupLayout.Level]) throws
    {
        guard let inner = try heldOrNew(child, row) else { return }
        for parent in parents {
            guard !row.isBlank(parent.code.index), let outer = try heldOrNew(parent, row), outer != inner else {
                continue
            }
            pairs[Pair(child: inner, parent: outer), default: 0] += 1
        }
    }

    private mutating func takeSuccession(
        _ row: CSVRow, _ old: CSVColumn, _ name: CSVColumn?, _ new: CSVColumn, _ kind: CSVColumn?,
        _ weight: CSVColumn?, _ first: CSVColumn?, _ last: CSVColumn?
    ) throws {
        let oldCode = AreaCode(row[old])
        if oldCode == AreaCode(row[new]) || oldCode.rawValue.isEmpty { return }
        guard let newCode = try known(new, row) else { return }
        if try isHeld(oldCode) {
            log.error(
                "code-in-use", row: row.line, column: old.name, value: oldCode.rawValue,
                "the old code is one that the store holds", remedy: "Load boundaries of the newer vintage first.")
            return
        }
        let words = kind.map { row[$0] } ?? ""
        guard let change = words.isEmpty ? .merged : AreaSuccession.Kind(rawValue: words) else {
            log.error(
                "unknown-kind", row: row.line, column: kind?.name, value: words, "the kind of change is not known",
                remedy: "Write merged, recoded, later-code or split.")
            return
        }
        guard let part = number(weight, row, default: 1), part > 0, part <= 1 else {
            log.error("bad-weight", row: row.line, column: weight?.name, "the weight is not above 0 and at most 1")
            return
        }
        try writer.put(
            AreaSuccession(
                oldCode: oldCode, oldName: name.map { row[$0] } ?? oldCode.rawValue, newCode: newCode, kind: change,
                weight: part, firstYear: first.flatMap { Int(row[$0]) }, lastYear: last.flatMap { Int(row[$0]) }),
            population: nil, from: source)
        taken += 1
    }

    private func number(_ column: CSVColumn?, _ row: CSVRow, default usual: Double) -> Double? {
        guard let column, !row.isBlank(column.index) else { return usual }
        if case .number(let number) = FieldParser.number(row[column], allowsThousands: false) { return number }
        return nil
    }

    private mutating func isHeld(_ code: AreaCode) throws -> Bool {
        if let known = held[code] { return known }
        let answer = try writer.reader.area(code) != nil
        held[code] = answer
        return answer
    }

    /// A code that is held; otherwise a diagnostic.
    private mutating func known(_ column: CSVColumn, _ row: CSVRow) throws -> AreaCode? {
        let code = AreaCode(row[column])
        if try isHeld(code) { return code }
        log.error(
            "unknown-area", row: row.line, column: column.name, value: row[column], "no area has this code",
            remedy: "Bring in its boundary first.")
        return nil
    }

    /// A code that is held, or one whose name the file gives, which is then made.
    private mutating func heldOrNew(_ level: LookupLayout.Level, _ row: CSVRow) throws -> AreaCode? {
        let code = AreaCode(row[level.code])
        if try isHeld(code) || namesOfNewAreas[code] != nil { return code }
        guard let name = level.name, !row.isBlank(name.index), !code.rawValue.isEmpty else {
            return try known(level.code, row)
        }
        namesOfNewAreas[code] = (row[name].trimmingWhitespace(), level.type)
        return code
    }
}
