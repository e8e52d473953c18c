/// A table, with what a screen reader needs to read it cell by cell.
package struct PageTable: Sendable {
    /// A column.
    package struct Column: Sendable {
        /// The words above it.
        package var heading: String
        /// Whether it holds numbers, which stand right-aligned and unbroken.
        package var isNumeric: Bool
        /// Whether its cells say what their row is about; one column of a table should.
        package var isRowHeader: Bool

        /// Makes a column.
        package init(_ heading: String, isNumeric: Bool = false, isRowHeader: Bool = false) {
            self.heading = heading
            self.isNumeric = isNumeric
            self.isRowHeader = isRowHeader
        }
    }

    /// What the table shows, in a line.
    package var caption: String
    /// The columns, in order.
    package var columns: [Column]
    /// The rows; cells that a row lacks are unknown, those beyond the columns are left out.
    package var rows: [[PageCell]]

    /// Makes a table.
    package init(_ caption: String, columns: [Column], rows: [[PageCell]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
