import GeographyModel

/// How factors go together before raking: a weight for every cell of a frame.
///
/// Raking keeps the odds ratios of the seed and moves its margins to those of an area. A table of weights that are all
/// the same makes the factors independent. A cell of weight 0 stays empty everywhere (a structural zero).
public struct SeedTable: Hashable, Sendable {
    /// The frame.
    public let frame: PopulationFrame
    /// For each cell, its part of all weights; the last factor runs fastest. Together they are 1, so that counts of any
    /// size can be raked.
    public let weights: [Double]

    /// Makes a seed table.
    ///
    /// - Parameters:
    ///   - frame: The frame.
    ///   - weights: For each cell, its weight in any unit.
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
        // Large weights are made small first: their sum may be beyond what a number holds.
        let largest = weights.reduce(0, max)
        let scaled = weights.map { $0 / largest }
        let sum = scaled.reduce(0, +)
        self.weights = scaled.map { $0 / sum }
    }
}

extension SeedTable {
    /// Some people of a cross table: their levels, and how many they are.
    public struct Entry: Hashable, Sendable {
        /// For each factor that the cross table knows, the name of the level.
        public var levels: [String: String]
        /// How many people, in any unit.
        public var weight: Double

        /// Makes an entry.
        public init(levels: [String: String], weight: Double) {
            self.levels = levels
            self.weight = weight
        }
    }

    /// Makes a seed table from a cross table of some or all of the factors.
    ///
    /// A factor that an entry does not name is independent of the others: every level has the entry's weight. Cells
    /// that no entry reaches are structural zeros.
    ///
    /// - Throws: `invalidRequest` where a factor or level is unknown, and as ``init(frame:weights:)`` does.
    public init(frame: PopulationFrame, entries: some Sequence<Entry>) throws {
        var weights = [Double](repeating: 0, count: frame.cellCount)
        for entry in entries {
            for factor in entry.levels.keys { _ = try frame.factor(named: factor) }
            let axes = try frame.factors.enumerated().map { index, factor in
                if let level = entry.levels[factor.name] {
                    return [try frame.position(ofLevel: level, factor: factor.name)]
                }
                return Array(frame.positions(ofFactor: index))
            }
            for cell in CellGroup(axes: axes).fold(0, { $0 + frame.cellSteps[$1] }) { weights[cell] += entry.weight }
        }
        try self.init(frame: frame, weights: weights)
    }
}
