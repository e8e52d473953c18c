import Foundation
import GeographyModel
import RankInference
import SmallAreaEstimation

/// Times what the modelled edition costs in process: estimates with draws, rank intervals, and many small areas.
///
/// Prints one line a case: its name, a tab, the median seconds.
@main
struct Inference {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first ?? "GeoData"
        let runs = Int(CommandLine.arguments.dropFirst(2).first ?? "") ?? 5
        let districts = try districts(folder)
        let model = try model(folder)

        var estimates: PrevalenceEstimates?
        try report("estimates", runs) {
            let draws = try PosteriorDraws(model: model, count: 1000, seed: 2021)
            let result = try draws.estimates(for: RakedAreas(districts))
            for area in result.areas.indices { _ = result.summary(ofAreaAt: area) }
            estimates = result
        }
        guard let estimates else { return }
        let matrix = try DrawMatrix(
            areaCount: estimates.areas.count, drawCount: estimates.drawCount, values: estimates.draws)
        report("ranks", runs) { _ = matrix.rankDistributions(polarity: .lowIsGood, worst: 60) }

        let small = try smallAreas(districts)
        try report("small areas", 1) {
            let draws = try PosteriorDraws(model: model, count: 1000, seed: 2021)
            _ = try draws.estimates(for: RakedAreas(small))
        }
    }

    private static func report(_ name: String, _ runs: Int, _ body: () throws -> Void) rethrows {
        var seconds: [Double] = []
        for _ in 0..<runs {
            let elapsed = try ContinuousClock().measure(body)
            seconds.append(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
        }
        print("\(name)\t\(seconds.sorted()[seconds.count / 2])")
    }

    /// 33,755 areas, as many as England has LSOAs: the districts' margins in turn, each area in one deprivation band.
    private static func smallAreas(_ districts: [AreaMargins]) throws -> [AreaMargins] {
        try (0..<33_755).map { number in
            let district = districts[number % districts.count]
            var proportions: [String: [String: Double]] = [:]
            for factor in district.frame.factors {
                for level in factor.levels {
                    proportions[factor.name, default: [:]][level.name] = try district.proportion(
                        ofLevel: level.name, factor: factor.name)
                }
            }
            let band = "\(number % 5 + 1)"
            proportions["imd_band"] = Dictionary(
                uniqueKeysWithValues: (1...5).map { ("\($0)", "\($0)" == band ? 1 : 0) })
            return try AreaMargins(
                area: AreaCode("X\(number)"), population: 1000, frame: district.frame, proportions: proportions)
        }
    }

    private static func districts(_ folder: String) throws -> [AreaMargins] {
        let rows = try table("\(folder)/covariates.csv").map { row in
            MarginIntake.Row(area: AreaCode(row["area_code"] ?? ""), columns: row.compactMapValues { Double($0) })
        }
        return MarginIntake(census: rows, file: "covariates.csv").areas
    }

    private static func model(_ folder: String) throws -> LogitModel {
        let coefficients = try table("\(folder)/model-coefficients.csv").map { row in
            ModelCoefficient(
                term: row["term"] ?? "", mean: Double(row["mean"] ?? "") ?? .nan,
                standardDeviation: Double(row["sd"] ?? "") ?? .nan)
        }
        var covariance: [String: [String: Double]] = [:]
        for row in try table("\(folder)/model-covariance.csv") {
            covariance[row["term"] ?? ""] = row.compactMapValues { Double($0) }
        }
        return try LogitModel(coefficients: coefficients, fixedCovariance: covariance)
    }

    /// A CSV file without quotes, as these are.
    private static func table(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
        }
    }
}
