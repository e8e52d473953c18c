import GeographyModel
package import QueryEngine
import SpatialStore

/// A level of geography in memory with the figures of one edition, and what is said of all its pages.
struct CollectionInMemory: Sendable {
    /// The edition; `nil` where none has figures for the level.
    let chosen: RecordedEdition?
    /// `nil` where the level has too many areas.
    let table: FeatureTable?
    /// Who must be named where the features are shown.
    let attribution: String
    /// Says how many features no condition on places finds; `nil` where it finds all.
    let placeless: Note?

    /// What it is called in the memory of the store.
    static func name(_ asked: CollectionQuery, _ type: AreaType) -> String {
        "in memory \(asked.nameOfFigures(type))"
    }
}

extension HealthLiteracyService {
    /// Finds a page as ``page(_:limits:_:)`` does, from what is in memory.
    ///
    /// - Parameter revision: The state of the store that the page must be of.
    /// - Returns: `nil` for what only the store can answer, and where nothing is in memory; see
    ///   ``keepInMemory(_:revision:)``.
    /// - Throws: As ``page(_:limits:_:)``.
    package func pageInMemory(_ asked: CollectionQuery, limits: QueryLimits, revision: Int) throws -> FoundPage? {
        guard case .areas(let type) = asked.collection, asked.within.isEmpty, asked.after == nil,
            let known = store.remembered(
                CollectionInMemory.name(asked, type), at: revision, as: CollectionInMemory.self),
            let table = known.table
        else { return nil }
        let resolved = try ResolvedQuery(
            asked, try asked.filter.expression(), today: today, scope: AreaScope(), chosen: known.chosen)
        var query = resolved.query
        query.limit = asked.limit ?? Self.defaultPageSize
        var notes = resolved.notes
        var touching: [String]?
        if let box = query.box {
            // Boxes in other systems, across the antimeridian or without an inside are left to the store.
            guard query.boxSystem == .crs84, box.west < box.east, box.south < box.north,
                let level = LevelLocator.known(type, in: store, at: revision)
            else { return nil }
            touching = level.codes(touching: box)
            if let note = known.placeless { notes.append(note) }
        }
        guard let selection = table.selection(query, upTo: limits.rows, touching: touching) else { return nil }
        return FoundPage(
            revision: revision, notes: notes, attribution: known.attribution, selection: selection,
            read: { selection, places in
                selection.featuresInMemory(at: places ?? Array(selection.identifiers.indices)) ?? []
            })
    }

    /// Brings the level of geography that a query is about into memory, so that ``pageInMemory(_:limits:revision:)`` can
    /// answer the next ones.
    ///
    /// - Throws: ``GeodataError`` `indicatorNotFound`, `editionNotFound`, `noFigures`.
    package func keepInMemory(_ asked: CollectionQuery, revision: Int) async throws {
        guard case .areas(let type) = asked.collection else { return }
        let isForBoxes = asked.filter.box != nil
        if let known = store.remembered(
            CollectionInMemory.name(asked, type), at: revision, as: CollectionInMemory.self),
            known.table == nil || !isForBoxes || LevelLocator.known(type, in: store, at: revision) != nil
        {
            return
        }
        let plain = CollectionQuery(collection: asked.collection, indicator: asked.indicator, edition: asked.edition)
        try await store.read { reader in
            let kept = try reader.remembered(CollectionInMemory.name(asked, type)) {
                let resolved = try ResolvedQuery(plain, today: today, reader: reader)
                return CollectionInMemory(
                    chosen: resolved.chosen,
                    table: try CollectionReader(reader).table(of: type, figures: resolved.query.figures, day: today),
                    attribution: try Attribution.text(reader),
                    placeless: try ResolvedQuery.placeless(asked.collection, today, reader))
            }
            if isForBoxes, kept.table != nil { _ = try LevelLocator.remembered(type, reader) }
        }
    }
}
