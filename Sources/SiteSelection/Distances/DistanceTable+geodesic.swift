import Foundation
public import GeographyModel

extension DistanceTable {
    /// Measures on the ellipsoid, in metres; with a limit, pairs further apart are left out.
    ///
    /// The straight line through the earth is never longer than the geodesic, so pairs whose chord exceeds the limit
    /// are passed over without the dear formula: 10 million pairs take a fraction of a second.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where there are more pairs than can be kept (``mostEntries``).
    public static func geodesic(
        from demand: [Position], to candidates: [Position], limit: Double? = nil
    ) throws -> DistanceTable {
        if limit == nil { try requireRoom(demand.count, candidates.count) }
        let ends = candidates.map { Chord($0) }
        let furthest = limit.map { $0 * $0 * (1 + 1e-9) + 1e-6 } ?? .infinity
        var starts = [0]
        starts.reserveCapacity(demand.count + 1)
        var places: [Int32] = []
        var metres: [Double] = []
        var row: [Entry] = []
        for place in demand {
            let start = Chord(place)
            row.removeAll(keepingCapacity: true)
            for (number, end) in ends.enumerated() where start.squaredLength(to: end) <= furthest {
                let distance = Geodesic.distance(place, candidates[number])
                if distance <= limit ?? .infinity { row.append(Entry(candidate: Int32(number), metres: distance)) }
            }
            row.sort()
            try requireRoom(places.count + row.count)
            for entry in row {
                places.append(entry.candidate)
                metres.append(entry.metres)
            }
            starts.append(places.count)
        }
        return DistanceTable(
            candidateCount: candidates.count, limit: limit, isMetric: true, starts: starts, candidates: places,
            metres: metres)
    }
}

/// A place in the Cartesian coordinates of the earth's centre, in metres (EPSG:9602 at height 0).
struct Chord {
    private let x: Double
    private let y: Double
    private let z: Double

    /// Converts from longitude and latitude.
    init(_ position: Position) {
        let radians = Double.pi / 180
        let squaredEccentricity = Geodesic.flattening * (2 - Geodesic.flattening)
        let sine = sin(position.latitude * radians)
        let radius = Geodesic.semiMajorAxis / (1 - squaredEccentricity * sine * sine).squareRoot()
        x = radius * cos(position.latitude * radians) * cos(position.longitude * radians)
        y = radius * cos(position.latitude * radians) * sin(position.longitude * radians)
        z = radius * (1 - squaredEccentricity) * sine
    }

    /// The square of the straight line's length.
    @inline(__always)
    func squaredLength(to other: Chord) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return dx * dx + dy * dy + dz * dz
    }
}
