import GeographyModel
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Takes initiatives from a CSV file; one that has the name of a recorded initiative takes its place.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - options: How the import is done.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `inputMissing`, `inputMalformed`, and errors of the store.
    public func importInitiatives(
        from path: String, options: ImportOptions, at instant: String
    ) async throws -> ImportReport {
        let file = try InputFile(path: path)
        let source = options.source(for: file.name, sha256: file.sha256)
        return try await store.write(
            action: "import of initiatives from \(source.id)", at: instant, commits: { $0.isCommitted },
            { writer in
                let key = try writer.put(source)
                let directory = AreaDirectory(reader: writer.reader)
                var rows = try InitiativeRows(file)
                var taken = 0
                while let initiative = try rows.next(directory) {
                    try writer.put(initiative, from: key)
                    taken += 1
                }
                return ImportReport(
                    file: file.name, unit: ("initiative", "initiatives"), taken: taken, diagnostics: rows.diagnostics,
                    options: options)
            })
    }
}
