import GeographyModel

/// A listing laid out for a terminal: title, headings, rows and notes, columns two spaces apart.
///
/// Numeric columns stand on the right. Where the table is wider than the layout, the widest elastic column gives way
/// cell by cell, down to 8 cells; a table whose columns cannot give way runs past the width rather than lose figures.
struct ListingTable {
    private let listing: Listing
    private let layout: ListingFormat.Layout
    private let shown: [Int]
    private let cells: [[String]]
    private let widths: [Int]

    private static let gap = 2
    private static let leastElasticWidth = 8

    init(_ listing: Listing, layout: ListingFormat.Layout) {
        let shown = listing.columns.indices.filter { !listing.columns[$0].isHiddenInTable }
        let headings = shown.map { listing.columns[$0].heading.asTerminalText }
        let rows = listing.rows.map { row in
            shown.map { listing.columns[$0].text(of: row.indices.contains($0) ? row[$0] : .null) }
        }
        let cells = [headings] + rows
        let natural = shown.indices.map { place in cells.map { $0[place].displayWidth }.max() ?? 0 }
        self.listing = listing
        self.layout = layout
        self.shown = shown
        self.cells = cells
        widths = Self.fitted(natural, isElastic: shown.map { listing.columns[$0].isElastic }, to: layout.width)
    }

    private static func fitted(_ natural: [Int], isElastic: [Bool], to width: Int) -> [Int] {
        var widths = natural
        var excess = widths.reduce(0, +) + gap * max(widths.count - 1, 0) - width
        while excess > 0 {
            let elastic = widths.indices.filter { isElastic[$0] && widths[$0] > leastElasticWidth }
            guard let widest = elastic.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    func write(into buffer: inout TextBuffer) {
        if !listing.title.isEmpty {
            for line in listing.title.asTerminalText.wrapped(toWidth: layout.width) {
                write(line, style: nil, into: &buffer)
            }
            buffer.append("\n")
        }
        for (place, row) in cells.enumerated() {
            write(line(of: row), style: place == 0 ? "1" : nil, into: &buffer)
        }
        if !listing.notes.isEmpty { buffer.append("\n") }
        for note in listing.notes {
            for (place, line) in note.text.asTerminalText.wrapped(toWidth: layout.width - 2).enumerated() {
                write((place == 0 ? "• " : "  ") + line, style: "2", into: &buffer)
            }
        }
    }

    private func line(of row: [String]) -> String {
        var line = ""
        for (place, text) in row.enumerated() {
            let column = listing.columns[shown[place]]
            let shown = column.isElastic ? text.cut(toWidth: widths[place]) : text
            let padding = String(repeating: " ", count: max(widths[place] - shown.displayWidth, 0))
            if place > 0 { line += String(repeating: " ", count: Self.gap) }
            line += column.isNumeric ? padding + shown : shown + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Writes a line with an SGR style (ECMA-48), where the layout is coloured.
    private func write(_ line: String, style: StaticString?, into buffer: inout TextBuffer) {
        let style = layout.isColoured ? style : nil
        if let style {
            buffer.append("\u{1B}[")
            buffer.append(style)
            buffer.append("m")
        }
        buffer.append(verbatim: line)
        if style != nil { buffer.append("\u{1B}[0m") }
        buffer.append("\n")
    }
}
