import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct RakedAreasTests {
    /// Weights in which every factor hangs together with every other.
    static func seed() throws -> SeedTable {
        let weights = (0..<7680).map { (cell: Int) -> Double in Double(1 + (cell * 7919 + cell / 640 * 31) % 17) }
        return try SeedTable(frame: .skillsForLife, weights: weights)
    }

    /// The share of each level of each factor in the cells, summed cell by cell.
    static func margins(of cells: [Double], frame: PopulationFrame) -> [[Double]] {
        var stride = cells.count
        return frame.factors.map { factor in
            stride /= factor.levels.count
            var sums = [Double](repeating: 0, count: factor.levels.count)
            for (cell, share) in cells.enumerated() { sums[cell / stride % factor.levels.count] += share }
            return sums
        }
    }

    @Test(arguments: [false, true]) func `raked cells have the margins of the area`(isSeeded: Bool) throws {
        let areas = MarginIntake(census: try GeoDataFiles.districts().prefix(6), file: "").areas
        let raked = try RakedAreas(areas, seed: isSeeded ? try Self.seed() : nil)
        for (index, area) in areas.enumerated() {
            let sums = Self.margins(of: raked.cellProportions(ofAreaAt: index), frame: raked.frame)
            for (factor, levels) in zip(raked.frame.factors, sums) {
                for (level, sum) in zip(factor.levels, levels) {
                    let target = try area.proportion(ofLevel: level.name, factor: factor.name)
                    #expect(abs(sum - target) < 1e-8, "\(area.area) \(factor.name) \(level.name)")
                }
            }
        }
    }

    @Test func `raking keeps the odds ratios of the seed`() throws {
        let frame = PopulationFrame(factors: [FrameFactor("a"), FrameFactor("b")])
        let margins = try AreaMargins(
            area: AreaCode("X1"), population: 10, frame: frame, proportions: ["a": ["yes": 0.3], "b": ["yes": 0.6]])
        let raked = try RakedAreas([margins], seed: SeedTable(frame: frame, weights: [40, 10, 5, 20]))
        let cells = raked.cellProportions(ofAreaAt: 0)
        #expect(abs(cells[0] * cells[3] / (cells[1] * cells[2]) - 40 * 20 / (10 * 5)) < 1e-6)
        // Independence would put 0.18 there.
        #expect(cells[3] > 0.25)
    }

    @Test func `an empty cell stays empty, and an empty level needs no cells`() throws {
        let frame = PopulationFrame(factors: [
            FrameFactor("a"), FrameFactor("b", levels: [.init("x"), .init("y", term: "y"), .init("z", term: "z")]),
        ])
        let margins = try AreaMargins(
            area: AreaCode("X1"), population: 10, frame: frame,
            proportions: ["a": ["yes": 0.3], "b": ["x": 0.5, "y": 0.5, "z": 0]])
        let raked = try RakedAreas([margins], seed: SeedTable(frame: frame, weights: [4, 2, 0, 0, 2, 0]))
        let cells = raked.cellProportions(ofAreaAt: 0)
        #expect(zip(cells, [0.5, 0.2, 0, 0, 0.3, 0]).allSatisfy { abs($0 - $1) < 1e-8 })
    }

    /// Where a = no goes with b = no alone, and a = yes with b = yes alone, the margins cannot differ.
    @Test(arguments: [
        ([1.0, 0, 0, 1], 0.6, "the raking of X7 does not converge"),
        ([1, 1, 0, 0], 0.3, "leaves nobody for \"yes\" of a"),
    ])
    func `raking that does not converge names the area`(weights: [Double], share: Double, words: String) throws {
        let frame = PopulationFrame(factors: [FrameFactor("a"), FrameFactor("b")])
        let good = try AreaMargins(
            area: AreaCode("X6"), population: 10, frame: frame, proportions: ["a": ["yes": 0], "b": ["yes": 0]])
        let bad = try AreaMargins(
            area: AreaCode("X7"), population: 10, frame: frame, proportions: ["a": ["yes": 0.3], "b": ["yes": share]])
        let seed = try SeedTable(frame: frame, weights: weights)
        #expect(throws: Never.self) { _ = try RakedAreas([good], seed: seed) }
        let error = geodataError { _ = try RakedAreas([good, bad], seed: seed) }
        #expect(error?.code == .inputRefused)
        #expect(error?.message.lowercased().contains(words.lowercased()) == true, "\(error?.message ?? "no error")")
        #expect(error?.message.contains("X7") == true)
    }

    @Test(arguments: [[1.0, 1, 1], [1, 1, 1, -1], [1, 1, 1, .nan], [0, 0, 0, 0]])
    func `a seed table that is none is refused`(weights: [Double]) {
        let frame = PopulationFrame(factors: [FrameFactor("a"), FrameFactor("b")])
        #expect(geodataError { _ = try SeedTable(frame: frame, weights: weights) }?.code == .inputRefused)
    }

    @Test func `the unit of a seed table does not matter`() throws {
        let frame = PopulationFrame(factors: [FrameFactor("a"), FrameFactor("b")])
        let small = try SeedTable(frame: frame, weights: [4, 1, 1, 2]).weights
        #expect(small == [0.5, 0.125, 0.125, 0.25])
        #expect(try SeedTable(frame: frame, weights: [0x1p1023, 0x1p1021, 0x1p1021, 0x1p1022]).weights == small)
    }

    @Test func `a cross table of some factors leaves the others independent`() throws {
        let frame = PopulationFrame(factors: [FrameFactor("a"), FrameFactor("b"), FrameFactor("c")])
        let entries = [("no", "no", 4.0), ("no", "yes", 1), ("yes", "yes", 3)].map { a, c, weight in
            SeedTable.Entry(levels: ["a": a, "c": c], weight: weight)
        }
        #expect(try SeedTable(frame: frame, entries: entries).weights.map { $0 * 16 } == [4, 1, 4, 1, 0, 3, 0, 3])
        let unknown = [SeedTable.Entry(levels: ["d": "no"], weight: 1)]
        #expect(geodataError { _ = try SeedTable(frame: frame, entries: unknown) }?.code == .invalidRequest)
    }
}
