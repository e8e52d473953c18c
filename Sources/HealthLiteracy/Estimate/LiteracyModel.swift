import GeographyModel
import SmallAreaEstimation
import SpatialStore

/// The literacy model of Green and Hawkings (2026) as the store holds it, and the margins of the embedded districts.
enum LiteracyModel {
    /// The model.
    ///
    /// - Throws: ``GeodataError`` `storeEmpty` where the store holds none; `inputRefused` for a posterior that cannot be
    ///   used.
    static func logit(_ reader: StoreReader, levelSD: Double) throws -> LogitModel {
        let posterior = try reader.modelPosterior()
        guard !posterior.terms.isEmpty else {
            throw GeodataError(
                .storeEmpty, "The store holds no model to estimate with.",
                remedy: "Bring the embedded data set in with 'hlgeo load'.")
        }
        let coefficients = posterior.terms.map {
            ModelCoefficient(term: $0.key, mean: $0.value.mean, standardDeviation: $0.value.standardDeviation)
        }
        return try LogitModel(
            coefficients: coefficients, fixedCovariance: posterior.covariance, levelSD: levelSD)
    }

    /// The margins of all districts with covariates, in the order of their codes.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where one does not fit; `storeEmpty` where there are none.
    static func districts(_ reader: StoreReader, deprivation: CensusReading.Deprivation) throws -> [AreaMargins] {
        let table = try reader.covariateValues(of: .district)
        let rows = table.keys.sorted().map { MarginIntake.Row(area: $0, columns: table[$0] ?? [:]) }
        let intake = MarginIntake(
            census: rows, file: "the store's covariates", reading: CensusReading(deprivation: deprivation))
        if let problem = intake.diagnostics.first {
            throw GeodataError(
                .inputMalformed, "\(problem)", remedy: "Bring the embedded data set in again with 'hlgeo load'.")
        }
        guard !intake.areas.isEmpty else {
            throw GeodataError(
                .storeEmpty, "The store holds no characteristics of districts to estimate from.",
                remedy: "Bring the embedded data set in with 'hlgeo load'.")
        }
        return intake.areas
    }

    /// The posterior draws that settings stand for, benchmarked to the areas where the settings say so.
    static func draws(_ reader: StoreReader, settings: ModelSettings, benchmarkedIn areas: RakedAreas) throws
        -> PosteriorDraws
    {
        let model = try logit(reader, levelSD: settings.levelSD)
        let draws = try PosteriorDraws(model: model, count: settings.drawCount, seed: settings.seed)
        return try settings.benchmark.map { try draws.benchmarked(to: $0 / 100, in: areas) } ?? draws
    }
}
