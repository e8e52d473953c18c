import Foundation
import GeographyModel
import SmallAreaEstimation

/// What the tests read of the embedded data set.
enum GeoDataFiles {
    /// The rows of a CSV file without quoted commas, by column name.
    static func table(_ name: String) throws -> [[String: String]] {
        let file = URL(filePath: #filePath).appending(path: "../../../GeoData/\(name)").standardized
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingPrefix("\"") }
                .map { $0.hasSuffix("\"") ? String($0.dropLast()) : String($0) }
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// The published literacy model.
    static func model(levelSD: Double = 0.235) throws -> LogitModel {
        let coefficients = try table("model-coefficients.csv").map { row in
            ModelCoefficient(
                term: row["term"] ?? "", mean: number(row["mean"]), standardDeviation: number(row["sd"]))
        }
        let covariance = try table("model-covariance.csv").map { row in
            (row["term"] ?? "", row.filter { $0.key != "term" }.mapValues { number($0) })
        }
        return try LogitModel(
            coefficients: coefficients, fixedCovariance: Dictionary(uniqueKeysWithValues: covariance), levelSD: levelSD)
    }

    /// The rows of the districts' covariates.
    static func districts() throws -> [MarginIntake.Row] {
        try table("covariates.csv").enumerated().map { index, row in
            MarginIntake.Row(
                area: AreaCode(row["area_code"] ?? ""), line: index + 2, columns: row.compactMapValues(Double.init))
        }
    }

    /// The margins that the model's authors used for England, with as many people in each band.
    static func nation() throws -> AreaMargins {
        var proportions: [String: [String: Double]] = [:]
        for row in try table("model-national-margins.csv") {
            proportions[row["factor"] ?? "", default: [:]][row["level"] ?? ""] = number(row["proportion"])
        }
        let white = proportions.removeValue(forKey: "white")?["yes"] ?? .nan
        proportions["minority_ethnic"] = ["yes": 1 - white]
        // The published proportions of job status add up to 0.999.
        proportions["imd_band"] = Dictionary(uniqueKeysWithValues: (1...5).map { ("\($0)", 0.2) })
        return try AreaMargins(
            area: AreaCode("E92000001"), population: 1, frame: .skillsForLife, proportions: proportions)
    }

    private static func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }
}

/// The `GeodataError` that `body` throws; `nil` where it throws none.
func geodataError(_ body: () throws -> Void) -> GeodataError? {
    do {
        try body()
        return nil
    } catch {
        return error as? GeodataError
    }
}
