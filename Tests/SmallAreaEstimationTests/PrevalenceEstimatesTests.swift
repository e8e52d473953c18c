import Foundation
import GeographyModel
import Testing

@testable import SmallAreaEstimation

@Suite struct PrevalenceEstimatesTests {
    /// The mean over cells one by one, with the C library: what the factored sum must equal.
    static func reference(
        _ raked: RakedAreas, area: Int, terms: ArraySlice<Double>, draws: PosteriorDraws, shift: Double = 0
    ) -> Double {
        let effects = draws.effects(of: terms)
        let steps = raked.frame.factors.indices.map { raked.frame.stride(ofFactor: $0) }
        return raked.cellProportions(ofAreaAt: area).enumerated().reduce(0) { sum, cell in
            guard cell.element > 0 else { return sum }
            let logit = raked.frame.factors.indices.reduce(effects.intercept + shift) { logit, factor in
                let level = cell.offset / steps[factor] % raked.frame.factors[factor].levels.count
                return logit + effects.positions[raked.frame.positions(ofFactor: factor).lowerBound + level]
            }
            return sum + cell.element / (1 + exp(-logit))
        }
    }

    static func districts(_ count: Int, isSeeded: Bool = false) throws -> RakedAreas {
        let margins = MarginIntake(census: try GeoDataFiles.districts().prefix(count), file: "").areas
        return try RakedAreas(margins, seed: isSeeded ? try RakedAreasTests.seed() : nil)
    }

    /// The paper gives 42.68 % for these margins.
    @Test func `national margins give the published figure`() throws {
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 1)
        let value = try draws.estimates(for: RakedAreas([GeoDataFiles.nation()])).values[0]
        #expect(abs(value - 0.4268) < 0.00005)
    }

    @Test func `the mean composition in the logit gives another figure`() throws {
        let model = try GeoDataFiles.model()
        let nation = try GeoDataFiles.nation()
        var logit = model.means[0]
        for factor in model.frame.factors {
            for level in factor.levels {
                guard let term = level.term, let index = model.terms.firstIndex(of: term) else { continue }
                logit += try nation.proportion(ofLevel: level.name, factor: factor.name) * model.means[index]
            }
        }
        let naive = 1 / (1 + exp(-logit))
        let value = try PosteriorDraws(model: model, count: 1, seed: 1).estimates(for: RakedAreas([nation])).values[0]
        #expect(abs(naive - value) > 0.005)
    }

    @Test(arguments: [false, true]) func `the factored sum is the sum over cells`(isSeeded: Bool) throws {
        let raked = try Self.districts(4, isSeeded: isSeeded)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 19, seed: 5)
        let estimates = try draws.estimates(for: raked)
        for area in [0, 3] {
            let value = Self.reference(raked, area: area, terms: draws.point[...], draws: draws)
            #expect(abs(estimates.values[area] - value) < 1e-13)
            let last = Self.reference(raked, area: area, terms: draws.terms(ofDraw: 18), draws: draws)
            #expect(abs(Double(estimates.draws(ofAreaAt: area)[area * 19 + 18]) - last) < 1e-6)
        }
        if isSeeded { #expect(try estimates.values != draws.estimates(for: Self.districts(4)).values) }
    }

    @Test func `the result depends neither on the workers nor on the company`() throws {
        let raked = try Self.districts(5)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 37, seed: 5)
        let alone = try draws.estimates(for: raked, workers: 1)
        for workers in [2, 3, 16] {
            let together = try draws.estimates(for: raked, workers: workers)
            #expect(together.draws == alone.draws && together.values == alone.values)
        }
        let first = try draws.estimates(for: Self.districts(1))
        #expect(zip(first.draws, alone.draws(ofAreaAt: 0)).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test func `a residual shifts everybody in an area, and widens its interval`() throws {
        let raked = try Self.districts(2)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 60, seed: 5)
        let plain = try draws.estimates(for: raked)
        let spread = try draws.estimates(for: raked, residualSD: 0.2)
        #expect(spread.values == plain.values)
        for area in 0...1 {
            let (narrow, wide) = (plain.summary(ofAreaAt: area).interval, spread.summary(ofAreaAt: area).interval)
            #expect(wide.upperBound - wide.lowerBound > narrow.upperBound - narrow.lowerBound)
        }
        var source = RandomSource(seed: 5, stream: raked.areas[1].rawValue)
        for draw in 0..<4 {
            let shift = source.nextNormal() * 0.2
            let value = Self.reference(raked, area: 1, terms: draws.terms(ofDraw: draw), draws: draws, shift: shift)
            #expect(abs(Double(spread.draws[60 + draw]) - value) < 1e-6)
        }
    }

    @Test func `a residual of next to nothing changes next to nothing`() throws {
        let raked = try Self.districts(2)
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 8, seed: 5)
        let (plain, spread) = try (draws.estimates(for: raked), draws.estimates(for: raked, residualSD: 1e-60))
        #expect(zip(plain.draws, spread.draws).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test func `no areas have no estimates`() throws {
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 8, seed: 5)
        let estimates = try draws.estimates(for: RakedAreas([]), residualSD: 0.1)
        #expect(estimates.values.isEmpty && estimates.draws.isEmpty && estimates.summary() == nil)
    }

    @Test func `areas together are weighted by people and share`() throws {
        let estimates = PrevalenceEstimates(
            areas: [AreaCode("A"), AreaCode("B")], populations: [100, 300], drawCount: 2, values: [0.2, 0.4],
            draws: [0.25, 0.125, 0.5, 0.25])
        let all = try #require(estimates.summary())
        #expect(abs(all.value - 0.35) < 1e-15 && all.population == 400)
        #expect(abs(all.posteriorMean - (0.25 * 0.1875 + 0.75 * 0.375)) < 1e-15)
        let part = try #require(estimates.summary(shares: [0: 1, 1: 1.0 / 3]))
        #expect(abs(part.value - 0.3) < 1e-15 && abs(part.people - 60) < 1e-12)
        #expect(estimates.summary(shares: [:]) == nil)
    }

    @Test func `areas of another frame and residuals out of range are refused`() throws {
        let draws = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 1)
        let frame = PopulationFrame(factors: [FrameFactor("a")])
        let other = try AreaMargins(area: AreaCode("X"), population: 1, frame: frame, proportions: ["a": ["yes": 1]])
        #expect(geodataError { _ = try draws.estimates(for: RakedAreas([other])) }?.code == .invalidRequest)
        let raked = try Self.districts(1)
        #expect(geodataError { _ = try draws.estimates(for: raked, residualSD: -1) }?.code == .invalidRequest)
    }
}
