/// The rows of an answer with their columns, and what must be said about them: what a table, a CSV file and a JSON
/// document are all written from, so that they cannot differ.
public struct Listing: Sendable {
    /// How a column is shown to people. Machine formats write every value in full.
    public struct Column: Sendable {
        /// The stable name, a JSON key and CSV header, in `snake_case`.
        public var name: String
        /// The heading in a table, with its unit.
        public var heading: String
        /// Decimal places in a table; `nil` shows a number as short as it can be told.
        public var decimals: Int?
        /// Whether a table lines the column up on the right, as numbers are.
        public var isNumeric: Bool
        /// Whether a table may cut the column's text to fit the terminal.
        public var isElastic: Bool
        /// Whether only machine formats show the column.
        public var isHiddenInTable: Bool

        /// Describes a column.
        public init(
            _ name: String, heading: String, decimals: Int? = nil, isNumeric: Bool = false, isElastic: Bool = false,
            isHiddenInTable: Bool = false
        ) {
            self.name = name
            self.heading = heading
            self.decimals = decimals
            self.isNumeric = isNumeric
            self.isElastic = isElastic
            self.isHiddenInTable = isHiddenInTable
        }
    }

    /// One line above a table that says what it shows.
    public var title: String
    /// What the whole answer rests on (indicator, edition, polarity …): the members of the JSON object before the rows.
    public var context: [Property]
    /// The JSON key of the array of rows, such as `areas`.
    public var rowsName: String
    /// The columns, in order.
    public var columns: [Column]
    /// The rows; each has one value a column.
    public var rows: [[PropertyValue]]
    /// What the reader must know to use the figures rightly.
    public var notes: [Note]

    /// Makes a listing.
    public init(
        title: String, context: [Property], rowsName: String, columns: [Column], rows: [[PropertyValue]], notes: [Note]
    ) {
        self.title = title
        self.context = context
        self.rowsName = rowsName
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }
}
