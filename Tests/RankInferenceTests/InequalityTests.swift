import GeographyModel
import RankInference
import Testing

@Suite struct InequalityTests {
    private static let deprivation: [Double] = [30, 12, 45, 12, 8, 60, 22]
    private static let population: [Double] = [120, 300, 150, 200, 500, 90, 260]
    private static let figures: [Double] = [44, 37, 49, 35, 31, 56, 38.5]

    /// Expected: numpy 2.4.6. Ridits from sums over masks; the line by `polyfit(ridit, y, 1, w=sqrt(population))`, whose
    /// slope is the slope index; the concentration index 2 · cov ÷ mean by `cov(y, 1 − ridit, aweights=population, ddof=0)`.
    @Test func `indices of seven areas, two of them equally deprived`() throws {
        let scale = try DeprivationScale(deprivation: Self.deprivation, population: Self.population)
        let ridits = [
            0.8148148148148148, 0.46296296296296297, 0.8981481481481481, 0.46296296296296297, 0.15432098765432098,
            0.9722222222222222, 0.6975308641975309,
        ]
        #expect(zip(scale.ridits, ridits).allSatisfy { agree($0, $1) })
        let found = scale.inequality(of: Self.figures)
        #expect(agree(found.mean, 37.82716049382716))
        #expect(agree(found.slopeIndex, 23.096398298693867))
        #expect(agree(try #require(found.relativeIndex), 1.878893118945325))
        #expect(agree(try #require(found.concentrationIndex), -0.0952186684073107))
    }

    @Test func `a figure that follows the ridit has its slope, and an even one has none`() throws {
        let scale = try DeprivationScale(deprivation: Self.deprivation, population: Self.population)
        let line = scale.inequality(of: scale.ridits.map { 10 + 4 * $0 })
        #expect(agree(line.slopeIndex, 4))
        #expect(agree(try #require(line.relativeIndex), 1.4))
        let even = scale.inequality(of: Self.figures.map { _ in 12 })
        #expect(agree(even.slopeIndex, 0))
        #expect(agree(try #require(even.concentrationIndex), 0))
        let turned = scale.inequality(of: Self.figures.map { -$0 })
        #expect(turned.relativeIndex == nil && turned.concentrationIndex == nil && turned.slopeIndex < 0)
    }

    @Test func `draws give each index an interval`() throws {
        let scale = try DeprivationScale(deprivation: [1, 2, 3, 4, 5], population: [1, 1, 1, 1, 1])
        let draws = try recipeDraws()
        let found = scale.inequality(of: draws)
        let single = (0..<40).map { draw in
            scale.inequality(of: (0..<5).map { Double(draws.row($0)[$0 * 40 + draw]) })
        }
        #expect(found.slopeIndex == IntervalEstimate(draws: single.map(\.slopeIndex)))
        #expect(found.relativeIndex == IntervalEstimate(draws: single.compactMap(\.relativeIndex)))
        #expect(found.concentrationIndex == IntervalEstimate(draws: single.compactMap(\.concentrationIndex)))
        // The slope is linear in the figures, so its mean is the slope of the means.
        #expect(agree(found.slopeIndex.value, scale.inequality(of: draws.means()).slopeIndex))
        #expect(found.slopeIndex.lower < found.slopeIndex.upper)
        let negative = scale.inequality(of: try draws.scaled(by: [1, 1, 1, 1, -9]))
        #expect(negative.relativeIndex == nil && negative.concentrationIndex == nil)
    }

    @Test(
        arguments: [
            ("equally deprived", [3, 3], [5, 6], .noFigures), ("nobody", [3, 4], [0, 0], .noFigures),
            ("all people in one area", [3, 4], [9, 0], .noFigures), ("nothing", [], [], .noFigures),
            ("fewer people than areas", [3, 4], [1], .inputMalformed), ("negative", [3, 4], [1, -1], .inputMalformed),
            ("not finite", [3, .nan], [1, 1], .inputMalformed),
        ] as [(String, [Double], [Double], GeodataError.Code)])
    func `nothing to compare`(
        label: String, deprivation: [Double], population: [Double], code: GeodataError.Code
    ) throws {
        let error = try #require(throws: GeodataError.self, "\(label)") {
            try DeprivationScale(deprivation: deprivation, population: population)
        }
        #expect(error.code == code, "\(label)")
    }
}
