import GeographyModel
import SourceReaders

/// What the columns of a lookup file say.
enum LookupLayout {
    /// Which areas lie in which, one pair a row.
    case memberships(child: CSVColumn, parent: CSVColumn, share: CSVColumn?, isBestFit: CSVColumn?)
    /// What became of a code, one change a row.
    case changes(ChangeColumns)
    /// The code that each area bore in several years, one area a row; the last column is the newest.
    case history([HistoryColumn])
    /// One column of codes a level; the areas of the first lie in those of the others.
    case levels(child: Level, parents: [Level])

    /// The columns of a file of changes.
    struct ChangeColumns {
        var old: CSVColumn
        var new: CSVColumn
        var name: CSVColumn?
        var kind: CSVColumn?
        var weight: CSVColumn?
        var first: CSVColumn?
        var last: CSVColumn?
    }

    /// The codes of one year.
    struct HistoryColumn {
        var code: CSVColumn
        var name: CSVColumn?
        /// The year; `nil` where the column does not tell it.
        var year: Int?
    }

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
            return
        }
        if let old = reader.column(named: ["old_code"]), let new = reader.column(named: ["new_code"]) {
            self = .changes(
                ChangeColumns(
                    old: old, new: new, name: reader.column(named: ["old_name"]), kind: reader.column(named: ["kind"]),
                    weight: reader.column(named: ["weight"]), first: reader.column(named: ["first_year"]),
                    last: reader.column(named: ["last_year"])))
            return
        }
        let columns = LevelColumns(reader)
        if let active = columns.active {
            self = .history(active)
        } else if let first = columns.codes.first, columns.codes.count(where: { $0.level.type == first.level.type }) > 1
        {
            self = .history(columns.history(of: first.level.type))
        } else if columns.codes.count >= 2 {
            let levels = columns.codes.map { Level(type: $0.level.type, code: $0.column, name: columns.name(of: $0)) }
            self = .levels(child: levels[0], parents: Array(levels.dropFirst()))
        } else {
            throw GeodataError(
                .inputMalformed, "\(reader.file) is not a lookup that can be read.",
                remedy:
                    "Give it the columns child_code and parent_code, or old_code and new_code, or two of ONS's such as LSOA21CD and LAD24CD. It has: \(reader.header.joined(separator: ", "))."
            )
        }
    }
}

/// The columns of a file that are named in ONS's way, such as `LAD24CD` and `LAD24NM`.
private struct LevelColumns {
    /// A column of codes or names with what its name tells.
    struct Described {
        var column: CSVColumn
        var level: ColumnNames.LevelColumn
    }

    let all: [Described]
    /// `LADCD` beside `LADCD_ACTIVE`, as the Code History Database writes old and present codes.
    let active: [LookupLayout.HistoryColumn]?

    var codes: [Described] { all.filter(\.level.isCode) }

    init(_ reader: CSVReader) {
        all = reader.header.enumerated().compactMap { index, name in
            ColumnNames.level(of: name).map { Described(column: CSVColumn(index: index, name: name), level: $0) }
        }
        let old = all.first { $0.level.isCode && reader.column(named: ["\($0.column.name)_ACTIVE"]) != nil }
        active = old.flatMap { [all] old in
            guard let new = reader.column(named: ["\(old.column.name)_ACTIVE"]) else { return nil }
            let name = all.first {
                !$0.level.isCode && $0.level.type == old.level.type && $0.level.year == old.level.year
            }
            return [.init(code: old.column, name: name?.column, year: nil), .init(code: new, name: nil, year: nil)]
        }
    }

    /// The columns of one level from the oldest to the newest; those without a year keep their order before the others.
    func history(of type: AreaType) -> [LookupLayout.HistoryColumn] {
        codes.filter { $0.level.type == type }.enumerated()
            .sorted { ($0.element.level.year, $0.offset) < ($1.element.level.year, $1.offset) }
            .map { _, described in
                .init(
                    code: described.column, name: name(of: described), year: Int(described.level.year).map { 2000 + $0 }
                )
            }
    }

    /// The names that belong to a column of codes.
    func name(of code: Described) -> CSVColumn? {
        all.first { !$0.level.isCode && $0.level.type == code.level.type && $0.level.year == code.level.year }?.column
    }
}
