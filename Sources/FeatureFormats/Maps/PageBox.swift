/// A point of the picture in pixels, to the right and down.
struct PagePoint: Hashable {
    var x: Double
    var y: Double
}

/// A rectangle of the picture in pixels, to the right and down.
struct PageBox {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    static let empty = PageBox(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

    var width: Double { right - left }
    var height: Double { bottom - top }
    var centre: PagePoint { PagePoint(x: (left + right) / 2, y: (top + bottom) / 2) }
    var isEmpty: Bool { left > right || top > bottom }

    mutating func formUnion(_ point: PagePoint) {
        (left, right) = (min(left, point.x), max(right, point.x))
        (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }

    mutating func formUnion(_ other: PageBox) {
        (left, right) = (min(left, other.left), max(right, other.right))
        (top, bottom) = (min(top, other.top), max(bottom, other.bottom))
    }

    func expanded(by margin: Double) -> PageBox {
        PageBox(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    func intersects(_ other: PageBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: PageBox) -> Bool {
        left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
    }

    /// The point of the box that is nearest to `point`.
    func nearest(to point: PagePoint) -> PagePoint {
        PagePoint(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
    }

    func contains(_ point: PagePoint) -> Bool {
        (left...right).contains(point.x) && (top...bottom).contains(point.y)
    }

    /// Whether the straight line between two points runs through the box: it is cut to the box's sides in turn, and
    /// something of it is left (Liang and Barsky, ACM Transactions on Graphics 3 (1984) 1–22).
    func isCrossed(from start: PagePoint, to end: PagePoint) -> Bool {
        var (first, last) = (0.0, 1.0)
        let (across, down) = (end.x - start.x, end.y - start.y)
        let sides = [
            (-across, start.x - left), (across, right - start.x), (-down, start.y - top), (down, bottom - start.y),
        ]
        for (slope, distance) in sides {
            if slope == 0 {
                if distance < 0 { return false }
            } else if slope < 0 {
                first = max(first, distance / slope)
            } else {
                last = min(last, distance / slope)
            }
        }
        return first <= last
    }
}
