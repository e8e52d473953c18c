import GeographyModel
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Takes figures from a CSV file into editions, resolving old codes and names to present areas.
    ///
    /// - Parameters:
    ///   - path: The file; gzip is read directly.
    ///   - query: What the figures are, where the file does not say.
    ///   - options: How the import is done.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `inputMissing`, `inputMalformed`, `invalidRequest`, and errors of the store. Bad rows
    ///   are diagnostics of the report, not errors.
    public func importEstimates(
        from path: String, query: EstimatesImportQuery, options: ImportOptions, at instant: String
    ) async throws -> ImportReport {
        try Identifier.check(query.edition, of: "edition")
        for indicator in [query.indicator] + query.valueColumns.map(\.indicator) {
            try Identifier.check(indicator, of: "indicator")
        }
        let file = try InputFile(path: path)
        let read = try EstimateRows(file, query: query)
        let source = options.source(for: file.name, sha256: file.sha256)
        return try await store.change(
            action: "import of figures from \(source.id)", at: instant, commits: { $0.isCommitted },
            { writer in
                var job = EstimatesImport(query: query, options: options, writer: writer, log: read.log)
                return try job.run(read.rows, source: source)
            })
    }
}
