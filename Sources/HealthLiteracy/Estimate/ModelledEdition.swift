import GeographyModel
import RankInference
import SmallAreaEstimation
import SpatialStore

/// The edition that this project computes itself: multilevel regression and poststratification of the embedded
/// covariates and coefficients, for every district, and rolled up for wider areas draw by draw.
///
/// The coefficients are those of Green and Hawkings (2026), Skills for Life Survey 2011. Value is the expected
/// percentage at the posterior means; the interval holds the middle 95 % of the joint posterior draws.
struct ModelledEdition {
    /// The edition's identifier.
    static let id = "modelled-2021"
    /// The identifier of the source that its figures are recorded under.
    static let sourceID = "modelled/\(EditionChoice.defaultIndicator)/\(id)"
    /// How many joint posterior draws the intervals rest on.
    static let drawCount = 1000
    /// What the draws begin from, so that everybody gets the same ones.
    static let seed: UInt64 = 2021

    private let estimates: PrevalenceEstimates

    /// Computes the figures.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` or `inputRefused` where covariates or coefficients cannot be used.
    init(_ folder: GeoDataFolder) throws {
        let intake = MarginIntake(census: try Self.margins(folder), file: "covariates.csv")
        if let problem = intake.diagnostics.first {
            throw GeodataError(.inputMalformed, "\(problem)", remedy: "Restore the GeoData folder.")
        }
        let draws = try PosteriorDraws(model: Self.model(folder), count: Self.drawCount, seed: Self.seed)
        estimates = try draws.estimates(for: RakedAreas(intake.areas))
    }

    /// Writes the edition with the figures of districts and of all areas above them.
    func write(into writer: StoreWriter, from source: StoreWriter.SourceKey) throws {
        try writer.put(
            Edition(
                id: Self.id, indicatorID: EditionChoice.defaultIndicator,
                title: "modelled here, Census 2021 and IMD 2025, ages 16 to 64", producer: "health-literacy-geodata",
                vintage: "Census 2021, ages 16 to 64",
                method:
                    "Multilevel regression and poststratification with the literacy model of Green and Hawkings (2026); \(Self.drawCount) posterior draws, seed \(Self.seed). Not the University of Southampton's figures.",
                isModelled: true, populationBase: "pop_16_64",
                citation: "health-literacy-geodata, modelled edition, after Green and Hawkings (2026)"), from: source)
        for index in estimates.areas.indices {
            try put(estimates.summary(ofAreaAt: index), for: estimates.areas[index], writer, source)
            let percentages = estimates.draws(ofAreaAt: index).map { $0 * 100 }
            let row = try DrawMatrix(areaCount: 1, drawCount: percentages.count, values: percentages)
            try writer.put(
                draws: row.bytes(ofArea: 0), of: estimates.areas[index], indicator: EditionChoice.defaultIndicator,
                edition: Self.id)
        }
        for (area, shares) in try sharesOfWiderAreas(writer.reader) {
            if let summary = estimates.summary(shares: shares) { try put(summary, for: area, writer, source) }
        }
    }

    private func put(
        _ summary: PrevalenceSummary, for area: AreaCode, _ writer: StoreWriter, _ source: StoreWriter.SourceKey
    ) throws {
        try writer.put(
            Estimate(
                area: area, value: summary.value * 100, lower: summary.interval.lowerBound * 100,
                upper: summary.interval.upperBound * 100, denominator: summary.population.rounded(), status: .modelled),
            indicator: EditionChoice.defaultIndicator, edition: Self.id, from: source)
    }

    /// For each area above districts, which of them it is made of and how much of each.
    private func sharesOfWiderAreas(_ reader: StoreReader) throws -> [(AreaCode, [Int: Double])] {
        let hierarchy = try AreaHierarchy(reader)
        var shares: [AreaCode: [Int: Double]] = [:]
        for (index, district) in estimates.areas.enumerated() {
            for ancestor in hierarchy.ancestors(of: district) {
                shares[ancestor.area.code, default: [:]][index] = ancestor.share
            }
        }
        return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func margins(_ folder: GeoDataFolder) throws -> [MarginIntake.Row] {
        try folder.rows("covariates").rows.map { row in
            MarginIntake.Row(
                area: AreaCode(try row.required("area_code")),
                columns: row.reduce(into: [:]) { columns, field in columns[field.key] = Double(field.value) })
        }
    }

    private static func model(_ folder: GeoDataFolder) throws -> LogitModel {
        let coefficients = try folder.rows("model-coefficients").rows.map { row in
            ModelCoefficient(
                term: try row.required("term"), mean: Double(try row.required("mean")) ?? .nan,
                standardDeviation: Double(try row.required("sd")) ?? .nan)
        }
        var covariance: [String: [String: Double]] = [:]
        for row in try folder.rows("model-covariance").rows {
            let term = try row.required("term")
            for (column, value) in row where column != "term" { covariance[term, default: [:]][column] = Double(value) }
        }
        return try LogitModel(coefficients: coefficients, fixedCovariance: covariance)
    }
}
