import FeatureFormats
public import GeographyModel
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
    ///   an unknown property; what `write` throws.
    public func export(
        _ query: ExportQuery, to write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) async throws -> ExportSummary {
        try query.validate()
        let day = query.day ?? today
        return try await store.read { reader in
            let source: any FeatureSource =
                switch query.collection {
                case .areas(let type): try AreaFeatures(type, query: query, day: day, reader: reader)
                case .initiatives: try InitiativeFeatures(query, day: day, reader: reader)
                case .estimates: try EstimateFeatures(query, reader: reader)
                }
            if query.format == .hexjson, case .areas(let type) = query.collection, try reader.hexagons(of: type).isEmpty
            {
                throw GeodataError(
                    .invalidRequest, "No \(type.label) has a place in a hexagon layout, so hexjson cannot hold them.",
                    remedy: "Use another format, or bring in a layout with 'hlgeo import boundaries FILE.hexjson'.")
            }
            let columns = try PropertyChoice.columns(of: source, query: query)
            var encoder = query.format.encoder(columns: columns, detail: query.detail)
            var buffer = TextBuffer(capacity: 2 * TextBuffer.drainSize)
            var written = 0
            let header = CollectionHeader(
                name: query.collection.name, boundingBox: try source.boundingBox(), notes: source.notes,
                attribution: try Attribution.text(reader))
            encoder.begin(header, into: &buffer)
            try source.forEach(columns: columns) { feature in
                encoder.encode(feature, into: &buffer)
                written += 1
                try buffer.drain(write)
            }
            encoder.end(into: &buffer)
            try buffer.drain(past: 0, write)
            return ExportSummary(
                written: written - encoder.leftOut, leftOut: encoder.leftOut, columns: columns, notes: header.notes,
                attribution: header.attribution ?? "")
        }
    }
}

/// Features of a collection, made one at a time from one state of the store.
protocol FeatureSource {
    /// The properties that are handed out unless a query names others, in order.
    var usualColumns: [String] { get }
    /// The properties that can be asked for besides.
    var furtherColumns: [String] { get }
    /// What the reader must know.
    var notes: [Note] { get }
    /// The box around all geometries; `nil` where there are none or it is not known beforehand.
    func boundingBox() throws -> BoundingBox?
    /// Hands out each feature with the given properties.
    func forEach(columns: [String], _ body: (Feature) throws -> Void) throws
}

extension ExportQuery.Format {
    /// A fresh encoder.
    func encoder(columns: [String], detail: GeometryDetail) -> any FeatureEncoder {
        switch self {
        case .geojson: GeoJSONEncoder()
        case .geojsonseq: GeoJSONTextSequenceEncoder()
        case .csv: CSVFeatureEncoder(columns: columns, hasPoints: detail == .centroid)
        case .fingertips: FingertipsEncoder()
        case .hexjson: HexJSONEncoder()
        }
    }
}

/// Which properties an export carries.
enum PropertyChoice {
    /// The columns that a query asks for.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a name that the collection does not have.
    static func columns(of source: any FeatureSource, query: ExportQuery) throws -> [String] {
        if query.format == .fingertips { return FingertipsColumns.all }
        let place = query.format == .hexjson ? ["hex_q", "hex_r"] : []
        guard let wanted = query.properties else { return place + source.usualColumns }
        let known = source.usualColumns + source.furtherColumns
        if let stranger = wanted.first(where: { !known.contains($0) }) {
            let near = known.min { AreaName.slips($0, stranger) < AreaName.slips($1, stranger) } ?? ""
            throw GeodataError(
                .invalidRequest,
                "\(query.collection.name) have no property \"\(stranger)\"; the nearest is \"\(near)\".",
                remedy: "Known are: \(known.joined(separator: ", ")).")
        }
        return place + wanted
    }
}

/// The properties from which the Fingertips layout is filled.
enum FingertipsColumns {
    static let all = [
        "indicator_id", "indicator_name", "parent_code", "parent_name", "area_code", "area_name", "area_type", "sex",
        "age", "time_period", "value", "lower_ci", "upper_ci", "count", "denominator", "value_note",
    ]
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
        var seen: Set<String> = []
        return try reader.sources().compactMap(\.attribution).filter { seen.insert($0).inserted }.joined(separator: " ")
    }
}
