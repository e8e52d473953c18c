import GeographyModel

/// The weights of demand in many posterior draws, point after point.
public struct DemandDraws: Sendable {
    /// How many demand points there are.
    public let pointCount: Int
    /// How many draws each has, at least 1.
    public let drawCount: Int
    /// The weights: `values[point * drawCount + draw]`.
    public let values: [Double]

    /// Takes draws, point after point.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where their number is not `pointCount` × `drawCount`, or one is
    ///   negative or not finite.
    public init(pointCount: Int, drawCount: Int, values: [Double]) throws {
        guard pointCount > 0, drawCount > 0, values.count == pointCount * drawCount else {
            throw GeodataError(
                .inputMalformed,
                "\(values.count) weights cannot be \(drawCount) draws for each of \(pointCount) points.",
                remedy: "Bring the same number of draws for every demand point.")
        }
        if let place = values.firstIndex(where: { !($0.isFinite && $0 >= 0) }) {
            throw GeodataError(
                .inputMalformed,
                "Draw \(place % drawCount + 1) of demand point \(place / drawCount + 1) is \(values[place]).",
                remedy: "Weights are numbers from 0 up.")
        }
        self.pointCount = pointCount
        self.drawCount = drawCount
        self.values = values
    }

    /// The weights of all points in one draw.
    public func weights(inDraw draw: Int) -> [Double] { (0..<pointCount).map { values[$0 * drawCount + draw] } }

    /// The mean of each point's draws.
    public var means: [Double] {
        (0..<pointCount).map { point in
            values[point * drawCount..<(point + 1) * drawCount].reduce(0, +) / Double(drawCount)
        }
    }

    /// At most so many draws, evenly spaced. Posterior draws come in random order, so this is a random sample, and the
    /// same one every time.
    public func sampled(_ count: Int) -> DemandDraws {
        guard count > 0, count < drawCount else { return self }
        let chosen = (0..<count).map { $0 * drawCount / count }
        return DemandDraws(
            trusted: (0..<pointCount).flatMap { point in chosen.map { values[point * drawCount + $0] } },
            pointCount: pointCount, drawCount: count)
    }

    private init(trusted values: [Double], pointCount: Int, drawCount: Int) {
        self.pointCount = pointCount
        self.drawCount = drawCount
        self.values = values
    }
}
