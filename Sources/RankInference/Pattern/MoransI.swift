/// Moran's I: whether areas are like their neighbours. Above its expectation, neighbours are alike.
///
///     I = (n ÷ S₀) Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ ÷ Σᵢ zᵢ²,   E(I) = −1 ÷ (n − 1)
///
/// with deviations z from the mean and row-standardised weights w, whose sum S₀ is the number of areas with neighbours.
/// Moran, *Notes on continuous stochastic phenomena*, Biometrika 37 (1950) 17–23; Cliff and Ord, *Spatial Processes* (1981).
///
/// Areas without neighbours are treated as PySAL's `esda` treats them: they count in n, the mean and Σz², and add nothing
/// to the products or to S₀. ``islandCount`` says how many there are.
///
/// Figures from a model of an area's residents inherit the spatial pattern of its covariates: their I says nothing of health
/// literacy that the covariates do not.
public struct MoransI: Hashable, Sendable {
    /// The statistic.
    public let index: Double
    /// What the statistic is expected to be where figures are scattered at random.
    public let expected: Double
    /// The pseudo p-value: one-sided, toward the tail that the statistic lies in, (number at least as extreme + 1) ÷
    /// (permutations + 1), as `esda` and GeoDa give it.
    public let pValue: Double
    /// How many times the figures were scattered over the areas.
    public let permutations: Int
    /// How many areas have no neighbours.
    public let islandCount: Int

    /// Measures the pattern.
    ///
    /// - Parameters:
    ///   - values: One figure for each area.
    ///   - neighbours: For each area, the areas that it adjoins, such as queen contiguity.
    ///   - permutations: How many times to scatter the figures at random.
    ///   - seed: What the scattering begins with; the same seed gives the same p-value.
    /// - Throws: `GeodataError` `inputMalformed` where figures and neighbours do not fit each other or a figure is not
    ///   finite, `noFigures` where all figures are equal or no area has a neighbour.
    public init(values: [Double], neighbours: [[Int]], permutations: Int = 999, seed: UInt64) throws {
        let lag = try SpatialLag(values: values, neighbours: neighbours)
        let scale = Double(values.count) / Double(lag.connectedCount) / lag.squares
        index = Self.products(lag, of: lag.deviations) * scale
        expected = -1 / Double(values.count - 1)
        islandCount = values.count - lag.connectedCount
        self.permutations = max(permutations, 0)
        var generator = SeededGenerator(seed: seed)
        var scattered = lag.deviations
        var tails = PermutationTails(observed: index)
        for _ in 0..<self.permutations {
            for place in stride(from: scattered.count - 1, to: 0, by: -1) {
                scattered.swapAt(place, generator.next(below: place + 1))
            }
            tails.count(Self.products(lag, of: scattered) * scale)
        }
        pValue = tails.pValue
    }

    private static func products(_ lag: SpatialLag, of deviations: [Double]) -> Double {
        var sum = 0.0
        for area in deviations.indices { sum += deviations[area] * lag.lag(of: area, in: deviations) }
        return sum
    }
}
