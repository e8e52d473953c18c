import GeographyModel
import RankInference
import SpatialStore

extension HealthLiteracyService {
    /// Compares areas pair by pair: draw by draw where both figures have draws of one edition, else from their intervals.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound`, `indicatorNotFound`, `editionNotFound`, `noFigures` where an area has
    ///   no figure; `invalidRequest` for fewer than two areas, or figures of different editions that were not asked for.
    public func compare(_ query: CompareQuery) async throws -> AreaComparison {
        guard (2...20).contains(query.areas.count) else {
            throw GeodataError(
                .invalidRequest,
                "\(query.areas.count) \(query.areas.count == 1 ? "area" : "areas") cannot be compared.",
                remedy: "Name 2 to 20.")
        }
        return try await store.read { try Comparer(query, reader: $0).comparison() }
    }
}

/// One comparison, from one state of the store.
struct Comparer {
    private let query: CompareQuery
    private let hierarchy: AreaHierarchy
    private let reader: StoreReader

    init(_ query: CompareQuery, reader: StoreReader) throws {
        self.query = query
        self.reader = reader
        hierarchy = try AreaHierarchy(reader)
    }

    func comparison() throws -> AreaComparison {
        var notes: [Note] = []
        var found: [(side: AreaComparison.Side, chosen: RecordedEdition)] = []
        for words in query.areas {
            let (name, edition) = Self.split(words)
            let match = try AreaDirectory(reader: reader).match(name)
            notes += match.notes
            found.append(try figure(of: match.area, edition: edition ?? query.edition))
        }
        let identities = found.map { "\($0.side.area.code)@\($0.side.edition.id)" }
        if let twice = found.indices.first(where: { identities[..<$0].contains(identities[$0]) }) {
            throw GeodataError(
                .invalidRequest, "\(found[twice].side.area.name) was named twice.", remedy: "Name different areas.")
        }
        try checkEditions(found.map(\.chosen))
        let draws = try found.reduce(into: [String: EditionDraws]()) { draws, one in
            let id = one.chosen.edition.id
            if draws[id] == nil { draws[id] = try EditionDraws(one.chosen, hierarchy: hierarchy, reader: reader) }
        }
        var pairs: [AreaComparison.Pair] = []
        for first in found.indices {
            for second in found.indices where second > first {
                pairs.append(try pair(found[first].side, found[second].side, draws))
            }
        }
        return AreaComparison(
            indicator: found[0].chosen.indicator, sides: found.map(\.side), pairs: pairs,
            notes: notes + self.notes(found.map(\.chosen), pairs, hasDraws: !draws.isEmpty))
    }

    private static func split(_ words: String) -> (name: String, edition: String?) {
        guard let at = words.lastIndex(of: "@") else { return (words, nil) }
        return (String(words[..<at]), String(words[words.index(after: at)...]))
    }

    /// The figure of an area, in the edition asked for or the usual one.
    private func figure(
        of area: Area, edition: String?
    ) throws -> (side: AreaComparison.Side, chosen: RecordedEdition) {
        let chosen = try EditionChoice.choose(
            indicator: query.indicator, edition: edition, for: area.type, reader: reader)
        let recorded = try reader.estimate(
            indicator: chosen.indicator.id, edition: chosen.edition.id, for: area.code)
        guard let recorded, recorded.estimate.value != nil else {
            let others = try reader.editions(of: chosen.indicator.id).filter {
                try reader.estimate(indicator: chosen.indicator.id, edition: $0.edition.id, for: area.code)?.estimate
                    .value != nil
            }.map(\.edition.id)
            throw GeodataError(
                .noFigures, "The edition \(chosen.edition.id) has no figure for \(area.name).",
                remedy: others.isEmpty
                    ? "No edition has one."
                    : "These have one: \(others.joined(separator: ", ")); name that edition.")
        }
        return (.init(area: area, edition: chosen.edition, estimate: recorded.estimate), chosen)
    }

    private func checkEditions(_ chosen: [RecordedEdition]) throws {
        let editions = Set(chosen.map(\.edition.id))
        guard editions.count > 1 else { return }
        guard Set(chosen.map(\.indicator.id)).count == 1 else {
            throw GeodataError(
                .invalidRequest, "The figures are of different indicators and cannot be compared.",
                remedy: "Name one indicator.")
        }
        guard !query.acrossEditions else { return }
        throw GeodataError(
            .invalidRequest,
            "The figures are of different editions (\(editions.sorted().joined(separator: ", "))), which differ in ages, census and method: a difference between them need not be one between the places.",
            remedy: "Name one edition, or say across-editions if you mean it.")
    }

    private func pair(
        _ first: AreaComparison.Side, _ second: AreaComparison.Side, _ draws: [String: EditionDraws]
    ) throws -> AreaComparison.Pair {
        let difference = (first.estimate.value ?? 0) - (second.estimate.value ?? 0)
        var certainty: AreaDifference?
        if first.edition.id == second.edition.id, let draws = draws[first.edition.id],
            let one = try draws.matrix(of: [first.area.code]), let other = try draws.matrix(of: [second.area.code])
        {
            certainty = AreaDifference(draws: one.row(0), minus: other.row(0))
        } else if let one = first.estimate.interval(), let other = second.estimate.interval() {
            certainty = AreaDifference(one, minus: other)
        }
        return .init(first: first, second: second, difference: difference, certainty: certainty)
    }

    private func notes(
        _ chosen: [RecordedEdition], _ pairs: [AreaComparison.Pair], hasDraws: Bool
    ) -> [Note] {
        var notes = RankingNotes.edition(chosen[0])
        if Set(chosen.map(\.edition.id)).count > 1 {
            notes.insert(
                Note(
                    .editionsNotComparable,
                    "These figures are of different editions: ages, census and method differ, and so a difference need not be one between the places."
                ), at: 0)
        }
        if pairs.allSatisfy({ $0.certainty == nil }) {
            notes.append(
                Note(.noInterval, "The figures have no intervals, so it cannot be told how sure a difference is."))
        } else if !hasDraws {
            notes.append(
                Note(
                    .noInterval,
                    "The figures are taken as independent, because there are no draws; error that they share is not allowed for."
                ))
        }
        let small = pairs.flatMap { [$0.first.area, $0.second.area] }.filter {
            RankingNotes.smallAreas.contains($0.code)
        }
        if let area = small.first {
            notes.append(Note(.smallBase, "Few people live in \(area.name): read its figures with care."))
        }
        return notes
    }
}
