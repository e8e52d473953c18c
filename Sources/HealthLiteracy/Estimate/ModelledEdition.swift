import GeographyModel
import RankInference
import SmallAreaEstimation
import SpatialStore

/// An edition that this project computes itself: multilevel regression and poststratification, for every area of the
/// margins, and rolled up for wider areas draw by draw.
///
/// The coefficients are those of Green and Hawkings (2026), Skills for Life Survey 2011. Value is the expected
/// percentage at the posterior means; the interval holds the middle 95 % of the joint posterior draws.
struct ModelledEdition {
    /// The identifier of the edition that is loaded with the embedded data set.
    static let id = "modelled-2021"
    /// The identifier of the source that its figures are recorded under.
    static let sourceID = source(of: id)
    /// What its figures were made from.
    static let sourceTitle =
        "Modelled by health-literacy-geodata from Census 2021, the English Indices of Deprivation 2025 and the literacy model of Green and Hawkings (2026)"

    /// How it is computed.
    let settings: ModelSettings
    /// The figures.
    let estimates: PrevalenceEstimates

    /// The identifier of the source of an edition that is modelled here.
    static func source(of edition: String) -> String { "modelled/\(EditionChoice.defaultIndicator)/\(edition)" }

    /// Computes the figures.
    ///
    /// - Parameters:
    ///   - reader: The store, for the model and the embedded covariates.
    ///   - settings: How.
    ///   - margins: The areas; `nil` is every district, from the embedded covariates.
    ///   - seedTable: What the raking begins from; `nil` is independence.
    /// - Throws: ``GeodataError`` `inputMalformed`, `inputRefused`, `invalidRequest` or `storeEmpty` where model, margins
    ///   or settings cannot be used, or the raking of an area does not converge.
    init(
        reader: StoreReader, settings: ModelSettings = ModelSettings(), margins: [AreaMargins]? = nil,
        seedTable: SeedTable? = nil
    ) throws {
        guard let deprivation = CensusReading.Deprivation(rawValue: settings.deprivation) else {
            throw GeodataError(
                .invalidRequest, "\"\(settings.deprivation)\" is no margin of deprivation.",
                remedy: "Use \(CensusReading.Deprivation.allCases.map(\.rawValue).joined(separator: " or ")).")
        }
        let areas = try RakedAreas(
            margins ?? LiteracyModel.districts(reader, deprivation: deprivation), seed: seedTable)
        let draws = try LiteracyModel.draws(reader, settings: settings, benchmarkedIn: areas)
        self.settings = settings
        estimates = try draws.estimates(for: areas, residualSD: settings.residualSD)
    }

    /// Writes the edition with the figures and draws of its areas and, where those are all districts, of the areas above
    /// them.
    func write(
        into writer: StoreWriter, id: String = Self.id, title: String? = nil, from source: StoreWriter.SourceKey
    ) throws {
        let indicator = EditionChoice.defaultIndicator
        try writer.put(
            Edition(
                id: id, indicatorID: indicator, title: title ?? settings.title, producer: "health-literacy-geodata",
                vintage: settings.margins == nil ? "Census 2021, ages 16 to 64" : nil, method: settings.method,
                isModelled: true, populationBase: settings.margins == nil ? "pop_16_64" : nil,
                citation: "health-literacy-geodata, modelled edition, after Green and Hawkings (2026)",
                model: settings), from: source)
        for index in estimates.areas.indices {
            try writer.put(
                estimates.summary(ofAreaAt: index).estimate(of: estimates.areas[index]), indicator: indicator,
                edition: id, from: source)
            let percentages = estimates.draws(ofAreaAt: index).map { $0 * 100 }
            let row = try DrawMatrix(areaCount: 1, drawCount: percentages.count, values: percentages)
            try writer.put(
                draws: row.bytes(ofArea: 0), of: estimates.areas[index], indicator: indicator, edition: id)
        }
        guard settings.margins == nil else { return }
        for (area, shares) in try sharesOfWiderAreas(writer.reader) {
            guard let summary = estimates.summary(shares: shares) else { continue }
            try writer.put(summary.estimate(of: area), indicator: indicator, edition: id, from: source)
        }
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
}

extension PrevalenceSummary {
    /// The summary as a figure in percent.
    fileprivate func estimate(of area: AreaCode) -> Estimate {
        Estimate(
            area: area, value: value * 100, lower: interval.lowerBound * 100, upper: interval.upperBound * 100,
            denominator: population.rounded(), status: .modelled)
    }
}

extension ModelSettings {
    /// The name of an edition that is computed like this.
    var title: String {
        let usual = ModelSettings()
        let imd = deprivation == usual.deprivation ? "IMD 2025" : "IMD 2019"
        var parts = [margins == nil ? "Census 2021 and \(imd), ages 16 to 64" : "from margins of your own"]
        if let benchmark { parts.append("shifted to \(benchmark) % in all") }
        if residualSD > 0 { parts.append("local factors \(residualSD)") }
        if levelSD != usual.levelSD { parts.append("common level \(levelSD)") }
        if seedTable != nil { parts.append("own seed table") }
        if drawCount != usual.drawCount || seed != usual.seed { parts.append("\(drawCount) draws from seed \(seed)") }
        return "modelled here, \(parts.joined(separator: ", "))"
    }

    /// How an edition like this is computed and what it may be used for, in sentences.
    var method: String {
        var sentences = [
            "Multilevel regression and poststratification with the literacy model of Green and Hawkings (2026); \(drawCount) posterior draws, seed \(seed). Not the University of Southampton's figures.",
            "For deciding where to look; not for evaluating an initiative or a trend.",
        ]
        if let benchmark {
            sentences.append("The intercept was shifted so that all areas together have \(benchmark) %.")
        }
        sentences.append(
            residualSD > 0
                ? "Local factors that the model cannot see are let in as a residual of \(residualSD) on the logit scale."
                : "No allowance for local factors that the model cannot see.")
        if levelSD != ModelSettings().levelSD {
            sentences.append("Standard deviation of the common level: \(levelSD).")
        }
        if deprivation != ModelSettings().deprivation { sentences.append("Deprivation margin: \(deprivation).") }
        if seedTable != nil { sentences.append("Raked from a table of the user's, not from independence.") }
        return sentences.joined(separator: " ")
    }
}
