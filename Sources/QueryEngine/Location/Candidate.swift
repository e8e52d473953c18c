/// An area that may cover a position of a cell.
///
/// The candidates of a cell stand one after another in order of precedence; the first one that is certain ends them.
struct Candidate: Sendable {
    /// The area; -1 for none.
    let area: Int32
    /// The first of the area's chains in the cell's row; `.max` where the answer is certain without them.
    let chain: UInt32

    /// The area's edges decide.
    init(area: Int32, chain: UInt32) {
        self.area = area
        self.chain = chain
    }

    /// The area covers the whole cell.
    init(certain area: Int32) {
        self.area = area
        chain = .max
    }

    /// No area, for certain.
    static let none = Candidate(certain: -1)

    /// Whether the candidate holds for every position of the cell.
    var isCertain: Bool { chain == .max }
}

/// Neighbouring cells of one row that share a candidate.
struct CellRun {
    /// The first and the last column.
    let first, last: Int32
    /// The candidate of each of the cells.
    let candidate: Candidate
}
