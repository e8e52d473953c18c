/// A way of saying where a place is in two numbers: those that boundary files in England come in.
///
/// Everything inside the package is in ``crs84``; the others are what a file may declare or a client may ask for.
public enum CoordinateReferenceSystem: String, CaseIterable, Sendable {
    /// WGS 84 longitude, latitude, in degrees (OGC:CRS84); GeoJSON's only system (RFC 7946 §4).
    case crs84
    /// WGS 84 latitude, longitude, in degrees (EPSG:4326). GeoJSON files that declare it mean longitude first.
    case epsg4326
    /// British National Grid easting, northing, in metres (EPSG:27700), on the OSGB36 datum.
    case epsg27700
    /// Web Mercator (EPSG:3857), in metres at the equator: what web maps are drawn in.
    case epsg3857

    /// The number in the EPSG register; `nil` for CRS84, which is OGC's own.
    public var epsgNumber: Int? {
        switch self {
        case .crs84: nil
        case .epsg4326: 4326
        case .epsg27700: 27700
        case .epsg3857: 3857
        }
    }

    /// The OGC definition address, as OGC API documents write it.
    public var uri: String {
        epsgNumber.map { "http://www.opengis.net/def/crs/EPSG/0/\($0)" }
            ?? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    }

    /// The short name, such as `EPSG:27700`.
    public var shortName: String { epsgNumber.map { "EPSG:\($0)" } ?? "OGC:CRS84" }

    /// What the two coordinates are called as columns of a table, in the order of the axes.
    public var columnNames: [String] {
        switch self {
        case .crs84: ["longitude", "latitude"]
        case .epsg4326: ["latitude", "longitude"]
        case .epsg27700: ["easting", "northing"]
        case .epsg3857: ["x", "y"]
        }
    }

    /// Whether coordinates are metres rather than degrees.
    public var isInMetres: Bool { self == .epsg27700 || self == .epsg3857 }

    /// Reads a system's name in any of the forms in use: short (`EPSG:4326`), URN
    /// (`urn:ogc:def:crs:OGC:1.3:CRS84`), OGC address, or a bare EPSG number; `nil` where it is another system.
    public init?(name: String) {
        let parts = name.uppercased().split(whereSeparator: { ":/# ".contains($0) })
        guard let last = parts.last else { return nil }
        let isOtherAuthority = parts.dropLast().contains { $0 == "ESRI" || $0 == "IAU" || $0 == "IGNF" }
        let match = Self.allCases.first { system in
            system.epsgNumber.map { String($0) == last } ?? (last == "CRS84")
        }
        guard let match, !isOtherAuthority else { return nil }
        self = match
    }
}
