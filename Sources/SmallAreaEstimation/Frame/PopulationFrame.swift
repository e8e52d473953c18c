import GeographyModel

/// The cells into which the frame divides people: one for every combination of the factors' levels.
///
/// Cells are numbered with the last factor running fastest. All levels of all factors are also numbered in one run,
/// factor after factor: an area's margins are one number for each of these *positions*, and so are the effects.
public struct PopulationFrame: Hashable, Sendable {
    /// The factors, in the order in which cells run.
    public let factors: [FrameFactor]
    /// For each factor, the position of its first level; at the end, how many positions there are.
    let offsets: [Int]
    /// For each position, by how many cells a cell at this level lies after the one at the factor's first level.
    let cellSteps: [Int]

    /// Makes a frame.
    public init(factors: [FrameFactor]) {
        precondition(factors.allSatisfy { !$0.levels.isEmpty }, "a factor has at least one level")
        self.factors = factors
        offsets = factors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.levels.count) }
        var steps: [Int] = []
        var stride = 1
        for factor in factors.reversed() {
            steps.insert(contentsOf: factor.levels.indices.map { $0 * stride }, at: 0)
            stride *= factor.levels.count
        }
        cellSteps = steps
    }

    /// How many cells there are.
    public var cellCount: Int { factors.reduce(1) { $0 * $1.levels.count } }
    /// How many levels all factors have together.
    public var levelCount: Int { offsets[factors.count] }

    /// The positions of a factor's levels.
    func positions(ofFactor factor: Int) -> Range<Int> { offsets[factor]..<offsets[factor + 1] }

    /// How many cells lie between two that differ by one level of the factor.
    func stride(ofFactor factor: Int) -> Int {
        factors[(factor + 1)...].reduce(1) { $0 * $1.levels.count }
    }

    /// For each position, the model's term; `nil` for a reference level.
    var terms: [String?] { factors.flatMap { $0.levels.map(\.term) } }

    /// The number of a factor.
    ///
    /// - Throws: `invalidRequest` where no factor bears the name.
    func factor(named name: String) throws -> Int {
        if let index = factors.firstIndex(where: { $0.name == name }) { return index }
        throw GeodataError(
            .invalidRequest, "There is no factor \"\(name)\".",
            remedy: "The factors are \(factors.map(\.name).joined(separator: ", ")).")
    }

    /// The position of a level.
    ///
    /// - Throws: `invalidRequest` where no factor or no level of it bears the name.
    func position(ofLevel name: String, factor factorName: String) throws -> Int {
        let factor = try factor(named: factorName)
        if let index = factors[factor].levels.firstIndex(where: { $0.name == name }) { return offsets[factor] + index }
        throw GeodataError(
            .invalidRequest, "The factor \"\(factorName)\" has no level \"\(name)\".",
            remedy: "Its levels are \(factors[factor].levels.map(\.name).joined(separator: ", ")).")
    }
}
