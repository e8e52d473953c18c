import Foundation
import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct LogitModelTests {
    /// A person and what the published coefficients give for them.
    struct Person: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var levels: [String: String]
        var logit: Double
        var probability: Double
    }

    static let lowRisk = Person(
        testDescription: "low risk",
        levels: [
            "male": "no", "age_45_plus": "no", "minority_ethnic": "no", "english_first_language": "yes",
            "level_2_plus": "yes", "working": "yes", "job_status": "higher", "gross_income": "10000_or_more",
            "owns_home": "yes", "imd_band": "5",
        ], logit: -1.89039, probability: 0.13120)
    static let highRisk = Person(
        testDescription: "high risk",
        levels: [
            "male": "yes", "age_45_plus": "yes", "minority_ethnic": "yes", "english_first_language": "no",
            "level_2_plus": "no", "working": "no", "job_status": "lower", "gross_income": "below_10000",
            "owns_home": "no", "imd_band": "3",
        ], logit: 2.87851, probability: 0.94677)

    /// The numbers are sums of the published coefficients, worked by hand.
    @Test(arguments: [lowRisk, highRisk]) func `a person's effects add up`(person: Person) throws {
        let model = try GeoDataFiles.model()
        #expect(try abs(model.logit(of: person.levels) - person.logit) < 5e-6)
        #expect(try abs(model.probability(of: person.levels) - person.probability) < 5e-6)
    }

    @Test func `a person without a level, or with an unknown one, is refused`() throws {
        let model = try GeoDataFiles.model()
        var person = Self.lowRisk.levels
        person["imd_band"] = "6"
        #expect(geodataError { _ = try model.logit(of: person) }?.code == .invalidRequest)
        person["imd_band"] = nil
        #expect(geodataError { _ = try model.logit(of: person) }?.message.contains("imd_band") == true)
    }

    @Test func `intercept and bands share a level, and other effects do not`() throws {
        let model = try GeoDataFiles.model(levelSD: 0.2)
        #expect(model.terms.count == 18)
        let covariance = { (first: String, second: String) throws -> Double in
            let row = try #require(model.terms.firstIndex(of: first))
            let column = try #require(model.terms.firstIndex(of: second))
            return model.covariance[row * 18 + column]
        }
        #expect(try abs(covariance("intercept", "imd_band_2") + 0.04) < 1e-15)
        #expect(try abs(covariance("imd_band_5", "imd_band_1") - 0.04) < 1e-15)
        #expect(try abs(covariance("imd_band_4", "imd_band_4") - 0.24217 * 0.24217) < 1e-15)
        #expect(try covariance("male", "imd_band_3") == 0)
        #expect(try covariance("owns_home", "job_higher") == -0.0002629334)
    }

    /// Above the smallest standard deviation of the bands, 0.242, a difference of bands has a negative variance.
    @Test(arguments: [(0, true), (0.2, true), (0.235, true), (0.25, false), (0.3, false)])
    func `a shared level wider than the bands is not a covariance`(levelSD: Double, isPositive: Bool) throws {
        let model = try GeoDataFiles.model(levelSD: levelSD)
        let error = geodataError { _ = try PosteriorDraws(model: model, count: 1, seed: 1) }
        #expect((error == nil) == isPositive)
        if let error { #expect(error.message.contains("not positive definite") && error.message.contains("imd_band")) }
    }

    @Test func `a missing term or covariance is named`() throws {
        let rows = try GeoDataFiles.table("model-coefficients.csv").filter { $0["term"] != "working" }
        let coefficients = rows.map {
            ModelCoefficient(term: $0["term"] ?? "", mean: 0, standardDeviation: 1)
        }
        let missing = geodataError { _ = try LogitModel(coefficients: coefficients, fixedCovariance: [:]) }
        #expect(missing?.message.contains("\"working\"") == true)
        let all = coefficients + [ModelCoefficient(term: "working", mean: 0, standardDeviation: 1)]
        let without = geodataError { _ = try LogitModel(coefficients: all, fixedCovariance: [:]) }
        #expect(without?.message.contains("covariance of \"intercept\"") == true)
    }
}
