import GeographyModel
import SourceReaders

/// Gathers what became of codes from a file that names each area's code in several years.
struct SuccessionHistory {
    /// What the file says of an old code.
    struct Old {
        var name: String
        var line: Int
        var successors: Set<AreaCode> = []
        var firstYear: Int?
        var lastYear: Int?
    }

    let columns: [LookupLayout.HistoryColumn]
    /// Every code that is not the newest of its row, with the newest ones of all rows that it stands in.
    private(set) var old: [AreaCode: Old] = [:]
    /// The line on which each newest code stands first, with its name.
    private(set) var newest: [AreaCode: (line: Int, name: String?)] = [:]

    init(_ columns: [LookupLayout.HistoryColumn]) { self.columns = columns }

    /// Takes one row.
    mutating func take(_ row: CSVRow) {
        guard let last = columns.last else { return }
        let successor = AreaCode(row[last.code])
        guard !successor.rawValue.isEmpty else { return }
        newest[successor] = newest[successor] ?? (row.line, last.name.map { row[$0].trimmingWhitespace() })
        for column in columns.dropLast() {
            let code = AreaCode(row[column.code])
            guard !code.rawValue.isEmpty else { continue }
            var entry = old[code] ?? Old(name: column.name.map { row[$0].trimmingWhitespace() } ?? "", line: row.line)
            entry.successors.insert(successor)
            // A code of the first column may be older than the file.
            let start = column.code == columns.first?.code ? Int.min : column.year ?? .min
            entry.firstYear = min(entry.firstYear ?? .max, start)
            entry.lastYear = [entry.lastYear, column.year].compactMap { $0 }.max()
            old[code] = entry
        }
    }

    /// The changes that the file tells, in the order of the old codes: codes that lead to themselves changed nothing.
    ///
    /// A code whose area went to several is a split of parts that the file does not weigh.
    ///
    /// - Parameter isHeld: Whether a code is one of the store's areas.
    func changes(isHeld: (AreaCode) throws -> Bool) rethrows -> [(line: Int, change: AreaSuccession)] {
        let parents = old.filter { !$0.value.successors.contains($0.key) }
        var origins: [AreaCode: Int] = [:]
        for entry in parents.values { for successor in entry.successors { origins[successor, default: 0] += 1 } }
        var changes: [(line: Int, change: AreaSuccession)] = []
        for (code, entry) in parents.sorted(by: { $0.key < $1.key }) {
            for successor in entry.successors.sorted() {
                if try isHeld(code), try !isHeld(successor), entry.successors.count == 1, origins[successor] == 1 {
                    // The file is newer than the store: its code stands for the place that is held under the old one.
                    let name = newest[successor]?.name ?? entry.name
                    changes.append(
                        (
                            entry.line,
                            AreaSuccession(
                                oldCode: successor, oldName: name, newCode: code, kind: .laterCode, weight: 1)
                        ))
                    continue
                }
                let isSplit = entry.successors.count > 1
                let kind: AreaSuccession.Kind =
                    isSplit ? .split : (origins[successor] == 1 ? .recoded : .merged)
                changes.append(
                    (
                        entry.line,
                        AreaSuccession(
                            oldCode: code, oldName: entry.name.isEmpty ? code.rawValue : entry.name,
                            newCode: successor, kind: kind, weight: 1 / Double(entry.successors.count),
                            firstYear: entry.firstYear == .min ? nil : entry.firstYear, lastYear: entry.lastYear)
                    ))
            }
        }
        return changes
    }
}
