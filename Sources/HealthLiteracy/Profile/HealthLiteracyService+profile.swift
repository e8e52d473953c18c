public import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// Tells everything that is held about one area.
    ///
    /// - Parameters:
    ///   - words: A code or a name, present or old.
    ///   - day: The day on which activity is judged; `nil` is today.
    /// - Throws: ``GeodataError`` `areaNotFound`, with the nearest names.
    public func profile(_ words: String, asOf day: CalendarDay? = nil) async throws -> AreaProfile {
        let day = day ?? today
        return try await store.read { reader in
            let match = try AreaDirectory(reader: reader).match(words)
            let hierarchy = try AreaHierarchy(reader, including: [match.area.type])
            return try ProfileBuilder(reader: reader, hierarchy: hierarchy, area: match.area, day: day)
                .profile(asked: words, notes: match.notes)
        }
    }
}

/// Gathers what is held about one area.
struct ProfileBuilder {
    let reader: StoreReader
    let hierarchy: AreaHierarchy
    let area: Area
    let day: CalendarDay

    func profile(asked: String, notes matchNotes: [Note]) throws -> AreaProfile {
        let ancestors = hierarchy.ancestors(of: area.code)
        let figures = try figures(scopes: ancestors.filter(\.isBestFit).map(\.area))
        let initiatives = try initiatives()
        return AreaProfile(
            area: area, asked: asked,
            parents: ancestors.map { .init(area: $0.area, share: $0.share, isBestFit: $0.isBestFit) },
            predecessors: try reader.successions(into: area.code)
                .filter { $0.succession.kind != .laterCode }
                .map { "\($0.succession.oldName) (\($0.succession.oldCode))" },
            residents: try population("pop_2021"), workingAge: try population("pop_16_64"), figures: figures,
            order: try order(), initiatives: initiatives, day: day,
            notes: matchNotes + notes(figures: figures, initiatives: initiatives, ancestors: ancestors))
    }

    /// The area's own count, or the sum over the districts in it, each by its share.
    private func population(_ covariate: String) throws -> Double? {
        let values = try reader.covariateValues(of: covariate)
        if let own = values[area.code] { return own }
        let parts = values.compactMap { code, value in
            hierarchy.share(of: code, in: area.code).map { value * $0 }
        }
        return parts.isEmpty ? nil : parts.reduce(0, +).rounded()
    }

    private func figures(scopes: [Area]) throws -> [AreaProfile.Figure] {
        let sources = Dictionary(uniqueKeysWithValues: try reader.sources().map { ($0.id, $0) })
        return try reader.editions().compactMap { recorded in
            let (indicator, edition) = (recorded.indicator, recorded.edition)
            guard let own = try reader.estimate(indicator: indicator.id, edition: edition.id, for: area.code) else {
                return nil
            }
            let count = PeopleConcerned.count(own, indicator: indicator)
            let everyone = try reader.estimates(indicator: indicator.id, edition: edition.id, of: area.type)
            let benchmark = try countryValue(of: indicator, edition)
            return AreaProfile.Figure(
                indicator: indicator, edition: edition, source: sources[own.sourceID] ?? recorded.source,
                estimate: own.estimate,
                people: count.people, population: count.population,
                benchmark: area.type == .country ? nil : benchmark,
                standings: everyone.count < 2 ? [] : standings(everyone, indicator, scopes))
        }
    }

    private func standings(
        _ figures: [RecordedEstimate], _ indicator: Indicator, _ scopes: [Area]
    ) -> [AreaProfile.Standing] {
        scopes.sorted { $0.type.breadth > $1.type.breadth }.compactMap { scope in
            let peers = figures.filter { figure in
                hierarchy.ancestors(of: figure.area.code).contains { $0.isBestFit && $0.area.code == scope.code }
            }
            let order = NeedOrder(peers, indicator: indicator, measure: .percent)
            guard order.entries.count > 1,
                let own = order.entries.first(where: { $0.recorded.area.code == area.code })
            else { return nil }
            return AreaProfile.Standing(scope: scope, rank: own.rank, count: order.entries.count)
        }
    }

    private func initiatives() throws -> [AreaProfile.InitiativeEntry] {
        let reaches = InitiativeReaches(hierarchy: hierarchy)
        return try reader.initiatives().compactMap { initiative in
            guard let (reach, via) = reaches.reach(of: initiative, over: area.code) else { return nil }
            return AreaProfile.InitiativeEntry(
                initiative: initiative, activity: initiative.activity(on: day), reach: reach,
                via: try reader.area(via)?.name ?? via.rawValue)
        }.sorted { ($0.reach.order, $0.initiative.name) < ($1.reach.order, $1.initiative.name) }
    }

    private func notes(
        figures: [AreaProfile.Figure], initiatives: [AreaProfile.InitiativeEntry], ancestors: [AreaHierarchy.Ancestor]
    ) -> [Note] {
        var notes: [Note] = []
        if figures.isEmpty {
            notes.append(
                Note(
                    .areasWithoutFigure, "No edition in the store has a figure for \(area.name); nothing is filled in.")
            )
        }
        if figures.count > 1 {
            notes.append(
                Note(
                    .editionsNotComparable,
                    "Figures of different editions are not comparable: ages, census and method differ."))
        }
        for polarity in Set(figures.map(\.indicator.polarity)).sorted(by: { $0.rawValue > $1.rawValue }) {
            let titles = figures.filter { $0.indicator.polarity == polarity }.map(\.indicator.title)
            notes.append(Note(.polarity, "\(titles.withoutRepeats.joined(separator: ", ")): \(polarity.sentence)"))
        }
        for caution in figures.map(\.indicator.cautions).withoutRepeats { notes.append(Note(.use, caution)) }
        if figures.contains(where: \.edition.isModelled) {
            notes.append(
                Note(
                    .expectedValue,
                    "Modelled figures are expected values for the people who live here, not measurements."))
            notes.append(
                Note(.notForEvaluation, "They do not show what an initiative achieved, nor a trend over time."))
        }
        if figures.contains(where: { $0.edition.model?.residualSD == 0 }) {
            notes.append(
                Note(.noLocalFactors, "The intervals make no allowance for local factors that the model cannot see."))
        }
        if RankingNotes.smallAreas.contains(area.code) {
            notes.append(Note(.smallBase, "Few people live in \(area.name): read its figures with care."))
        }
        let partial = ancestors.filter { $0.area.type == .icb && $0.share < 1 }
        if !partial.isEmpty {
            let list = partial.map { "\(($0.share * 100).rounded(toPlaces: 1)) % in \($0.area.name)" }
            notes.append(Note(.straddles, "The area lies in several boards: \(list.joined(separator: ", "))."))
        }
        let entries = initiatives.map {
            InitiativeList.Entry(initiative: $0.initiative, activity: $0.activity, areaNames: [], reach: $0.reach)
        }
        return notes + InitiativeNotes.notes(entries, day: day)
    }
}

extension InitiativeReach {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension AreaType {
    /// Wider levels have a greater breadth.
    fileprivate var breadth: Int { -(Self.known.firstIndex(of: self) ?? Self.known.count) }
}

extension [String] {
    /// The elements in order, each once.
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
