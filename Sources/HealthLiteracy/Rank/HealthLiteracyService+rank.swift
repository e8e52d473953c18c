import GeographyModel
import RankInference
import QueryEngine
import SpatialStore

extension HealthLiteracyService {
    /// Puts areas in order of need.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound`, `indicatorNotFound`, `editionNotFound`, `noFigures`,
    ///   `invalidRequest` for a number of areas below 1, `invalidFilter` and the filter's limits.
    public func rank(_ query: RankingQuery) async throws -> Ranking {
        try await store.read { try Self.rank(query, on: today, reader: $0) }
    }

    /// The same in one state of the store, with the day on which a filter's initiatives count as active.
    static func rank(_ query: RankingQuery, on day: CalendarDay, reader: StoreReader) throws -> Ranking {
        try query.selection.validate()
        let hierarchy = try AreaHierarchy(reader, including: [query.areaType])
        let scope = try AreaScope(query.within, reader: reader, hierarchy: hierarchy)
        let chosen = try EditionChoice.choose(
            indicator: query.indicator, edition: query.edition, for: query.areaType, reader: reader)
        let matching = try query.filter.identifiers(
            of: .areas(query.areaType), figures: chosen, day: day, reader: reader)
        func isWanted(_ code: AreaCode) -> Bool {
            scope.contains(code) && matching?.contains(code.rawValue) ?? true
        }
        let figures = try reader.estimates(
            indicator: chosen.indicator.id, edition: chosen.edition.id, of: query.areaType
        ).filter { isWanted($0.area.code) }
        let everywhere = try reader.areas(of: query.areaType).filter { isWanted($0.code) }
        let scopeWords = [scope.description, query.filter.description].compactMap(\.self).joined(separator: ", ")

        let need = NeedOrder(figures, indicator: chosen.indicator, measure: query.measure)
        guard !need.entries.isEmpty else { throw need.nothingToRank(scopeWords, query.areaType, chosen) }
        let draws = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)
        let certainty = try RankCertainty(need.entries, chosen: chosen, query: query, draws: draws)
        var comparisons = query.benchmark.map {
            BenchmarkComparisons($0, chosen: chosen, draws: draws, hierarchy: hierarchy, reader: reader)
        }
        let standings = try comparisons?.standings(of: need.entries.map(\.recorded))
        let ranked = need.entries.enumerated().map { place, entry in
            RankedArea(
                rank: entry.rank, rankLower: certainty.intervals[place]?.lower,
                rankUpper: certainty.intervals[place]?.upper,
                probabilityInWorst: certainty.probabilitiesInWorst[place], area: entry.recorded.area,
                region: hierarchy.bestFit(.region, of: entry.recorded.area.code), estimate: entry.recorded.estimate,
                people: entry.count.people, population: entry.count.population,
                quantileGroup: QuantileGroup.group(
                    rank: entry.rank, of: need.entries.count, groups: RankedArea.groupCount),
                benchmark: standings?[place], sourceID: entry.recorded.sourceID)
        }
        let unranked = everywhere.count - ranked.count
        let shown = query.selection.apply(to: ranked)
        let notes =
            scope.notes
            + RankingNotes.notes(
                chosen, ranked: ranked, shown: shown, unranked: unranked, type: query.areaType,
                scope: scopeWords, derivesPeople: need.entries.contains { $0.count.isDerived })
            + [
                try EditionChoice.note(on: chosen, asked: query.edition, for: query.areaType, reader: reader),
                standings.map { BenchmarkComparisons.note(query.benchmark, $0, hasDraws: draws != nil) } ?? nil,
                certainty.note,
            ].compactMap { $0 }
        return Ranking(
            indicator: chosen.indicator, edition: chosen.edition, source: chosen.source, measure: query.measure,
            areaType: query.areaType, scope: scopeWords, rankedCount: ranked.count, unrankedCount: unranked,
            areas: shown, benchmark: query.benchmark, notes: notes)
    }
}

extension RankingQuery.Selection {
    /// The rows that the selection leaves of a list in order of need. Ties with the last row shown are shown too.
    func apply(to ranked: [RankedArea]) -> [RankedArea] {
        switch self {
        case .all: return ranked
        case .top(let count):
            guard ranked.count > count else { return ranked }
            let last = ranked[count - 1].rank
            return ranked.filter { $0.rank <= last }
        case .bottom(let count):
            guard ranked.count > count else { return ranked.reversed() }
            let first = ranked[ranked.count - count].rank
            return ranked.reversed().filter { $0.rank >= first }
        }
    }

    func validate() throws {
        switch self {
        case .all: return
        case .top(let count), .bottom(let count):
            guard count < 1 else { return }
            throw GeodataError(
                .invalidRequest, "\(count) areas cannot be shown.", remedy: "Ask for at least 1.")
        }
    }
}
