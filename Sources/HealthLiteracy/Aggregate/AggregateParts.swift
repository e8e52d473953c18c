import GeographyModel
import RankInference
import SpatialStore

/// The figures that are rolled up.
struct AggregateParts {
    /// What must be said about the result.
    private(set) var notes: [Note]
    private let indicator: Indicator
    private let figures: [AreaCode: (value: Double, population: Double)]
    private let draws: EditionDraws?

    init(_ chosen: RecordedEdition, type: AreaType, hierarchy: AreaHierarchy, reader: StoreReader) throws {
        indicator = chosen.indicator
        let recorded = try reader.estimates(indicator: chosen.indicator.id, edition: chosen.edition.id, of: type)
        var figures: [AreaCode: (value: Double, population: Double)] = [:]
        var unweighted: [String] = []
        // One kind of weight for all: denominators of a sample and residents do not go together.
        let hasDenominators = recorded.allSatisfy { $0.estimate.value == nil || $0.estimate.denominator != nil }
        for figure in recorded {
            guard let value = figure.estimate.value else { continue }
            if let population = hasDenominators ? figure.estimate.denominator : figure.population, population > 0 {
                figures[figure.area.code] = (value, population)
            } else {
                unweighted.append(figure.area.name)
            }
        }
        guard !figures.isEmpty else {
            throw GeodataError(
                .noFigures,
                "The edition \(chosen.edition.id) does not say of how many people its figures are, so they cannot be weighted.",
                remedy: "Import them with a column \"denominator\".")
        }
        self.figures = figures
        draws = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)
        notes = RankingNotes.edition(chosen)
        if draws == nil {
            notes.append(
                Note(
                    .noInterval,
                    "No intervals: this edition has no draws, and the error that its figures share is unknown."))
        }
        if !unweighted.isEmpty {
            notes.append(
                Note(.areasWithoutFigure, "Left out for want of a population: \(unweighted.joined(separator: ", "))."))
        }
    }

    /// Whether there is a figure to roll up for an area.
    func contains(_ code: AreaCode) -> Bool { figures[code] != nil }

    /// The areas with figures, in the order of their codes.
    var codes: [AreaCode] { figures.keys.sorted() }

    /// Rolls up; groups without people are left out.
    func rolledUp(_ groups: [AreaGroups.Group]) throws -> [Aggregation.Group] {
        let filled = groups.filter { $0.members.contains { (figures[$0.area]?.population ?? 0) * $0.share > 0 } }
        let sums = filled.map { group in
            group.members.reduce(into: (value: 0.0, population: 0.0)) { sum, member in
                guard let figure = figures[member.area] else { return }
                sum.value += figure.value * figure.population * member.share
                sum.population += figure.population * member.share
            }
        }
        let matrix = try matrix(of: filled)
        let polarity = indicator.polarity
        let intervals = matrix?.estimates()
        let ranked = matrix?.rankDistributions(polarity: polarity, worst: 1)
        let values = sums.map { $0.value / $0.population }
        let ranks = CompetitionRank.ranks(descending: polarity == .lowIsGood ? values : values.map { -$0 })
        return filled.indices.map { place in
            Aggregation.Group(
                code: filled[place].code, name: filled[place].name, rank: ranks[place],
                rankLower: ranked?[place].interval.lower, rankUpper: ranked?[place].interval.upper,
                value: values[place], lower: intervals?[place].lower, upper: intervals?[place].upper,
                population: sums[place].population, memberCount: filled[place].members.count)
        }.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
    }

    private func matrix(of groups: [AreaGroups.Group]) throws -> DrawMatrix? {
        guard let draws, !groups.isEmpty else { return nil }
        let places = Dictionary(uniqueKeysWithValues: zip(draws.areas, draws.areas.indices))
        let members = groups.map { group in
            group.members.compactMap { member in
                places[member.area].map {
                    WeightedMember(area: $0, population: draws.populations[$0], share: member.share)
                }
            }
        }
        guard zip(members, groups).allSatisfy({ $0.count == $1.members.count }) else { return nil }
        return try draws.matrix.rolledUp(to: members)
    }
}
