import Dispatch
public import GeographyModel

/// Areas whose people are spread over the cells of a frame so that every margin is met.
///
/// Raking (iterative proportional fitting: Deming and Stephan 1940) multiplies a seed by one number for each level of
/// each factor: `N(cell) = seed(cell) · Π multiplier(level)`. The multipliers are all that is kept; an area takes 28
/// numbers rather than 7,680. Without a seed the factors are independent and the multipliers are the margins themselves.
public struct RakedAreas: Sendable {
    /// The frame.
    public let frame: PopulationFrame
    /// What the raking began with; `nil` for independent factors.
    public let seed: SeedTable?
    /// The areas.
    public let areas: [AreaCode]
    /// For each area, how many people of working age live there.
    public let populations: [Double]
    /// For each area and each position of the frame, the multiplier; areas one after the other.
    let multipliers: [Double]

    /// Rakes areas.
    ///
    /// - Parameters:
    ///   - margins: The margins of the areas, all of one frame.
    ///   - seed: What the raking begins with; `nil` for independent factors.
    ///   - tolerance: How far a proportion may miss its margin.
    ///   - sweeps: After how many rounds over all factors the raking gives up.
    /// - Throws: `inputRefused` where the raking of an area does not converge; the error names the area and the factor
    ///   that is farthest from its margin.
    public init(
        _ margins: [AreaMargins], seed: SeedTable? = nil, tolerance: Double = 1e-9, sweeps: Int = 1000
    ) throws {
        let frame = seed?.frame ?? margins.first?.frame ?? .skillsForLife
        guard margins.allSatisfy({ $0.frame == frame }) else {
            throw GeodataError(
                .invalidRequest, "The margins and the seed table are not of one frame.",
                remedy: "Use the same factors and levels for all of them.")
        }
        self.frame = frame
        self.seed = seed
        areas = margins.map(\.area)
        populations = margins.map(\.population)
        guard let seed else {
            multipliers = margins.flatMap(\.shares)
            return
        }
        var results = [Result<[Double], any Error>](repeating: .success([]), count: margins.count)
        results.withUnsafeMutableBufferPointer { results in
            // Each iteration writes to its own element only.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: margins.count) { index in
                results[index] = Result {
                    var table = RakingTable(seed: seed, margins: margins[index])
                    try table.rake(tolerance: tolerance, sweeps: sweeps)
                    return table.multipliers
                }
            }
        }
        multipliers = try results.flatMap { try $0.get() }
    }

    /// The proportions of an area's people in every cell; they add up to 1. The last factor runs fastest.
    ///
    /// - Parameter index: The place of the area in ``areas``.
    public func cellProportions(ofAreaAt index: Int) -> [Double] {
        var cells = [1.0]
        for factor in frame.factors.indices {
            let levels = frame.positions(ofFactor: factor).map { multipliers[index * frame.levelCount + $0] }
            cells = cells.flatMap { cell in levels.map { cell * $0 } }
        }
        if let seed { for cell in cells.indices { cells[cell] *= seed.weights[cell] } }
        return cells
    }
}
