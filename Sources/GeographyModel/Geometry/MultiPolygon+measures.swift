#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension MultiPolygon {
    /// Twice the signed planar area of a ring in square degrees: positive where it runs anticlockwise.
    ///
    /// Shoelace formula, taken from the ring's first position so that small rings far from the origin keep their digits.
    public func doubledSignedArea(ofRing index: Int) -> Double {
        let ring = ring(index)
        guard let origin = ring.first else { return 0 }
        var sum = 0.0
        var previous = origin
        for next in ring.dropFirst() {
            sum +=
                (previous.longitude - origin.longitude) * (next.latitude - origin.latitude)
                - (next.longitude - origin.longitude) * (previous.latitude - origin.latitude)
            previous = next
        }
        return sum
    }

    /// The area in square metres on the sphere of the Earth's authalic radius (6 371 007.2 m).
    ///
    /// Each ring is measured in the cylindrical equal-area projection, in which x = R·λ and y = R·sin φ; edges are
    /// therefore straight in that projection, which differs from geodesics by far less than the boundaries' own precision.
    public var squareMetres: Double {
        let radius = 6_371_007.2
        let radian = Double.pi / 180
        var total = 0.0
        for polygon in polygonEnds.indices {
            for (place, ringIndex) in ringRange(ofPolygon: polygon).enumerated() {
                let ring = ring(ringIndex)
                guard let origin = ring.first else { continue }
                var sum = 0.0
                var previous = (x: 0.0, y: 0.0)
                for position in ring.dropFirst() {
                    let next = (
                        x: (position.longitude - origin.longitude) * radian,
                        y: sin(position.latitude * radian) - sin(origin.latitude * radian)
                    )
                    sum += previous.x * next.y - next.x * previous.y
                    previous = next
                }
                total += (place == 0 ? 1 : -1) * abs(sum) / 2
            }
        }
        return total * radius * radius
    }

    /// The planar centroid in CRS84 degrees, weighted by area, holes taken out; `nil` where the area is nought.
    ///
    /// The centroid of a crescent can lie outside it: use it to place a label, never to decide what lies inside.
    public var centroid: Position? {
        guard let origin = positions.first else { return nil }
        var (sum, x, y) = (0.0, 0.0, 0.0)
        for polygon in polygonEnds.indices {
            for (place, ringIndex) in ringRange(ofPolygon: polygon).enumerated() {
                let doubled = doubledSignedArea(ofRing: ringIndex)
                let sign = (doubled < 0) == (place == 0) ? -1.0 : 1.0
                var previous = (x: 0.0, y: 0.0)
                for (step, position) in ring(ringIndex).enumerated() {
                    let next = (
                        x: position.longitude - origin.longitude, y: position.latitude - origin.latitude
                    )
                    if step > 0 {
                        let cross = sign * (previous.x * next.y - next.x * previous.y)
                        sum += cross
                        x += (previous.x + next.x) * cross
                        y += (previous.y + next.y) * cross
                    }
                    previous = next
                }
            }
        }
        guard sum != 0 else { return nil }
        return Position(longitude: origin.longitude + x / (3 * sum), latitude: origin.latitude + y / (3 * sum))
    }
}
