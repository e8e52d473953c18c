import GeographyModel

/// Finds the areas that touch a box, decided without rounding error as ``AreaLocator`` decides on positions.
struct BoxSearch: Sendable {
    private let rings: AreaRings
    /// The boxes of the rings, area after area.
    private let boxes: [[(box: BoundingBox, vertices: Range<Int>)]]
    private let areaBoxes: [BoundingBox]

    init(_ rings: AreaRings) {
        self.rings = rings
        boxes = (0..<rings.areaCount).map { area in
            rings.rings(ofArea: area).map { ring in
                var box = BoundingBox.empty
                for vertex in ring { box.formUnion(rings.vertices[vertex]) }
                return (box, ring)
            }
        }
        areaBoxes = boxes.map { $0.reduce(into: .empty) { $0.formUnion($1.box) } }
    }

    /// The memory of all arrays but the vertices, in bytes.
    var memoryInBytes: Int {
        boxes.reduce(areaBoxes.count * MemoryLayout<BoundingBox>.stride) {
            $0 + $1.count * MemoryLayout<(box: BoundingBox, vertices: Range<Int>)>.stride
        }
    }

    /// The numbers of the areas that share at least one position with a box, sides included, in ascending order.
    func areas(touching box: BoundingBox) -> [Int] {
        rings.vertices.withUnsafeBufferPointer { vertices in
            areaBoxes.indices.filter { area in
                guard areaBoxes[area].intersects(box) else { return false }
                return box.encloses(areaBoxes[area]) || touches(area, box, vertices)
            }
        }
    }

    private func touches(_ area: Int, _ box: BoundingBox, _ vertices: UnsafeBufferPointer<Position>) -> Bool {
        // An area that no edge brings into the box touches it only where it holds all of it, and so its corner.
        let corner = Position(longitude: box.west, latitude: box.south)
        var holdsCorner = false
        // A ring that is apart from the box cannot go around its corner.
        for ring in boxes[area] where ring.box.intersects(box) {
            for vertex in ring.vertices.dropLast() {
                let (start, end) = (vertices[vertex], vertices[vertex + 1])
                if Self.touches(start, end, box) { return true }
                if (start.latitude > corner.latitude) != (end.latitude > corner.latitude),
                    (ExactOrientation.turn(from: start, to: end, corner) > 0) == (end.latitude > start.latitude)
                {
                    holdsCorner.toggle()
                }
            }
        }
        return holdsCorner
    }

    /// Whether an edge shares a position with a box: no line keeps them apart, neither along a side of the box nor along
    /// the edge (separating axes of two convex sets).
    @inline(__always)
    private static func touches(_ start: Position, _ end: Position, _ box: BoundingBox) -> Bool {
        if max(start.longitude, end.longitude) < box.west || min(start.longitude, end.longitude) > box.east {
            return false
        }
        if max(start.latitude, end.latitude) < box.south || min(start.latitude, end.latitude) > box.north {
            return false
        }
        return !areApart(start, end, box)
    }

    @inline(never)
    private static func areApart(_ start: Position, _ end: Position, _ box: BoundingBox) -> Bool {
        func turn(_ longitude: Double, _ latitude: Double) -> Double {
            ExactOrientation.turn(from: start, to: end, Position(longitude: longitude, latitude: latitude))
        }
        let turns = [
            turn(box.west, box.south), turn(box.east, box.south), turn(box.east, box.north), turn(box.west, box.north),
        ]
        return turns.allSatisfy { $0 > 0 } || turns.allSatisfy { $0 < 0 }
    }
}

extension BoundingBox {
    /// Whether another box lies inside, sides included.
    fileprivate func encloses(_ other: BoundingBox) -> Bool {
        west <= other.west && other.east <= east && south <= other.south && other.north <= north
    }
}
