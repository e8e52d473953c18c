/// One thing that was asked for, with the linear rows over the candidates that say the same.
public struct NamedConstraint: Sendable {
    /// What kind of wish it is.
    public enum Kind: String, Sendable {
        /// How many sites.
        case count
        /// What they cost together.
        case budget
        /// How many a group has.
        case group
        /// How far they are apart.
        case separation
        /// A candidate that must be a site.
        case include
        /// Candidates that must not.
        case exclude
        /// Everybody is to be within reach.
        case service
    }

    /// What kind of wish it is.
    public let kind: Kind
    /// The wish in words, as a part of a list: `at least 1 site in region North East`.
    public let text: String
    /// What it means.
    let rows: [SelectionRow]
}

/// lower ≤ Σ coefficient × (is a site) ≤ upper.
struct SelectionRow: Sendable {
    /// The candidates in it.
    var candidates: [Int32]
    /// Their coefficients, above 0; `nil` where all are 1.
    var coefficients: [Double]?
    /// The least sum; −∞ for none.
    var lower: Double
    /// The greatest sum; ∞ for none.
    var upper: Double

    /// A row in which every candidate counts 1.
    init(_ candidates: some Sequence<Int>, lower: Double = -.infinity, upper: Double = .infinity) {
        self.init(candidates.map { Int32($0) }, coefficients: nil, lower: lower, upper: upper)
    }

    /// A row with coefficients of its own.
    init(_ candidates: [Int32], coefficients: [Double]?, lower: Double = -.infinity, upper: Double = .infinity) {
        self.candidates = candidates
        self.coefficients = coefficients
        self.lower = lower
        self.upper = upper
    }
}
