import GeographyModel
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Takes a lookup from a CSV file: which areas lie in which, or what became of old codes.
    ///
    /// Four layouts are understood: `child_code, parent_code[, share, is_best_fit]`; `old_code, old_name,
    /// new_code[, kind, weight, first_year, last_year]`; and ONS's: one column of codes a level (`LSOA21CD, LAD24CD …`:
    /// the first lies in all the others), or the same level in several years (`ltla16_code … ltla24_code`, or `LADCD`
    /// beside `LADCD_ACTIVE`), which tells what became of codes.
    ///
    /// - Parameters:
    ///   - path: The file; gzip is read directly.
    ///   - options: How the import is done.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `inputMissing`, `inputMalformed`, and errors of the store.
    public func importLookups(
        from path: String, options: ImportOptions, at instant: String
    ) async throws -> ImportReport {
        let file = try InputFile(path: path)
        let source = options.source(for: file.name, sha256: file.sha256)
        return try await store.change(
            action: "import of a lookup from \(source.id)", at: instant, commits: { $0.isCommitted },
            { writer in
                let key = try writer.put(file: source)
                var reader = try CSVReader(file)
                let layout = try LookupLayout(reader)
                var job = LookupsImport(layout: layout, writer: writer, source: key, log: ImportLog(file: file.name))
                while let row = reader.next() { try job.take(row) }
                try job.finish(vintage: options.vintage)
                try writer.forgetUnusedFiles()
                job.log.take(reader.diagnostics)
                return ImportReport(
                    job.log, unit: ("link", "links", "row"), taken: job.taken, options: options, remarks: job.remarks)
            })
    }
}
