import GeographyModel

/// How factors go together before raking: a weight for every cell of a frame.
///
/// Raking keeps the odds ratios of the seed and moves its margins to those of an area. A table of weights that are all
/// the same makes the factors independent. A cell of weight 0 stays empty everywhere (a structural zero).
public struct SeedTable: Hashable, Sendable {
    /// The frame.
    public let frame: PopulationFrame
    /// For each cell, its weight in any unit; the last factor runs fastest.
    public let weights: [Double]

    /// Makes a seed table.
    ///
    /// - Throws: `inputRefused` where there is not one weight for each cell, or one is negative or not finite, or all
    ///   are 0.
    public init(frame: PopulationFrame, weights: [Double]) throws {
        guard weights.count == frame.cellCount else {
            throw GeodataError(
                .inputRefused, "The seed table has \(weights.count) weights for \(frame.cellCount) cells.",
                remedy: "Give one weight for each combination of levels.")
        }
        guard weights.allSatisfy({ $0.isFinite && $0 >= 0 }), weights.contains(where: { $0 > 0 }) else {
            throw GeodataError(
                .inputRefused, "The seed table has a weight that is negative or not finite, or none above 0.",
                remedy: "Give weights of 0 or more, such as counts of survey respondents.")
        }
        self.frame = frame
        self.weights = weights
    }
}
