import Foundation
import GeographyModel
import Testing

@testable import SmallAreaEstimation

@Suite struct PosteriorDrawsTests {
    @Test func `the same seed gives the same draws, and another seed others`() throws {
        let model = try GeoDataFiles.model()
        let draws = try PosteriorDraws(model: model, count: 20, seed: 7)
        #expect(try PosteriorDraws(model: model, count: 20, seed: 7).values == draws.values)
        #expect(try PosteriorDraws(model: model, count: 20, seed: 8).values != draws.values)
        #expect(try PosteriorDraws(model: model, count: 5, seed: 7).values == Array(draws.values.prefix(5 * 18)))
    }

    /// Five standard errors: of a mean sd/√n, of a covariance √((vᵢvⱼ + c²)/n).
    @Test func `draws have the means and covariances of the model`() throws {
        let model = try GeoDataFiles.model()
        let count = 4000
        let draws = try PosteriorDraws(model: model, count: count, seed: 42)
        let columns = (0..<18).map { term in
            (0..<count).map { draws.values[$0 * 18 + term] - model.means[term] }
        }
        let variances = (0..<18).map { model.covariance[$0 * 19] }
        for row in 0..<18 {
            let mean = columns[row].reduce(0, +) / Double(count)
            #expect(abs(mean) < 5 * (variances[row] / Double(count)).squareRoot(), "\(model.terms[row])")
            for column in 0...row {
                let expected = model.covariance[row * 18 + column]
                let found = zip(columns[row], columns[column]).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
                let error = ((variances[row] * variances[column] + expected * expected) / Double(count)).squareRoot()
                #expect(abs(found - expected) < 5 * error, "\(model.terms[row]) \(model.terms[column])")
            }
        }
    }

    /// The first numbers of the reference implementation for the seed 1234567.
    @Test func `bits are those of SplitMix64`() {
        var source = RandomSource(seed: 1_234_567)
        #expect(source.nextBits() == 6_457_827_717_110_365_317)
        #expect(source.nextBits() == 3_203_168_211_198_807_973)
        #expect(source.nextBits() == 9_817_491_932_198_370_423)
    }

    /// Computed in Python from the two published methods, with its own logarithm.
    @Test func `deviates come in pairs by the polar method`() {
        var source = RandomSource(seed: 2026)
        let deviates = (0..<5).map { _ in source.nextNormal() }
        let expected = [
            1.1476571554367572, -0.09099245934293711, 1.5631988959655787, -1.076342579008631, 0.8700549671447018,
        ]
        #expect(zip(deviates, expected).allSatisfy { abs($0 - $1) < 1e-14 })
    }

    /// Shares of a standard normal below −1.96, −1, 0, 1 and 1.96, from tables, within five standard errors.
    @Test(arguments: [(-1.96, 0.0250), (-1, 0.15866), (0, 0.5), (1, 0.84134), (1.96, 0.9750)])
    func `deviates are normal`(bound: Double, share: Double) {
        var source = RandomSource(seed: 3)
        let count = 40_000
        let below = (0..<count).reduce(0) { sum, _ in sum + (source.nextNormal() < bound ? 1 : 0) }
        let error = (share * (1 - share) / Double(count)).squareRoot()
        #expect(abs(Double(below) / Double(count) - share) < 5 * error)
    }

    @Test func `areas have streams of their own`() {
        var first = RandomSource(seed: 3, stream: "E06000001")
        var second = RandomSource(seed: 3, stream: "E06000002")
        var third = RandomSource(seed: 4, stream: "E06000001")
        #expect(Set([first.nextBits(), second.nextBits(), third.nextBits()]).count == 3)
    }

    @Test func `exponential and logarithm agree with the C library`() {
        for step in -4000...4000 {
            let x = Double(step) * 0.1737
            let reference = Foundation.exp(x)
            #expect(abs(Elementary.exp(x) - reference) <= 1e-15 * reference, "exp \(x)")
            let power = Foundation.exp(x / 10)
            #expect(abs(Elementary.log(power) - Foundation.log(power)) <= 1e-15 * max(1, abs(x / 10)), "log \(power)")
        }
    }
}
