import GeographyModel

/// Reads boundary files: GeoJSON, GeoJSON text sequences, TopoJSON and HexJSON, told apart by their content.
///
/// Only polygons and multipolygons are boundaries. A feature that cannot be taken is left out with a diagnostic that
/// names it; a file that is no JSON, or is in a coordinate reference system that is not supported, throws.
///
/// ```swift
/// let file = try BoundaryReader.read(InputFile(path: "districts.geojson"))
/// for feature in file.features { print(feature.number, feature.properties) }
/// ```
package enum BoundaryReader {
    /// Hears how many bytes are done, of how many; called about once a mebibyte.
    package typealias Progress = (_ done: Int, _ total: Int) -> Void

    /// Reads a file.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed` where the file is not JSON, is cut short or is no boundary
    ///   format, and `unsupportedCRS` where its coordinates are neither degrees nor British National Grid.
    package static func read(_ input: InputFile, progress: Progress? = nil) throws -> BoundaryFile {
        try read(bytes: input.bytes, file: input.name, progress: progress)
    }

    /// Reads bytes that are in memory.
    ///
    /// - Throws: as for a file.
    package static func read(bytes: [UInt8], file: String, progress: Progress? = nil) throws -> BoundaryFile {
        try TextEncoding.refuseUTF16(bytes, name: file)
        return try bytes.withUnsafeBufferPointer { buffer in
            let scanner = JSONScanner(buffer, file: file)
            var collector = BoundaryCollector(file: file, total: buffer.count, progress: progress)
            let format: BoundaryFormat
            switch try BoundaryContent.recognise(scanner) {
            case .geoJSON:
                var reader = GeoJSONReader(scanner: scanner)
                try reader.readDocument(into: &collector)
                format = .geoJSON
            case .geoJSONSequence:
                var reader = GeoJSONReader(scanner: scanner)
                try reader.readSequence(into: &collector)
                format = .geoJSONSequence
            case .topoJSON:
                var reader = TopoJSONReader(scanner: scanner)
                try reader.read(into: &collector)
                format = .topoJSON
            case .hexJSON:
                var reader = HexJSONReader(scanner: scanner)
                format = .hexJSON(try reader.read(into: &collector))
            }
            return try collector.finish(format: format)
        }
    }
}
