/// Counts how many permuted statistics are at least as extreme as the observed one, on either side.
///
/// Ties count on both sides, where `esda` counts them on the upper one alone; two statistics that differ by rounding only,
/// as sums of the same figures in another order do, are ties.
struct PermutationTails {
    private let observed: Double
    private let tolerance: Double
    private var above = 0
    private var below = 0
    private var permutations = 0

    init(observed: Double) {
        self.observed = observed
        tolerance = 1e-12 * max(abs(observed), 1)
    }

    @inline(__always)
    mutating func count(_ permuted: Double) {
        permutations += 1
        if permuted >= observed - tolerance { above += 1 }
        if permuted <= observed + tolerance { below += 1 }
    }

    /// (number in the smaller tail + 1) ÷ (permutations + 1).
    var pValue: Double { Double(min(above, below) + 1) / Double(permutations + 1) }
}
