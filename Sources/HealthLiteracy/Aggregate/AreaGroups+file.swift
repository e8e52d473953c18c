import GeographyModel
import SourceReaders
import SpatialStore

extension AreaGroups {
    /// The groups of a file with the columns area_code or area_name, `group`, and `share` where areas are divided.
    static func read(
        _ file: InputFile?, parts: AggregateParts, reader: StoreReader, log: inout ImportLog
    ) throws -> [Group] {
        guard let file else { return [] }
        var rows = try CSVReader(file)
        let area = ColumnNames.code(in: rows) ?? ColumnNames.name(in: rows)
        let group = rows.column(named: ["group", "group_code", "group_name", "cluster", "parent_code"])
        guard let area, let group else {
            throw GeodataError(
                .inputMalformed, "\(file.name) does not say which area is in which group.",
                remedy:
                    "Give it the columns area_code (or area_name), group, and share where an area is divided. It has: \(rows.header.joined(separator: ", "))."
            )
        }
        let share = rows.column(named: ["share"])
        let directory = AreaDirectory(reader: reader)
        var members: [String: [(area: AreaCode, share: Double)]] = [:]
        while let row = rows.next() {
            let name = row[group].trimmingWhitespace()
            guard !name.isEmpty else {
                log.error("missing-group", row: row.line, column: group.name, "the row names no group")
                continue
            }
            let match = try directory.find(row[area])
            if let old = match?.succession, [.merged, .split].contains(old.succession.kind) {
                log.error(
                    "part-of-merged-area", row: row.line, column: area.name, value: row[area],
                    old.sentence.withoutFullStop, remedy: "Name the present area, with a share where it is divided.")
                continue
            }
            guard let code = match?.area.code, parts.contains(code) else {
                log.error(
                    "unknown-area", row: row.line, column: area.name, value: row[area],
                    "no area with a figure has this code or name", remedy: "Leave the row out, or name a district.")
                continue
            }
            var part = 1.0
            if let share, !row.isBlank(share.index) {
                guard case .number(let number) = FieldParser.number(row[share], allowsThousands: false), number > 0,
                    number <= 1
                else {
                    log.error(
                        "bad-share", row: row.line, column: share.name, value: row[share],
                        "the share is not above 0 and at most 1", remedy: "Write a proportion such as 0.5.")
                    continue
                }
                part = number
            }
            if members[name]?.contains(where: { $0.area == code }) == true {
                log.error(
                    "duplicate-area", row: row.line, value: row[area], "the area stands in the group \(name) already",
                    remedy: "Leave one of the rows out.")
            } else {
                members[name, default: []].append((code, part))
            }
        }
        log.take(rows.diagnostics)
        var taken: [AreaCode: Double] = [:]
        for member in members.values.joined() { taken[member.area, default: 0] += member.share }
        let excessive = taken.filter { $0.value > 1 + 1e-9 }.keys.sorted()
        if let first = excessive.first {
            log.warning(
                "share-above-one", row: nil, value: first.rawValue,
                "\(excessive.count == 1 ? "one area is" : "\(excessive.count) areas are") counted more than once over all groups, this one first",
                remedy: "Give shares that add up to at most 1.")
        }
        return members.sorted { $0.key < $1.key }.map { Group(code: $0.key, name: $0.key, members: $0.value) }
    }
}
