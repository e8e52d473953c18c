import GeographyModel
import SourceReaders
import SpatialStore

extension EstimatesImport {
    /// Finds each row's area; rows of areas that merged are brought together.
    mutating func resolve(_ rows: [EstimateRows.Row]) throws -> [Estimate] {
        let directory = AreaDirectory(reader: writer.reader)
        let merged = MergedAreas(acceptsParts: query.acceptsParts)
        var lineOfArea: [AreaCode: Int] = [:]
        var estimates: [Estimate] = []
        var parts: [AreaCode: [MergedAreas.Part]] = [:]
        for row in rows {
            guard let match = try find(row, directory) else { continue }
            if let succession = match.succession {
                parts[match.area.code, default: []].append(.init(row: row, succession: succession))
            } else if let first = lineOfArea[match.area.code] {
                log.error(
                    "duplicate-area", row: row.line, value: row.code ?? row.name,
                    "\(match.area.name) stands on line \(first) already", remedy: "Leave one of the rows out.")
            } else {
                lineOfArea[match.area.code] = row.line
                estimates.append(merged.estimate(row, area: match.area.code))
            }
        }
        for code in parts.keys.sorted() {
            if lineOfArea[code] != nil {
                for part in parts[code] ?? [] {
                    log.error(
                        "superseded-area", row: part.row.line, value: part.row.code ?? part.row.name,
                        "the file has a figure for the area's successor \(code) too",
                        remedy: "Leave one of the rows out.")
                }
            } else if let estimate = try merged.combine(parts[code] ?? [], reader: writer.reader, log: &log) {
                estimates.append(estimate)
            }
        }
        return estimates
    }

    /// The area of a row by its code, else by its name, with what should be known about the reading.
    private mutating func find(_ row: EstimateRows.Row, _ directory: AreaDirectory) throws -> AreaDirectory.Match? {
        let byCode = try row.code.flatMap { try directory.find($0) }
        // A code of the register that is not held is another area, whatever the name beside it says.
        let isOther = row.code.map { AreaCode($0).isGSS } ?? false
        let byName =
            isOther && byCode == nil
            ? nil : try row.name.flatMap { try directory.find($0, preferring: byCode.map { [$0.area.type] }) }
        guard let match = byCode ?? byName else {
            reportUnknown(row, isOther ? [] : try directory.suggestions(for: row.name ?? row.code ?? ""))
            return nil
        }
        if let byCode, let byName, !byCode.means(byName) {
            log.warning(
                "name-contradicts-code", row: row.line, value: "\(row.code ?? ""), \(row.name ?? "")",
                "the code is of \(byCode.meaning) and the name of \(byName.meaning); the code was followed",
                remedy: "Check which one is meant.")
        }
        if let code = row.code, byCode == nil {
            log.note(
                "resolved-by-name", row: row.line, value: code,
                "the code is not known; the name \(match.area.name) was followed")
        }
        // What becomes of the parts of a merger is told when all of them are known.
        if match.succession?.succession.kind != .merged {
            for note in match.notes {
                log.note(note.code.rawValue, row: row.line, value: row.code ?? row.name, note.text.withoutFullStop)
            }
        }
        return match
    }

    private mutating func reportUnknown(_ row: EstimateRows.Row, _ near: [String]) {
        log.error(
            "unknown-area", row: row.line, value: [row.code, row.name].compactMap { $0 }.joined(separator: ", "),
            "no area has this code or name",
            remedy: near.isEmpty
                ? "Areas of other countries and other levels are not held; bring in boundaries or lookups first."
                : "Did you mean \(near.joined(separator: " or "))?")
    }
}

extension AreaDirectory.Match {
    /// Whether two readings mean the same place: the same area, and not two different old ones that became part of it.
    fileprivate func means(_ other: Self) -> Bool {
        guard area.code == other.area.code else { return false }
        guard let mine = succession?.succession, let theirs = other.succession?.succession else { return true }
        return mine.oldCode == theirs.oldCode || mine.oldName == theirs.oldName
    }

    /// The area as it was written.
    fileprivate var meaning: String { succession?.succession.oldName ?? area.name }
}

extension String {
    /// The text without a full stop at its end, for a diagnostic that sets its own.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
