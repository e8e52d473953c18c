import GeographyModel
import RankInference
import SpatialStore

/// The figures of an edition in order of need, the greatest first.
struct NeedOrder {
    /// A figure with its place.
    struct Entry {
        var rank: Int
        var recorded: RecordedEstimate
        var count: PeopleConcerned.Count
    }

    /// Every area that can be ranked: greatest need first, ties in the order of their codes.
    private(set) var entries: [Entry] = []

    /// Orders figures by value, or by the people on the bad side; areas without the measure are left out.
    init(_ figures: [RecordedEstimate], indicator: Indicator, measure: RankingQuery.Measure) {
        let direction = indicator.polarity == .lowIsGood ? 1.0 : -1.0
        var candidates: [(need: Double, entry: Entry)] = []
        for recorded in figures {
            let count = PeopleConcerned.count(recorded, indicator: indicator)
            let need = measure == .people ? count.people : recorded.estimate.value.map { $0 * direction }
            if let need, recorded.estimate.value != nil {
                candidates.append((need, Entry(rank: 0, recorded: recorded, count: count)))
            }
        }
        for (index, rank) in CompetitionRank.ranks(descending: candidates.map(\.need)).enumerated() {
            candidates[index].entry.rank = rank
        }
        entries = candidates.map(\.entry).sorted {
            ($0.rank, $0.recorded.area.code) < ($1.rank, $1.recorded.area.code)
        }
    }

    /// Why there is nothing to put in order.
    func nothingToRank(_ scope: String, _ type: AreaType, _ chosen: RecordedEdition) -> GeodataError {
        GeodataError(
            .noFigures,
            "The edition \(chosen.edition.id) of \(chosen.indicator.id) has nothing to rank for \(type.plural) in \(scope).",
            remedy: "Widen the areas or the filter, rank by percent, or import estimates.")
    }
}
