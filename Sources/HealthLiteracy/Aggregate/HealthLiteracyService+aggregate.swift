import GeographyModel
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Rolls figures up to wider areas or to groups of the user's, weighted by people, draw by draw where the edition has
    /// draws; an area that straddles counts by its share.
    ///
    /// - Throws: ``GeodataError`` `indicatorNotFound`, `editionNotFound`, `noFigures` where nothing can be weighted,
    ///   `inputMissing` and `inputMalformed` for a file of groups that cannot be read.
    public func aggregate(_ query: AggregateQuery) async throws -> Aggregation {
        guard query.areaType != .county else {
            throw GeodataError(
                .invalidRequest, "Counties do not cover the country, so nothing can be rolled up from them.",
                remedy: "Roll up districts, which is what is done where no level is named.")
        }
        let file: InputFile? = if case .file(let path) = query.target { try InputFile(path: path) } else { nil }
        return try await store.read { reader in
            let chosen = try EditionChoice.choose(
                indicator: query.indicator, edition: query.edition, for: query.areaType, reader: reader)
            let hierarchy = try AreaHierarchy(reader, including: [query.areaType])
            let parts = try AggregateParts(chosen, type: query.areaType, hierarchy: hierarchy, reader: reader)
            var log = ImportLog(file: file?.name ?? "")
            let groups =
                switch query.target {
                case .level(let type): try AreaGroups.areas(of: type, parts: parts, hierarchy: hierarchy, reader)
                case .file: try AreaGroups.read(file, parts: parts, reader: reader, log: &log)
                }
            var notes = parts.notes
            if let note = try AreaGroups.coverage(
                groups, of: query.areaType, target: query.target, hierarchy: hierarchy, reader)
            {
                notes.insert(note, at: 0)
            }
            if groups.contains(where: { $0.members.contains { $0.share < 1 } }) {
                notes.append(
                    Note(
                        .straddles,
                        "Areas that lie in several of these are counted in each by the share that lies there."))
            }
            return Aggregation(
                indicator: chosen.indicator, edition: chosen.edition,
                target: query.target.words(file: file?.name), groups: try parts.rolledUp(groups),
                diagnostics: log.diagnostics, notes: notes)
        }
    }
}

extension AggregateQuery.Target {
    fileprivate func words(file: String?) -> String {
        if case .level(let type) = self { return type.pluralLabel }
        return "the groups of \(file ?? "")"
    }
}
