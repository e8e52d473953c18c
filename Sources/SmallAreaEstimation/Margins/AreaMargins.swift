public import GeographyModel

/// Who lives in an area: for each factor of the frame, how people divide among its levels, as proportions 0…1.
public struct AreaMargins: Hashable, Sendable {
    /// How far the proportions of one factor may miss 1 in sum; what is within is scaled to 1. Proportions that were
    /// published with three decimals are let in.
    public static let tolerance = 2e-3

    /// The area.
    public let area: AreaCode
    /// How many people of working age live there.
    public let population: Double
    /// The frame whose factors the margins follow.
    public let frame: PopulationFrame
    /// For each position of the frame, the proportion of people at that level.
    let shares: [Double]

    /// Takes margins by the names of factors and levels.
    ///
    /// Where one level of a factor is not named, it takes what the others leave: `["male": ["yes": 0.49]]` is enough.
    ///
    /// ```swift
    /// let margins = try AreaMargins(area: code, population: 56_449, frame: .skillsForLife, proportions: proportions)
    /// ```
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - population: How many people of working age live there.
    ///   - frame: The frame.
    ///   - proportions: For each factor, the proportions 0…1 by level.
    /// - Throws: `invalidRequest` where a factor or level is unknown, `inputRefused` where a factor is missing, a
    ///   proportion is negative or not a number, a factor does not add up to 1, or nobody lives in the area.
    public init(
        area: AreaCode, population: Double, frame: PopulationFrame, proportions: [String: [String: Double]]
    ) throws {
        var shares = [Double](repeating: .nan, count: frame.levelCount)
        for (factor, levels) in proportions {
            for (level, share) in levels { shares[try frame.position(ofLevel: level, factor: factor)] = share }
            let range = frame.positions(ofFactor: try frame.factor(named: factor))
            let unnamed = frame.factors[try frame.factor(named: factor)].levels.filter { levels[$0.name] == nil }
            guard unnamed.count == 1 else { continue }
            let position = try frame.position(ofLevel: unnamed[0].name, factor: factor)
            shares[position] = range.reduce(1) { $1 == position ? $0 : $0 - shares[$1] }
            // 1 − 0.44 − 0.56 leaves a rounding error below nothing.
            if abs(shares[position]) < 1e-12 { shares[position] = 0 }
        }
        try self.init(area: area, population: population, frame: frame, shares: shares)
    }

    /// Takes one proportion for each position of the frame and scales every factor to 1.
    init(area: AreaCode, population: Double, frame: PopulationFrame, shares: [Double]) throws {
        let problems = MarginProblem.all(population: population, shares: shares, frame: frame)
        if let first = problems.first { throw first.error(area: area) }
        var scaled = shares
        for factor in frame.factors.indices {
            let range = frame.positions(ofFactor: factor)
            let sum = shares[range].reduce(0, +)
            for position in range { scaled[position] /= sum }
        }
        self.area = area
        self.population = population
        self.frame = frame
        self.shares = scaled
    }

    /// The proportion of people at a level, 0…1.
    ///
    /// - Throws: `invalidRequest` where no factor or no level of it bears the name.
    public func proportion(ofLevel level: String, factor: String) throws -> Double {
        shares[try frame.position(ofLevel: level, factor: factor)]
    }
}
