import Foundation
public import GeographyModel

/// Distances on the WGS 84 ellipsoid.
public enum Geodesic {
    /// The equatorial radius of WGS 84, in metres.
    static let semiMajorAxis = 6_378_137.0
    /// The flattening of WGS 84.
    static let flattening = 1 / 298.257_223_563

    /// The length of the shortest line between two places on the ellipsoid, in metres.
    ///
    /// Vincenty 1975, *Direct and inverse solutions of geodesics on the ellipsoid*, Survey Review 23: within a
    /// millimetre. Between places nearly opposite on the globe the iteration does not settle; the length is then the
    /// great circle's on the sphere of mean radius 6,371,008.8 m, which can be 0.6 % off. No two places of one country
    /// are so far apart. Both directions give the same number, to the last bit.
    public static func distance(_ start: Position, _ end: Position) -> Double {
        if start == end { return 0 }
        let isTurned = (end.latitude, end.longitude) < (start.latitude, start.longitude)
        return isTurned ? length(end, start) : length(start, end)
    }

    private static func length(_ start: Position, _ end: Position) -> Double {
        let radians = Double.pi / 180
        let f = flattening
        let minor = semiMajorAxis * (1 - f)
        let longitude = (end.longitude - start.longitude).remainder(dividingBy: 360) * radians
        let (sinU1, cosU1) = reduced(start.latitude * radians)
        let (sinU2, cosU2) = reduced(end.latitude * radians)
        var lambda = longitude
        for _ in 0..<200 {
            let (sinLambda, cosLambda) = (sin(lambda), cos(lambda))
            let across = cosU2 * sinLambda
            let along = cosU1 * sinU2 - sinU1 * cosU2 * cosLambda
            let sinSigma = (across * across + along * along).squareRoot()
            if sinSigma == 0 { return 0 }
            let cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda
            let sigma = atan2(sinSigma, cosSigma)
            let sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma
            let cosSqAlpha = 1 - sinAlpha * sinAlpha
            let cos2SigmaM = cosSqAlpha == 0 ? 0 : cosSigma - 2 * sinU1 * sinU2 / cosSqAlpha
            let c = f / 16 * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha))
            let last = lambda
            let bend = cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)
            lambda = longitude + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * bend)
            if abs(lambda) > .pi { break }
            guard abs(lambda - last) < 1e-12 else { continue }
            let uSq = cosSqAlpha * (semiMajorAxis * semiMajorAxis - minor * minor) / (minor * minor)
            let a = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)))
            let b = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)))
            let square = cos2SigmaM * cos2SigmaM
            let third = b / 6 * cos2SigmaM * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * square)
            let delta = b * sinSigma * (cos2SigmaM + b / 4 * (cosSigma * (-1 + 2 * square) - third))
            return minor * a * (sigma - delta)
        }
        return greatCircle(start, end)
    }

    /// The sine and cosine of the reduced latitude.
    private static func reduced(_ latitude: Double) -> (Double, Double) {
        let angle = atan((1 - flattening) * tan(latitude))
        return (sin(angle), cos(angle))
    }

    /// The great circle's length on the sphere of mean radius, by the haversine formula.
    private static func greatCircle(_ start: Position, _ end: Position) -> Double {
        let radians = Double.pi / 180
        let north = sin((end.latitude - start.latitude) * radians / 2)
        let east = sin((end.longitude - start.longitude) * radians / 2)
        let part = north * north + cos(start.latitude * radians) * cos(end.latitude * radians) * east * east
        return 2 * 6_371_008.8 * asin(min(1, part.squareRoot()))
    }
}
