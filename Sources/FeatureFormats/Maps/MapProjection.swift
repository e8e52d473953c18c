import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// CRS84 degrees to metres on paper: the transverse Mercator projection of the sphere about 2° W, the central meridian of
/// the British National Grid, so that England looks as on other British maps.
///
/// x = R·artanh(cos φ · sin λ′), y = R·arctan(tan φ / cos λ′), with λ′ the longitude from 2° W (J. P. Snyder, Map
/// Projections: A Working Manual, USGS 1395 (1987), equations 8-1 and 8-3). It is a picture's projection: on the sphere,
/// without the Grid's scale and false origin, it is out of the Grid by up to about 0.4 %.
enum MapProjection {
    /// The place of `position` in metres, eastwards and northwards.
    static func project(_ position: Position) -> (x: Double, y: Double) {
        let radius = 6_371_007.2
        let radian = Double.pi / 180
        let longitude = (position.longitude + 2) * radian
        let latitude = position.latitude * radian
        let across = min(max(cos(latitude) * sin(longitude), -0.999_999), 0.999_999)
        return (radius * atanh(across), radius * atan2(tan(latitude), cos(longitude)))
    }
}

/// `base` to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
