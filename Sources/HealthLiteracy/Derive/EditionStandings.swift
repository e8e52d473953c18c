import GeographyModel
import RankInference
import SpatialStore

/// How every figure of an edition stands among those of its level: rank with its interval, group, comparison with the
/// country, people.
struct EditionStandings {
    private(set) var all: [RecordedStanding] = []

    /// Computes the standings of all levels that the edition has figures for.
    init(_ chosen: RecordedEdition, hierarchy: AreaHierarchy, reader: StoreReader) throws {
        let draws = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)
        for type in chosen.figureCounts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            let figures = try reader.estimates(
                indicator: chosen.indicator.id, edition: chosen.edition.id, of: type)
            let need = NeedOrder(figures, indicator: chosen.indicator, measure: .percent)
            let ranked = Set(need.entries.map(\.recorded.area.code))
            all += figures.filter { !ranked.contains($0.area.code) }.map {
                Self.standing($0.area.code, PeopleConcerned.count($0, indicator: chosen.indicator))
            }
            try append(need.entries, chosen, type, draws, hierarchy, reader)
        }
    }

    private mutating func append(
        _ entries: [NeedOrder.Entry], _ chosen: RecordedEdition, _ type: AreaType, _ draws: EditionDraws?,
        _ hierarchy: AreaHierarchy, _ reader: StoreReader
    ) throws {
        guard !entries.isEmpty else { return }
        let certainty = try RankCertainty(entries, chosen: chosen, query: RankingQuery(areaType: type), draws: draws)
        var comparisons = BenchmarkComparisons(
            .england, chosen: chosen, draws: draws, hierarchy: hierarchy, reader: reader)
        let comparedToEngland = try comparisons.standings(of: entries.map(\.recorded))
        for (place, entry) in entries.enumerated() {
            var standing = Self.standing(entry.recorded.area.code, entry.count)
            standing.rank = entry.rank
            standing.rankLower = certainty.intervals[place]?.lower
            standing.rankUpper = certainty.intervals[place]?.upper
            standing.probabilityInWorst = certainty.probabilitiesInWorst[place]
            standing.quantileGroup = QuantileGroup.group(
                rank: entry.rank, of: entries.count, groups: RankedArea.groupCount)
            standing.comparedToEngland = comparedToEngland[place]?.at95?.rawValue
            all.append(standing)
        }
    }

    private static func standing(_ code: AreaCode, _ count: PeopleConcerned.Count) -> RecordedStanding {
        RecordedStanding(
            area: code, people: count.people.map { Int($0) }, population: count.population.map { Int($0.rounded()) })
    }
}
