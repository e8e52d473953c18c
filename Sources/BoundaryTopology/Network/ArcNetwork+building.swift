public import GeographyModel

extension ArcNetwork {
    /// Builds the network of the given areas; area `i` of the network is `areas[i]`.
    ///
    /// Positions that round to the same grid point are one vertex. Several layers that cover the same ground, such as
    /// districts and regions, can stand in one network: an arc is shared by all of them. Consecutive duplicates and
    /// spikes are dropped, rings without ground too, and rings are turned to run as RFC 7946 §3.1.6 says.
    ///
    /// Areas share only what has the same vertices: a vertex on the middle of a neighbour's edge is not joined to it.
    ///
    /// - Parameters:
    ///   - areas: Boundaries in CRS84 degrees.
    ///   - stepsPerDegree: The grid, at most 11 930 464 (a step of about 1 cm).
    /// - Throws: `GeodataError` `inputMalformed` where a position is not on Earth, `invalidRequest` where the grid is
    ///   too fine to be counted in 32 bits.
    public init(_ areas: [MultiPolygon], stepsPerDegree: Double = 10_000_000) throws(GeodataError) {
        guard stepsPerDegree >= 1, stepsPerDegree * 180 <= Double(Int32.max) else {
            throw GeodataError(
                .invalidRequest, "A grid of \(stepsPerDegree) steps in a degree cannot be used.",
                remedy: "Give 1 to 11930464 steps in a degree.")
        }
        var intake = RingIntake(
            stepsPerDegree: stepsPerDegree, positionCount: areas.reduce(0) { $0 + $1.positions.count })
        for area in areas { try intake.take(area) }
        self = ArcCutter.network(from: intake, stepsPerDegree: stepsPerDegree)
    }
}
