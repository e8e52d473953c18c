import GeographyModel

/// The cells of one area while they are raked.
struct RakingTable {
    private let margins: AreaMargins
    private let frame: PopulationFrame
    private var cells: [Double]
    /// For each position of the frame, the product of all that its cells were multiplied with.
    private(set) var multipliers: [Double]

    init(seed: SeedTable, margins: AreaMargins) {
        self.margins = margins
        frame = seed.frame
        cells = seed.weights
        multipliers = [Double](repeating: 1, count: frame.levelCount)
    }

    /// Multiplies cells, factor after factor, until every proportion is within `tolerance` of its margin.
    mutating func rake(tolerance: Double, sweeps: Int) throws {
        for _ in 0..<sweeps {
            for factor in frame.factors.indices { try fit(factor) }
            if gap().size <= tolerance { return }
        }
        let gap = gap()
        throw GeodataError(
            .inputRefused,
            "The raking of \(margins.area) does not converge: \(frame.factors[gap.factor].name) still misses its margin "
                + "by \(gap.size) after \(sweeps) rounds.",
            remedy: "The seed table has empty cells that these margins need. Fill them, or rake without a seed table.")
    }

    /// Multiplies the cells of each level so that the factor's margin is met.
    private mutating func fit(_ factor: Int) throws {
        let sums = sums(of: factor)
        let positions = frame.positions(ofFactor: factor)
        for (level, position) in positions.enumerated() {
            let target = margins.shares[position]
            guard sums[level] > 0 || target == 0 else {
                let definition = frame.factors[factor]
                throw GeodataError(
                    .inputRefused,
                    "The raking of \(margins.area) does not converge: the seed table leaves nobody for "
                        + "\"\(definition.levels[level].name)\" of \(definition.name), and \(target) of the people are.",
                    remedy: "Fill the empty cells of the seed table, or rake without one.")
            }
            let ratio = sums[level] > 0 ? target / sums[level] : 0
            multipliers[position] *= ratio
            scale(level: level, of: factor, by: ratio)
        }
    }

    /// The factor that is farthest from its margin, and how far.
    private func gap() -> (factor: Int, size: Double) {
        var worst = (factor: 0, size: 0.0)
        for factor in frame.factors.indices {
            for (sum, position) in zip(sums(of: factor), frame.positions(ofFactor: factor)) {
                // A sum that is not a number is a gap, too.
                let size = abs(sum - margins.shares[position])
                if !(size <= worst.size) { worst = (factor, size) }
            }
        }
        return worst
    }

    /// For each level of the factor, the sum of its cells.
    private func sums(of factor: Int) -> [Double] {
        let stride = frame.stride(ofFactor: factor)
        var sums = [Double](repeating: 0, count: frame.factors[factor].levels.count)
        cells.withUnsafeBufferPointer { cells in
            var level = 0
            for start in Swift.stride(from: 0, to: cells.count, by: stride) {
                var sum = 0.0
                for cell in start..<start + stride { sum += cells[cell] }
                sums[level] += sum
                level = level + 1 == sums.count ? 0 : level + 1
            }
        }
        return sums
    }

    private mutating func scale(level: Int, of factor: Int, by ratio: Double) {
        let stride = frame.stride(ofFactor: factor)
        let period = stride * frame.factors[factor].levels.count
        cells.withUnsafeMutableBufferPointer { cells in
            for start in Swift.stride(from: level * stride, to: cells.count, by: period) {
                for cell in start..<start + stride { cells[cell] *= ratio }
            }
        }
    }
}
