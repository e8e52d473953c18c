import GeographyModel
import QueryEngine
import SpatialStore

/// A collection's query with every name resolved against the store: the areas after `within`, the edition, the filter.
struct ResolvedQuery {
    /// The query for the engine.
    var query: FeatureQuery
    /// The edition whose figures areas carry; `nil` where none has figures at their level.
    let chosen: RecordedEdition?
    /// Where in the country, in words.
    let scope: AreaScope
    /// What the reader must know.
    private(set) var notes: [Note]

    /// - Throws: ``GeodataError`` `areaNotFound`, `indicatorNotFound`, `editionNotFound`, `noFigures`, `invalidFilter`
    ///   and the filter's limits.
    init(_ asked: CollectionQuery, today: CalendarDay, reader: StoreReader) throws {
        let scope = try AreaScope(asked.within, reader: reader, hierarchy: AreaHierarchy())
        let filter = try asked.filter.expression()
        var chosen: RecordedEdition?
        switch asked.collection {
        case .areas(let type): chosen = try Self.edition(asked, type, reader)
        case .estimates: try Self.requireEdition(asked, reader)
        case .initiatives: break
        }
        try self.init(asked, filter, today: today, scope: scope, chosen: chosen)
        let isOfPlaces = asked.filter.box != nil || query.filter?.isOfPlaces ?? false
        if isOfPlaces, let note = try Self.placeless(asked.collection, today, reader) { notes.append(note) }
    }

    /// Puts together what is known already.
    ///
    /// - Parameters:
    ///   - filter: The filter that was asked for, read from its words.
    ///   - scope: The areas that were asked for.
    ///   - chosen: The edition that was asked for.
    /// - Throws: ``GeodataError`` `invalidRequest`.
    init(
        _ asked: CollectionQuery, _ filter: FilterExpression?, today: CalendarDay, scope: AreaScope,
        chosen: RecordedEdition?
    ) throws {
        var conditions = [filter].compactMap(\.self) + asked.conditions
        var notes = scope.notes
        switch asked.collection {
        case .areas(let type):
            notes +=
                chosen.map(RankingNotes.edition)
                ?? [Note(.areasWithoutFigure, "No edition of low health literacy has figures for \(type.plural).")]
            if chosen != nil, !scope.areas.isEmpty || asked.filter.box != nil || !conditions.isEmpty {
                notes.append(
                    Note(
                        .rankAmongAll,
                        "Ranks and groups count all \(type.plural) of the edition, not only those shown; rankings rank them among themselves."
                    ))
            }
        case .estimates:
            for (name, value) in [("indicator", asked.indicator), ("edition", asked.edition)] {
                guard let value else { continue }
                conditions.append(
                    FilterExpression(
                        .operation(.equal, [FilterExpression(.property(name)), FilterExpression(.text(value))])))
            }
            notes.append(
                Note(
                    .editionsNotComparable,
                    "Figures of different editions are not comparable: ages, census and method differ."))
        case .initiatives:
            guard asked.indicator == nil, asked.edition == nil else {
                throw GeodataError(
                    .invalidRequest, "Initiatives carry no figures.", remedy: "Leave indicator and edition out.")
            }
        }
        if asked.geometry != .none, let note = asked.system.note { notes.append(note) }
        self.scope = scope
        self.chosen = chosen
        self.notes = notes
        query = FeatureQuery(
            collection: asked.collection,
            filter: conditions.count > 1 ? FilterExpression(.operation(.and, conditions)) : conditions.first,
            filterSystem: asked.filter.system,
            box: try asked.filter.filterBox(), boxSystem: asked.filter.boxSystem,
            within: scope.areas.map(\.code), figures: chosen.map(FeatureQuery.Figures.init), day: asked.day ?? today,
            properties: asked.properties, sort: asked.sort, geometry: asked.geometry, system: asked.system,
            limit: asked.limit, after: asked.after)
    }

    /// The edition asked for; without one, the usual edition, or none where none has figures at this level.
    private static func edition(
        _ asked: CollectionQuery, _ type: AreaType, _ reader: StoreReader
    ) throws -> RecordedEdition? {
        let name = "edition \(asked.nameOfFigures(type))"
        return try reader.remembered(name) {
            try EditionChoice.requireLevel(type, reader)
            do {
                return try EditionChoice.choose(
                    indicator: asked.indicator, edition: asked.edition, for: type, reader: reader)
            } catch let error as GeodataError
                where [.noFigures, .storeEmpty].contains(error.code) && asked.edition == nil && asked.indicator == nil
            {
                return nil
            }
        }
    }

    /// Says how many features a condition on places leaves out because nobody knows where they are.
    static func placeless(_ collection: CollectionID, _ day: CalendarDay, _ reader: StoreReader) throws -> Note? {
        let nowhere = FilterExpression(.operation(.isNull, [FilterExpression(.property("geometry"))]))
        let count = try reader.remembered("without place \(collection.name)") {
            try CollectionReader(reader).count(
                FeatureQuery(collection: collection, filter: nowhere, day: day, properties: []))
        }
        guard count > 0 else { return nil }
        return Note(
            .withoutPosition,
            "\(count) of the \(collection.name) have no position in the store and cannot meet a condition on places.")
    }

    private static func requireEdition(_ asked: CollectionQuery, _ reader: StoreReader) throws {
        let all = try reader.editions(of: asked.indicator)
        guard all.contains(where: { asked.edition == nil || $0.edition.id == asked.edition }) else {
            throw GeodataError(
                .editionNotFound, "There is no edition of that name.",
                remedy:
                    "The store has: \(Set(try reader.editions(of: nil).map(\.edition.id)).sorted().joined(separator: ", "))."
            )
        }
    }
}

extension CollectionQuery {
    /// What tells the figures that are asked for from others, as a name.
    func nameOfFigures(_ type: AreaType) -> String { "\(type.rawValue)\n\(indicator ?? "")\n\(edition ?? "")" }
}
