import GeographyModel

/// The mean of an area's neighbours, for every area: row-standardised contiguity weights, wᵢⱼ = 1 ÷ number of neighbours.
struct SpatialLag {
    /// The deviations of the figures from their mean.
    let deviations: [Double]
    /// The sum of the squared deviations, above 0.
    let squares: Double
    /// How many areas have neighbours: the sum of all weights.
    let connectedCount: Int
    private let starts: [Int]
    private let neighbours: [Int]

    /// - Throws: `GeodataError` `inputMalformed` where figures and neighbours do not fit each other or a figure is not
    ///   finite, `noFigures` where all figures are equal or no area has a neighbour: then there is no pattern to measure.
    init(values: [Double], neighbours lists: [[Int]]) throws {
        guard values.count == lists.count else {
            throw Self.malformed("\(values.count) figures do not fit the neighbours of \(lists.count) areas.")
        }
        guard values.allSatisfy(\.isFinite) else { throw Self.malformed("A figure is not finite.") }
        for (area, list) in lists.enumerated() {
            guard list.allSatisfy({ values.indices ~= $0 && $0 != area }), Set(list).count == list.count else {
                throw Self.malformed("The neighbours of area \(area + 1) name itself, one area twice, or no area.")
            }
        }
        let mean = values.reduce(0, +) / Double(max(values.count, 1))
        let deviations = values.map { $0 - mean }
        squares = deviations.reduce(0) { $0 + $1 * $1 }
        self.deviations = deviations
        connectedCount = lists.count { !$0.isEmpty }
        starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        neighbours = Array(lists.joined())
        guard connectedCount > 0, let first = values.first, values.contains(where: { $0 != first }) else {
            throw GeodataError(
                .noFigures, "There is no spatial pattern: all figures are equal, or no area has a neighbour.",
                remedy: "Take areas that adjoin each other and have different figures.")
        }
    }

    /// How many neighbours an area has.
    func neighbourCount(of area: Int) -> Int { starts[area + 1] - starts[area] }

    /// The mean deviation of an area's neighbours; 0 for an area without neighbours.
    @inline(__always)
    func lag(of area: Int, in deviations: [Double]) -> Double {
        let (start, end) = (starts[area], starts[area + 1])
        guard start < end else { return 0 }
        var sum = 0.0
        for place in start..<end { sum += deviations[neighbours[place]] }
        return sum / Double(end - start)
    }

    private static func malformed(_ message: String) -> GeodataError {
        GeodataError(.inputMalformed, message, remedy: "Give each area one finite figure and its neighbours.")
    }
}
