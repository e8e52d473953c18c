/// A place on the ground as CRS84 longitude and latitude, in decimal degrees.
///
/// The order is always longitude first, as in GeoJSON (RFC 7946 §3.1.1).
public struct Position: Hashable, Sendable {
    /// Degrees east of Greenwich, −180…180.
    public var longitude: Double
    /// Degrees north of the equator, −90…90.
    public var latitude: Double

    /// Makes a position from CRS84 degrees, longitude first.
    @inlinable
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}
