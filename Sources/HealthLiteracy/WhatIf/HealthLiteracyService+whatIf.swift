import GeographyModel
import SmallAreaEstimation
import SpatialStore

extension HealthLiteracyService {
    /// Computes an area's figure again with changed margins and the same posterior draws.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound`; `invalidRequest` where nothing is changed, a proportion would leave
    ///   0…100 %, or the edition cannot be computed again; `editionNotFound`, `noFigures`, `storeEmpty`.
    public func whatIf(_ query: WhatIfQuery) async throws -> WhatIf {
        guard !query.changes.isEmpty else {
            throw GeodataError(
                .invalidRequest, "Nothing is changed.",
                remedy: "Say what with --set, such as qualification.level2=+5pp.")
        }
        return try await store.read { reader in
            let (edition, settings) = try Self.modelledEdition(query.edition, reader)
            let match = try AreaDirectory(reader: reader).match(query.area)
            let hierarchy = try AreaHierarchy(reader)
            let deprivation = CensusReading.Deprivation(rawValue: settings.deprivation) ?? .scoreBands
            let everywhere = try LiteracyModel.districts(reader, deprivation: deprivation)
            let parts = everywhere.compactMap { margins in
                hierarchy.share(of: margins.area, in: match.area.code).map { (margins: margins, share: $0) }
            }
            guard !parts.isEmpty else {
                throw GeodataError(
                    .noFigures, "No district with characteristics lies in \(match.area.name).",
                    remedy: "Ask for a district, county, board or region, or for England.")
            }
            let changed = try parts.map { try MarginChange.apply(query.changes, to: $0.margins) }
            let draws = try LiteracyModel.draws(
                reader, settings: settings, benchmarkedIn: try RakedAreas(everywhere))
            let scenario = try draws.scenario(
                from: parts.map(\.margins), to: changed, shares: parts.map(\.share), residualSD: settings.residualSD)
            return WhatIf(
                area: match.area, edition: edition, changes: query.changes, scenario: scenario,
                notes: match.notes + Self.notes(edition, parts: parts.count, reader))
        }
    }

    /// The edition whose figures can be computed again from what the store holds.
    private static func modelledEdition(_ id: String?, _ reader: StoreReader) throws -> (Edition, ModelSettings) {
        let chosen = try EditionChoice.choose(
            indicator: EditionChoice.defaultIndicator, edition: id ?? ModelledEdition.id, for: .district,
            reader: reader)
        guard let settings = chosen.edition.model, settings.margins == nil, settings.seedTable == nil else {
            throw GeodataError(
                .invalidRequest,
                "The edition \(chosen.edition.id) cannot be computed again: it was not modelled from the embedded covariates alone.",
                remedy: "Take \(ModelledEdition.id), or one that 'hlgeo estimate' made without files of your own.")
        }
        return (chosen.edition, settings)
    }

    private static func notes(_ edition: Edition, parts: Int, _ reader: StoreReader) -> [Note] {
        var notes = [
            Note(
                .notAnEffect,
                "This is what the model expects of an area whose people were different, not what an initiative would achieve: the model knows who has low health literacy, not why, nor how long a change would take."
            ),
            Note(
                .notAnEffect,
                "Other characteristics stay as they are, although in life they move together; the other levels of a changed factor give or take in proportion."
            ),
        ]
        if parts > 1 {
            notes.append(Note(.notAnEffect, "The change is made in each of the \(parts) districts that lie there."))
        }
        if edition.model?.benchmark != nil {
            notes.append(Note(.benchmarked, "The shift to the stated figure is that of the areas as they are."))
        }
        notes.append(
            Note(.notForEvaluation, "Do not compare an observed change with it: the figures are expected values."))
        return notes
    }
}

extension WhatIf {
    init(area: Area, edition: Edition, changes: [MarginChange], scenario: ScenarioChange, notes: [Note]) {
        let people = scenario.peopleInterval
        self.init(
            area: area, edition: edition, changes: changes, before: Figure(scenario.before),
            after: Figure(scenario.after),
            change: Figure(
                value: scenario.change * 100, lower: scenario.interval.lowerBound * 100,
                upper: scenario.interval.upperBound * 100, people: scenario.people, peopleLower: people.lowerBound,
                peopleUpper: people.upperBound),
            population: scenario.before.population, notes: notes)
    }
}

extension WhatIf.Figure {
    init(_ summary: PrevalenceSummary) {
        self.init(
            value: summary.value * 100, lower: summary.interval.lowerBound * 100,
            upper: summary.interval.upperBound * 100, people: summary.people,
            peopleLower: summary.peopleInterval.lowerBound, peopleUpper: summary.peopleInterval.upperBound)
    }
}
