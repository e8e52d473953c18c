import GeographyModel

/// An area's part in a larger one.
public struct WeightedMember: Hashable, Sendable {
    /// The area, by its row of the draws.
    public var area: Int
    /// Its weight: the population that the figure is about × the share of it that lies in the larger area.
    public var weight: Double

    /// Makes a part from a population and the share, 0…1, of it that lies in the larger area.
    public init(area: Int, population: Double, share: Double = 1) {
        self.area = area
        weight = population * share
    }
}

extension DrawMatrix {
    /// The draws of larger areas: in every draw the mean of the members, Σ wᵢ pᵢ ÷ Σ wᵢ.
    ///
    /// Because the members are averaged within each draw, the interval of the whole (``estimates(confidence:)``) keeps
    /// the error that they share.
    ///
    /// - Parameter wholes: For each larger area, its members; a member that straddles stands in several with its share.
    /// - Throws: `GeodataError` `noFigures` where an area's members have no weight, `inputMalformed` where a weight is
    ///   negative or not finite.
    public func rolledUp(to wholes: [[WeightedMember]]) throws -> DrawMatrix {
        var rolled: [Float] = []
        rolled.reserveCapacity(wholes.count * drawCount)
        var sums = [Double](repeating: 0, count: drawCount)
        for (number, members) in wholes.enumerated() {
            guard members.allSatisfy({ $0.weight >= 0 && $0.weight.isFinite }) else {
                throw GeodataError(
                    .inputMalformed,
                    "A member of larger area \(number + 1) has a weight that is negative or not finite.",
                    remedy: "Give each member its population, and a share of 0 to 1.")
            }
            let total = members.reduce(0) { $0 + $1.weight }
            guard total > 0 else {
                throw GeodataError(
                    .noFigures, "The members of larger area \(number + 1) have no population.",
                    remedy: "Leave it out, or give its members populations.")
            }
            for draw in sums.indices { sums[draw] = 0 }
            for member in members {
                let part = member.weight / total
                for (draw, value) in row(member.area).enumerated() { sums[draw] += part * Double(value) }
            }
            rolled.append(contentsOf: sums.lazy.map { Float($0) })
        }
        return DrawMatrix(trusted: rolled, areaCount: wholes.count, drawCount: drawCount)
    }
}
