import GeographyModel

/// Areas in the order of their deprivation, each at the middle of its share of the people: its ridit.
///
/// The ridit of an area is the share of all people who live in less deprived areas, plus half of its own share; areas
/// that are equally deprived share the middle of the people of all of them. Bross, Biometrics 14 (1958) 18–38. Its
/// mean over the people is ½.
///
/// ```swift
/// let scale = try DeprivationScale(deprivation: scores, population: people)
/// scale.inequality(of: values).slopeIndex  // percentage points from the least to the most deprived
/// ```
public struct DeprivationScale: Hashable, Sendable {
    /// Each area's place, 0 (least deprived) … 1 (most deprived).
    public let ridits: [Double]
    /// Each area's share of the people, 0…1.
    public let shares: [Double]

    /// Puts areas in order.
    ///
    /// - Parameters:
    ///   - deprivation: How deprived each area is; more is more deprived, as in the score of the Index of Multiple
    ///     Deprivation. Give a rank in which 1 is the most deprived with its sign turned.
    ///   - population: How many people live in each area.
    /// - Throws: `GeodataError` `inputMalformed` where the two do not fit each other, are not finite, or a population is
    ///   negative; `noFigures` where all people live in equally deprived areas, so that there is nothing to compare.
    public init(deprivation: [Double], population: [Double]) throws {
        guard deprivation.count == population.count, deprivation.allSatisfy(\.isFinite),
            population.allSatisfy({ $0.isFinite && $0 >= 0 })
        else {
            throw GeodataError(
                .inputMalformed, "Deprivation and population must be finite, and one of each for every area.",
                remedy: "Leave out areas that lack either.")
        }
        let total = population.reduce(0, +)
        let shares = population.map { total > 0 ? $0 / total : 0 }
        let order = deprivation.indices.sorted { deprivation[$0] < deprivation[$1] }
        var ridits = [Double](repeating: 0, count: order.count)
        var (start, before) = (0, 0.0)
        while start < order.count {
            let end = order[start...].firstIndex { deprivation[$0] > deprivation[order[start]] } ?? order.count
            let share = order[start..<end].reduce(0) { $0 + shares[$1] }
            for area in order[start..<end] { ridits[area] = before + share / 2 }
            before += share
            start = end
        }
        self.ridits = ridits
        self.shares = shares
        guard total > 0, spread > 1e-12 else {
            throw GeodataError(
                .noFigures, "Everybody lives in equally deprived areas, so no inequality can be measured.",
                remedy: "Take areas that differ in deprivation and have people.")
        }
    }

    /// The variance of the ridits over the people.
    var spread: Double {
        zip(shares, ridits).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5) }
    }
}
