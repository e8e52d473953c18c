import GeographyModel

/// On which side of a directed line a position lies, decided without rounding error.
///
/// A floating-point filter answers almost always; where its error bound cannot exclude the wrong sign, the determinant
/// is expanded exactly. Source: J. R. Shewchuk, *Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
/// Predicates*, Discrete & Computational Geometry 18 (1997), 305–363; the bound is its `ccwerrboundA`.
///
/// Exact for coordinates that are nought or between 1e-140 and 1e140 in size, where no product over- or underflows.
enum ExactOrientation {
    /// Half a unit in the last place of 1: the greatest relative error of one rounded operation.
    private static let roundoff = Double.ulpOfOne / 2
    private static let errorBound = (3 + 16 * roundoff) * roundoff

    /// A number with the sign of the turn from `start` over `end` to `position`: positive where the position lies to
    /// the left of the line, negative to the right, nought exactly on it.
    @inline(__always)
    static func turn(from start: Position, to end: Position, _ position: Position) -> Double {
        let left = (start.longitude - position.longitude) * (end.latitude - position.latitude)
        let right = (start.latitude - position.latitude) * (end.longitude - position.longitude)
        let determinant = left - right
        if determinant.magnitude >= errorBound * (left.magnitude + right.magnitude) { return determinant }
        return exactTurn(from: start, to: end, position)
    }

    /// The same sign, by exact arithmetic alone.
    @inline(never)
    static func exactTurn(from start: Position, to end: Position, _ position: Position) -> Double {
        var determinant = Expansion()
        determinant.add(
            .difference(start.longitude, position.longitude), times: .difference(end.latitude, position.latitude))
        determinant.add(
            .difference(position.latitude, start.latitude), times: .difference(end.longitude, position.longitude))
        return determinant.mostSignificant
    }
}
