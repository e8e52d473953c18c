import GeographyModel
public import SpatialStore

extension HealthLiteracyService {
    /// Takes out an edition that was imported or estimated, with all its figures.
    ///
    /// - Parameters:
    ///   - edition: The edition's identifier.
    ///   - indicator: The indicator; `nil` takes the edition of every indicator.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `editionNotFound`; `invalidRequest` for one of the embedded data set.
    public func remove(edition: String, indicator: String?, at instant: String) async throws -> Removal {
        try await store.change(action: "removal of the edition \(edition)", at: instant) { writer in
            let all = try writer.reader.editions(of: indicator)
            let named = all.filter { $0.edition.id == edition }
            guard !named.isEmpty else {
                let everywhere = try writer.reader.editions()
                let known = Set(everywhere.filter { !Self.isEmbedded($0.source) }.map(\.edition.id)).sorted()
                throw GeodataError(
                    .editionNotFound,
                    "There is no edition \"\(edition)\"\(indicator.map { " of \($0)" } ?? "") to take out.",
                    remedy: known.isEmpty
                        ? "Every edition in the store is of the embedded data set."
                        : "These can be taken out: \(known.joined(separator: ", ")).")
            }
            if let kept = named.first(where: { Self.isEmbedded($0.source) }) {
                throw Self.embedded("The edition \(kept.edition.id)")
            }
            return try named.reduce(into: Removal()) { sum, recorded in
                let removal = try writer.removeEdition(recorded.edition.id, of: recorded.indicator.id)
                sum.figures += removal.figures
                sum.editions += removal.editions
            }
        }
    }

    /// Takes out everything that came from an imported file.
    ///
    /// - Parameters:
    ///   - source: The source's identifier, as ``information()`` lists it.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `invalidRequest` for an unknown source, or one of the embedded data set.
    public func remove(source: String, at instant: String) async throws -> Removal {
        try await store.change(action: "removal of the source \(source)", at: instant) { writer in
            let all = try writer.reader.sources()
            if let found = all.first(where: { $0.id == source }), Self.isEmbedded(found) {
                throw Self.embedded("The source \(source)")
            }
            guard let removal = try writer.removeSource(source) else {
                let known = all.filter { !Self.isEmbedded($0) }.map(\.id)
                throw GeodataError(
                    .invalidRequest, "There is no source \"\(source)\".",
                    remedy: known.isEmpty
                        ? "Nothing was imported into this store." : "Imported: \(known.joined(separator: ", ")).")
            }
            return removal
        }
    }

    /// Whether a source is part of the embedded data set, which a load would bring back.
    static func isEmbedded(_ source: DataSource) -> Bool {
        ["geodata/", "published/"].contains { source.id.hasPrefix($0) } || source.id == ModelledEdition.sourceID
    }

    private static func embedded(_ what: String) -> GeodataError {
        GeodataError(
            .invalidRequest, "\(what) is part of the embedded data set and cannot be taken out.",
            remedy: "Only what was imported or estimated can.")
    }
}
