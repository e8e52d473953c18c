/// Minimise Σ cost × x, where every row's sum lies between its limits and some x are whole numbers.
public struct MixedIntegerProgram: Sendable {
    /// The least value of each column.
    public private(set) var columnLower: [Double] = []
    /// The greatest value of each column.
    public private(set) var columnUpper: [Double] = []
    /// What one unit of each column costs.
    public internal(set) var costs: [Double] = []
    /// Whether each column must be a whole number.
    public private(set) var isInteger: [Bool] = []
    /// Where each row's entries start; one more than there are rows.
    public private(set) var rowStarts: [Int32] = [0]
    /// The column of each entry.
    public private(set) var entryColumns: [Int32] = []
    /// The coefficient of each entry.
    public private(set) var entryValues: [Double] = []
    /// The least sum of each row; −∞ for none.
    public private(set) var rowLower: [Double] = []
    /// The greatest sum of each row; ∞ for none.
    public private(set) var rowUpper: [Double] = []

    /// An empty program.
    public init() {}

    /// How many columns there are.
    public var columnCount: Int { costs.count }
    /// How many rows there are.
    public var rowCount: Int { rowLower.count }

    /// Adds a column and returns its number.
    @discardableResult
    public mutating func addColumn(
        cost: Double = 0, lower: Double = 0, upper: Double = 1, isInteger: Bool = false
    ) -> Int {
        costs.append(cost)
        columnLower.append(lower)
        columnUpper.append(upper)
        self.isInteger.append(isInteger)
        return costs.count - 1
    }

    /// Adds an entry to the row that is being made.
    public mutating func addEntry(_ column: Int, _ value: Double) {
        entryColumns.append(Int32(column))
        entryValues.append(value)
    }

    /// Ends the row that is being made.
    public mutating func endRow(lower: Double = -.infinity, upper: Double = .infinity) {
        rowStarts.append(Int32(entryColumns.count))
        rowLower.append(lower)
        rowUpper.append(upper)
    }

    /// Holds a column at a value.
    public mutating func fix(_ column: Int, at value: Double) {
        columnLower[column] = value
        columnUpper[column] = value
    }
}

extension MixedIntegerProgram {
    /// A program whose first columns say which candidates are sites, under constraints and without costs.
    ///
    /// Rows of one candidate become bounds of its column.
    init(candidateCount: Int, constraints: [NamedConstraint]) {
        self.init()
        for _ in 0..<candidateCount { addColumn(isInteger: true) }
        for row in constraints.lazy.flatMap(\.rows) {
            guard row.candidates.count == 1, row.coefficients == nil else {
                add(row)
                continue
            }
            let column = Int(row.candidates[0])
            columnLower[column] = max(columnLower[column], row.lower.rounded(.up))
            columnUpper[column] = min(columnUpper[column], row.upper.rounded(.down))
        }
        for column in 0..<candidateCount where columnLower[column] > columnUpper[column] {
            // A candidate that must and must not: said as a row that no solution meets.
            columnLower[column] = 0
            columnUpper[column] = 1
            addEntry(column, 1)
            endRow(lower: 2)
        }
    }

    /// Adds a row over the candidates.
    mutating func add(_ row: SelectionRow) {
        for (place, candidate) in row.candidates.enumerated() {
            addEntry(Int(candidate), row.coefficients?[place] ?? 1)
        }
        endRow(lower: row.lower, upper: row.upper)
    }

    /// The candidates that a solution makes sites.
    func sites(_ values: [Double]?, _ candidateCount: Int) -> [Int]? {
        values.map { values in (0..<candidateCount).filter { values[$0] > 0.5 } }
    }
}
