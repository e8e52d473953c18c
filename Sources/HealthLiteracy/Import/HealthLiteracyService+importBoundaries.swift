import GeographyModel
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Takes boundaries from a GeoJSON, TopoJSON or HexJSON file; areas that are new are made.
    ///
    /// Geometries are checked by the OGC's rules and repaired where need be, and all of them are generalised together.
    ///
    /// - Parameters:
    ///   - path: The file; gzip is read directly.
    ///   - query: What the boundaries are, where the file does not say.
    ///   - options: How the import is done.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `inputMissing`, `inputMalformed`, `unsupportedCRS`, `invalidRequest`, and errors of
    ///   the store. Bad features are diagnostics of the report, not errors.
    public func importBoundaries(
        from path: String, query: BoundariesImportQuery, options: ImportOptions, at instant: String
    ) async throws -> ImportReport {
        let file = try InputFile(path: path)
        let contents = try BoundaryReader.read(file) { done, total in
            options.progress?(ImportProgress(stage: "reading", fraction: Double(done) / Double(max(1, total)) * 0.3))
        }
        let source = options.source(for: file.name, sha256: file.sha256)
        let action = "import of boundaries from \(source.id)"
        if case .hexJSON = contents.format {
            return try await store.change(
                action: action, at: instant, commits: { $0.isCommitted },
                { try HexagonsImport(options: options, writer: $0).run(contents, file: file.name) })
        }
        let prepared = try await PreparedBoundaries.prepare(
            contents, file: file.name, query: query, options: options, store: store)
        return try await store.change(
            action: action, at: instant, commits: { $0.isCommitted },
            { try prepared.write(into: $0, source: source, options: options) })
    }
}

/// The places of areas in a hexagon cartogram.
struct HexagonsImport {
    let options: ImportOptions
    let writer: StoreWriter

    func run(_ contents: BoundaryFile, file: String) throws -> ImportReport {
        var log = ImportLog(file: file, diagnostics: contents.diagnostics)
        var taken = 0
        if contents.format != .hexJSON(.oddRows) {
            throw GeodataError(
                .inputMalformed, "The hexagons of \(file) are not laid out in odd-r.",
                remedy: "Only pointy hexagons with odd rows shoved right can be drawn; convert the layout.")
        }
        for feature in contents.features {
            guard let id = feature.id, let cell = feature.hex else { continue }
            if try writer.reader.area(AreaCode(id)) == nil {
                log.error(
                    "unknown-area", row: feature.number, value: id, "no area has this code",
                    remedy: "Only areas that are held can be placed.")
            } else {
                try writer.setHexagon(column: cell.q, row: cell.r, of: AreaCode(id))
                taken += 1
            }
        }
        return ImportReport(log, unit: ("hexagon", "hexagons", "feature"), taken: taken, options: options)
    }
}
