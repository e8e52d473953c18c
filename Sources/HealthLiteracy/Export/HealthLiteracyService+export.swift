import FeatureFormats
public import GeographyModel
import QueryEngine
import SpatialStore

/// What an export handed out.
public struct ExportSummary: Sendable {
    /// How many features were written.
    public var written: Int
    /// How many the format could not hold.
    public var leftOut: Int
    /// The properties of each feature, in order.
    public var columns: [String]
    /// What the reader must know.
    public var notes: [Note]
    /// Who must be named where the features are shown.
    public var attribution: String
}

extension HealthLiteracyService {
    /// Hands out a collection, feature by feature.
    ///
    /// - Parameters:
    ///   - query: What, and how.
    ///   - write: Takes the bytes in pieces, in order; they are valid during the call only.
    /// - Returns: How much was handed out.
    /// - Throws: ``GeodataError`` `areaNotFound`, `indicatorNotFound`, `editionNotFound`; `invalidRequest` for
    ///   an unknown property; `invalidFilter` and the filter's limits; what `write` throws.
    public func export(
        _ query: ExportQuery, to write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) async throws -> ExportSummary {
        try query.validate()
        return try await store.read { reader in
            let source = try ExportFeatures(query, today: today, reader: reader)
            if query.format == .hexjson, try reader.hexagons(of: query.areaType).isEmpty {
                throw GeodataError(
                    .invalidRequest,
                    "No \(query.areaType.label) has a place in a hexagon layout, so hexjson cannot hold them.",
                    remedy: "Use another format, or bring in a layout with 'hlgeo import boundaries FILE.hexjson'.")
            }
            var encoder = query.format.encoder(columns: source.columns, detail: query.detail, system: query.system)
            var buffer = TextBuffer(capacity: 2 * TextBuffer.drainSize)
            var written = 0
            let header = CollectionHeader(
                name: query.collection.name, boundingBox: try source.boundingBox(), members: query.system.members,
                notes: source.notes,
                attribution: try Attribution.text(reader))
            encoder.begin(header, into: &buffer)
            try source.forEach { feature in
                encoder.encode(feature, into: &buffer)
                written += 1
                try buffer.drain(write)
            }
            encoder.end(into: &buffer)
            try buffer.drain(past: 0, write)
            return ExportSummary(
                written: written - encoder.leftOut, leftOut: encoder.leftOut, columns: source.columns,
                notes: header.notes, attribution: header.attribution ?? "")
        }
    }
}

extension ExportQuery.Format {
    /// A fresh encoder.
    func encoder(
        columns: [String], detail: GeometryDetail, system: CoordinateReferenceSystem
    ) -> any FeatureEncoder {
        switch self {
        case .geojson: GeoJSONEncoder()
        case .geojsonseq: GeoJSONTextSequenceEncoder()
        case .csv: CSVFeatureEncoder(columns: columns, hasPoints: detail == .centroid, system: system)
        case .fingertips: FingertipsEncoder()
        case .hexjson: HexJSONEncoder()
        }
    }
}

/// Who must be named where the store's contents are shown.
enum Attribution {
    /// Who made the boundaries of a level of geography.
    static func ofBoundaries(_ type: AreaType, _ reader: StoreReader) throws -> String {
        let used = Set(try reader.boundarySources(of: type))
        let texts = try reader.sources().filter { used.contains($0.id) }.map {
            $0.attribution ?? "\($0.title), \($0.licence)"
        }
        return texts.joined(separator: " ")
    }

    static func text(_ reader: StoreReader) throws -> String {
        try reader.remembered("attribution") {
            var seen: Set<String> = []
            return try reader.sources().compactMap(\.attribution).filter { seen.insert($0).inserted }
                .joined(separator: " ")
        }
    }
}

extension CoordinateReferenceSystem {
    /// What a GeoJSON collection says of its reference system where it is not CRS84: the `crs` member of the format of
    /// 2008, which GDAL, QGIS and PostGIS read.
    var members: [Property] {
        guard let number = epsgNumber else { return [] }
        let name = Property("name", .text("urn:ogc:def:crs:EPSG::\(number)"))
        return [Property("crs", .object([Property("type", .text("name")), Property("properties", .object([name]))]))]
    }

    /// What a reader must know of coordinates that are not in CRS84.
    var note: Note? {
        guard self != .crs84 else { return nil }
        let order = self == .epsg4326 ? ", latitude first: many programs expect longitude first in GeoJSON" : ""
        return Note(.coordinates, "Coordinates are in \(shortName)\(order).")
    }
}
