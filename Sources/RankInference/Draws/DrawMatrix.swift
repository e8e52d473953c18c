import GeographyModel

/// Posterior draws of many areas: one row an area, one column a draw, in the indicator's unit.
///
/// The draws of a column belong together, since they come from the same coefficients; so whatever is compared, ranked
/// or added up is computed within each draw, and only then summarised.
///
/// ```swift
/// let draws = try DrawMatrix(areaCount: 2, drawCount: 3, values: [38, 40, 39, 51, 55, 53])
/// draws.estimate(ofArea: 1)  // 53, with its 95 % interval
/// ```
public struct DrawMatrix: Hashable, Sendable {
    /// How many areas there are.
    public let areaCount: Int
    /// How many draws each area has, at least 1.
    public let drawCount: Int
    /// The draws, area after area.
    public let values: [Float]

    /// Takes draws, area after area.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where there are no draws, their number is not `areaCount` ×
    ///   `drawCount`, or one is not finite.
    public init(areaCount: Int, drawCount: Int, values: [Float]) throws {
        guard areaCount >= 0, drawCount > 0 else {
            throw Self.malformed("\(areaCount) areas with \(drawCount) draws each cannot be summarised.")
        }
        guard values.count == areaCount * drawCount else {
            throw Self.malformed("\(values.count) draws cannot be \(drawCount) draws for each of \(areaCount) areas.")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw Self.malformed("Draw \(place % drawCount + 1) of area \(place / drawCount + 1) is not finite.")
        }
        self.init(trusted: values, areaCount: areaCount, drawCount: drawCount)
    }

    /// Takes draws that are known to be finite and of the right number.
    init(trusted values: [Float], areaCount: Int, drawCount: Int) {
        self.areaCount = areaCount
        self.drawCount = drawCount
        self.values = values
    }

    /// The draws of one area.
    public func row(_ area: Int) -> ArraySlice<Float> {
        precondition(0..<areaCount ~= area, "There is no area \(area) among \(areaCount).")
        return values[area * drawCount..<(area + 1) * drawCount]
    }

    /// The draws in other units: each area's draws times its factor, such as population ÷ 100 for people.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where there is not one factor for each area, or a product is not finite.
    public func scaled(by factors: [Double]) throws -> DrawMatrix {
        guard factors.count == areaCount else {
            throw Self.malformed("\(factors.count) factors cannot scale \(areaCount) areas.")
        }
        var scaled = values
        for area in 0..<areaCount {
            for place in area * drawCount..<(area + 1) * drawCount {
                scaled[place] = Float(Double(scaled[place]) * factors[area])
            }
        }
        return try DrawMatrix(areaCount: areaCount, drawCount: drawCount, values: scaled)
    }

    static func malformed(_ message: String) -> GeodataError {
        GeodataError(.inputMalformed, message, remedy: "Make the draws again.")
    }
}
