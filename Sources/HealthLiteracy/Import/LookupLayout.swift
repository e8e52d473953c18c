import GeographyModel
import SourceReaders

/// What the columns of a lookup file say.
enum LookupLayout {
    /// Which areas lie in which, one pair a row.
    case memberships(child: CSVColumn, parent: CSVColumn, share: CSVColumn?, isBestFit: CSVColumn?)
    /// What became of a code, one change a row.
    case successions(
        old: CSVColumn, name: CSVColumn?, new: CSVColumn, kind: CSVColumn?, weight: CSVColumn?, first: CSVColumn?,
        last: CSVColumn?)
    /// One column of codes a level; the areas of the first lie in those of the others.
    case levels(child: Level, parents: [Level])

    /// A level with its columns.
    struct Level {
        var type: AreaType
        var code: CSVColumn
        var name: CSVColumn?
    }

    /// Recognises the layout.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where it is none that is known.
    init(_ reader: CSVReader) throws {
        if let child = reader.column(named: ["child_code"]), let parent = reader.column(named: ["parent_code"]) {
            self = .memberships(
                child: child, parent: parent, share: reader.column(named: ["share"]),
                isBestFit: reader.column(named: ["is_best_fit"]))
        } else if let old = reader.column(named: ["old_code"]), let new = reader.column(named: ["new_code"]) {
            self = .successions(
                old: old, name: reader.column(named: ["old_name"]), new: new, kind: reader.column(named: ["kind"]),
                weight: reader.column(named: ["weight"]), first: reader.column(named: ["first_year"]),
                last: reader.column(named: ["last_year"]))
        } else {
            let levels = Self.levels(reader)
            if levels.count >= 2, levels[0].type == levels[1].type {
                self = .successions(
                    old: levels[0].code, name: levels[0].name, new: levels[1].code, kind: nil, weight: nil, first: nil,
                    last: nil)
            } else if levels.count >= 2 {
                self = .levels(child: levels[0], parents: Array(levels.dropFirst()))
            } else {
                throw GeodataError(
                    .inputMalformed, "\(reader.file) is not a lookup that can be read.",
                    remedy:
                        "Give it the columns child_code and parent_code, or old_code and new_code, or two of ONS's such as LSOA21CD and LAD24CD."
                )
            }
        }
    }

    private static func levels(_ reader: CSVReader) -> [Level] {
        let described = reader.header.enumerated().compactMap { index, name in
            ColumnNames.level(of: name).map { (CSVColumn(index: index, name: name), $0) }
        }
        return described.filter(\.1.isCode).map { column, level in
            let name = described.first { !$0.1.isCode && $0.1.type == level.type && $0.1.year == level.year }
            return Level(type: level.type, code: column, name: name?.0)
        }
    }
}
