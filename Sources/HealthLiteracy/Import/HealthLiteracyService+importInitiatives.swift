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
        return try await store.change(
            action: "import of initiatives from \(source.id)", at: instant, commits: { $0.isCommitted },
            { writer in
                let recorded = try writer.reader.initiativeSources()
                let key = try writer.put(file: source)
                let directory = AreaDirectory(reader: writer.reader)
                var rows = try InitiativeRows(file)
                var (taken, replaced) = (0, 0)
                while let initiative = try rows.next(directory) {
                    try writer.put(initiative, from: key)
                    taken += 1
                    if recorded[initiative.id] != nil { replaced += 1 }
                }
                try writer.forgetUnusedFiles()
                let remarks =
                    replaced == 0 ? [] : ["\(replaced) of them took the place of recorded ones of the same name."]
                return ImportReport(
                    ImportLog(file: file.name, diagnostics: rows.diagnostics),
                    unit: ("initiative", "initiatives", "row"), taken: taken, options: options, remarks: remarks)
            })
    }
}
