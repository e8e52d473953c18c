import FeatureFormats
import GeographyModel

extension Page {
    /// A page with one table.
    init(_ listing: Listing, target: String) {
        self.init(title: listing.title, target: target)
        blocks = [.table(PageTable(listing))]
        notes = listing.notes.map(\.text)
        sources = listing.context.compactMap { member in
            guard ["source", "attribution"].contains(member.name), case .text(let words) = member.value else {
                return nil
            }
            return words
        }
    }
}

extension PageTable {
    /// The columns of a listing that people are shown. Areas are links to their own pages, and a value with both ends
    /// of its interval is drawn.
    init(_ listing: Listing, caption: String? = nil) {
        let places = Dictionary(
            listing.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let shown = listing.columns.indices.filter { !listing.columns[$0].isHiddenInTable }
        let intervals = IntervalColumns(listing, places: places, shown: shown)
        let header = shown.first { ["area_name", "name"].contains(listing.columns[$0].name) } ?? shown.first
        var columns: [Column] = []
        var cells: [([PropertyValue]) -> PageCell] = []
        for place in shown {
            let column = listing.columns[place]
            if let intervals, ["lower_ci", "upper_ci"].contains(column.name) {
                guard column.name == "lower_ci" else { continue }
                columns.append(Column("95 % interval"))
                cells.append(intervals.cell)
                continue
            }
            columns.append(
                Column(column.heading, isNumeric: column.isNumeric, isRowHeader: place == header))
            let code = column.name == "area_name" ? places["area_code"] : nil
            cells.append { row in
                guard place < row.count, row[place] != .null else { return .unknown }
                let words = column.text(of: row[place])
                guard let code, case .text(let identifier) = row[code] else { return PageCell(words) }
                return .link(PageLink(words, "/areas/\(identifier.addressPart)"))
            }
        }
        self.init(
            caption ?? listing.title, columns: columns, rows: listing.rows.map { row in cells.map { $0(row) } })
    }
}

/// The columns that together are a figure with its interval.
private struct IntervalColumns {
    let value: Int
    let lower: Int
    let upper: Int
    let scale: ClosedRange<Double>
    let column: Listing.Column

    /// - Returns: `nil` where the listing does not show all three.
    init?(_ listing: Listing, places: [String: Int], shown: [Int]) {
        guard let value = places["value"], let lower = places["lower_ci"], let upper = places["upper_ci"],
            shown.contains(lower), shown.contains(upper)
        else { return nil }
        let ends = listing.rows.flatMap { [$0[lower].number, $0[upper].number, $0[value].number] }.compactMap(\.self)
        guard let least = ends.min(), let greatest = ends.max(), least < greatest else { return nil }
        (self.value, self.lower, self.upper) = (value, lower, upper)
        scale = least...greatest
        column = listing.columns[lower]
    }

    func cell(_ row: [PropertyValue]) -> PageCell {
        guard let low = row[lower].number, let high = row[upper].number, low <= high else { return .unknown }
        let words = "\(column.text(of: row[lower])) to \(column.text(of: row[upper]))"
        guard let value = row[value].number else { return .text(words) }
        return .interval(PageInterval(words, value: value, bounds: low...high, scale: scale))
    }
}

extension PropertyValue {
    fileprivate var number: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }
}
