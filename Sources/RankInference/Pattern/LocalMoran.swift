/// Local Moran: which areas make the spatial pattern, or stand against it.
///
///     Iᵢ = (n − 1) zᵢ Σⱼ wᵢⱼ zⱼ ÷ Σⱼ zⱼ²
///
/// with deviations z from the mean and row-standardised weights w. Anselin, *Local indicators of spatial association*,
/// Geographical Analysis 27 (1995) 93–115; scaled as PySAL's `esda` scales it. The p-value comes from conditional
/// permutation: the area keeps its figure, and its neighbours' figures are drawn from all other areas.
///
/// An area without neighbours counts in n, the mean and Σz², and has Iᵢ = 0, all as in `esda`; but it has no p-value and
/// no cluster here, where `esda` gives it the least p-value that the permutations allow. No allowance is made for testing
/// many areas: at 5 %, one area in twenty is expected to be significant by chance.
public struct LocalMoran: Hashable, Sendable {
    /// How an area and its neighbours stand to the mean.
    public enum Cluster: String, CaseIterable, Sendable {
        /// A high figure among high ones.
        case highHigh = "high-high"
        /// A low figure among low ones.
        case lowLow = "low-low"
        /// A high figure among low ones.
        case highLow = "high-low"
        /// A low figure among high ones.
        case lowHigh = "low-high"
        /// Nothing that chance would not give, or no neighbours.
        case notSignificant = "not-significant"
    }

    /// The local statistic.
    public let index: Double
    /// The pseudo p-value, one-sided as in ``MoransI/pValue``; `nil` for an area without neighbours.
    public let pValue: Double?
    private let isHigh: Bool
    private let isAmongHigh: Bool

    /// The kind of cluster that the area is in, if its p-value is at most `level`.
    public func cluster(significantAt level: Double = 0.05) -> Cluster {
        guard let pValue, pValue <= level else { return .notSignificant }
        switch (isHigh, isAmongHigh) {
        case (true, true): return .highHigh
        case (false, false): return .lowLow
        case (true, false): return .highLow
        case (false, true): return .lowHigh
        }
    }

    /// Measures every area, in the order of `values`.
    ///
    /// - Parameters:
    ///   - values: One figure for each area.
    ///   - neighbours: For each area, the areas that it adjoins, such as queen contiguity.
    ///   - permutations: How many times to draw each area's neighbours at random.
    ///   - seed: What the drawing begins with; the same seed gives the same p-values.
    /// - Throws: `GeodataError`, as ``MoransI/init(values:neighbours:permutations:seed:)``.
    public static func statistics(
        values: [Double], neighbours: [[Int]], permutations: Int = 999, seed: UInt64
    ) throws -> [LocalMoran] {
        let lag = try SpatialLag(values: values, neighbours: neighbours)
        let scale = Double(values.count - 1) / lag.squares
        var generator = SeededGenerator(seed: seed)
        var others = ConditionalPermutation(count: values.count)
        return values.indices.map { area in
            let own = lag.deviations[area]
            let around = lag.lag(of: area, in: lag.deviations)
            let index = own * around * scale
            let size = lag.neighbourCount(of: area)
            var pValue: Double?
            if size > 0 {
                others.holdOut(area)
                var tails = PermutationTails(observed: index)
                for _ in 0..<max(permutations, 0) {
                    let sum = others.sum(of: size, from: lag.deviations, with: &generator)
                    tails.count(own * (sum / Double(size)) * scale)
                }
                pValue = tails.pValue
            }
            return LocalMoran(index: index, pValue: pValue, isHigh: own > 0, isAmongHigh: around > 0)
        }
    }
}

/// Draws some of all areas but one, without replacement.
private struct ConditionalPermutation {
    /// All areas in any order, the one that is held out last.
    private var areas: [Int]
    private var places: [Int]

    init(count: Int) {
        areas = Array(0..<count)
        places = areas
    }

    mutating func holdOut(_ area: Int) {
        exchange(places[area], areas.count - 1)
    }

    /// The sum of the deviations of `size` areas: the first steps of a Fisher–Yates shuffle.
    mutating func sum(of size: Int, from deviations: [Double], with generator: inout SeededGenerator) -> Double {
        var sum = 0.0
        for place in 0..<size {
            exchange(place, place + generator.next(below: areas.count - 1 - place))
            sum += deviations[areas[place]]
        }
        return sum
    }

    @inline(__always)
    private mutating func exchange(_ first: Int, _ second: Int) {
        areas.swapAt(first, second)
        places[areas[first]] = first
        places[areas[second]] = second
    }
}
