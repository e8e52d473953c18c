import GeographyModel
import SpatialStore

/// Decides which edition answers a question.
enum EditionChoice {
    /// The indicator that questions are about unless they name one.
    static let defaultIndicator = "low-health-literacy"

    /// The edition that a query means.
    ///
    /// - Parameters:
    ///   - indicator: The identifier asked for; `nil` follows from the edition, or is low health literacy.
    ///   - edition: The identifier asked for; `nil` takes the edition with figures for most areas of `type`; of several,
    ///     the one that is modelled here and has draws, else the first by identifier.
    ///   - type: The level of geography that figures are needed for.
    ///   - reader: The store.
    /// - Throws: ``GeodataError`` `indicatorNotFound`, `editionNotFound`, or `noFigures` where the edition has none for
    ///   that level; each lists what there is.
    static func choose(
        indicator: String?, edition: String?, for type: AreaType, reader: StoreReader
    ) throws -> RecordedEdition {
        try requireLevel(type, reader)
        let all = try reader.editions()
        let candidates = try candidates(all, indicator: indicator, edition: edition, reader: reader)
        let best = candidates.max { isLessFit($0, than: $1, for: type) }
        guard let best, (best.figureCounts[type] ?? 0) > 0 else {
            throw noFigures(candidates, for: type)
        }
        return best
    }

    /// Refuses a level of geography that is neither known by name nor in the store.
    static func requireLevel(_ type: AreaType, _ reader: StoreReader) throws {
        guard !AreaType.known.contains(type), try reader.areaCount(of: type) == 0 else { return }
        let held = try reader.areaCounts().map(\.type.rawValue)
        throw GeodataError(
            .invalidRequest, "There is no level of geography called \"\(type.rawValue)\".",
            remedy: "The store has: \(held.joined(separator: ", ")).")
    }

    private static func isLessFit(_ one: RecordedEdition, than other: RecordedEdition, for type: AreaType) -> Bool {
        let (few, many) = (one.figureCounts[type] ?? 0, other.figureCounts[type] ?? 0)
        if few != many { return few < many }
        let (isOwn, isOtherOwn) = (one.edition.id == ModelledEdition.id, other.edition.id == ModelledEdition.id)
        return isOwn == isOtherOwn ? one.edition.id > other.edition.id : isOtherOwn
    }

    /// Names the editions that could have answered as well, where the query left the choice open.
    static func note(
        on chosen: RecordedEdition, asked edition: String?, for type: AreaType, reader: StoreReader
    ) throws -> Note? {
        guard edition == nil else { return nil }
        let enough = (chosen.figureCounts[type] ?? 0) / 2
        let others = try reader.editions(of: chosen.indicator.id).filter {
            $0.edition.id != chosen.edition.id && ($0.figureCounts[type] ?? 0) > enough
        }
        guard !others.isEmpty else { return nil }
        return Note(
            .otherEditions,
            "The edition \(chosen.edition.id) answers; others can be named: \(others.map(\.edition.id).joined(separator: ", "))."
        )
    }

    private static func candidates(
        _ all: [RecordedEdition], indicator: String?, edition: String?, reader: StoreReader
    ) throws -> [RecordedEdition] {
        let indicators = try reader.indicators()
        if indicators.isEmpty {
            throw GeodataError(.storeEmpty, "The store holds no figures yet.", remedy: "Fill it with 'hlgeo load'.")
        }
        if let indicator, !indicators.contains(where: { $0.id == indicator }) {
            throw GeodataError(
                .indicatorNotFound, "There is no indicator \"\(indicator)\".",
                remedy: "The store has: \(indicators.map(\.id).joined(separator: ", ")).")
        }
        guard let edition else {
            return all.filter { $0.edition.indicatorID == indicator ?? defaultIndicator }
        }
        let named = all.filter { $0.edition.id == edition && (indicator == nil || $0.edition.indicatorID == indicator) }
        if named.isEmpty {
            let known = all.filter { indicator == nil || $0.edition.indicatorID == indicator }
            throw GeodataError(
                .editionNotFound,
                "There is no edition \"\(edition)\"\(indicator.map { " of the indicator \($0)" } ?? "").",
                remedy: "The store has: \(Set(known.map(\.edition.id)).sorted().joined(separator: ", ")).")
        }
        // An edition that serves several indicators is read as the default one unless a query says otherwise.
        let preferred = named.filter { $0.edition.indicatorID == indicator ?? defaultIndicator }
        return preferred.isEmpty ? named : preferred
    }

    private static func noFigures(_ candidates: [RecordedEdition], for type: AreaType) -> GeodataError {
        let list = candidates.map { recorded in
            let levels = recorded.figureCounts.filter { $0.value > 0 }
                .sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\($0.value) \($0.value == 1 ? $0.key.label : $0.key.plural)" }
            return "\(recorded.edition.id) (\(levels.isEmpty ? "no figures" : levels.joined(separator: ", ")))"
        }
        let holdings = list.isEmpty ? "There is no edition." : "Held: \(list.joined(separator: "; "))."
        return GeodataError(
            .noFigures, "No edition that was asked for has figures for \(type.plural). \(holdings)",
            remedy:
                "Ask for another edition or level, or import estimates that have them."
        )
    }
}
