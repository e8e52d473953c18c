/// Finds places for marks so that none covers another: at its anchor where that is free, else beside it.
struct MarkPlacement {
    /// How far a mark reaches from its middle, in pixels.
    static let radius = 9.0
    private static let distances = [12.0, 19, 26, 34, 44, 56, 70]
    private static let directions = [
        (1.0, 0.0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (0.9, -0.4),
        (-0.9, -0.4), (0.9, 0.4), (-0.9, 0.4), (0.4, -0.9), (-0.4, -0.9), (0.4, 0.9), (-0.4, 0.9),
    ]

    private let frame: PageBox
    private(set) var placed: [(mark: MapMark, place: PagePoint)] = []

    /// Makes an empty placement; marks stay within `frame`.
    init(frame: PageBox) { self.frame = frame.expanded(by: -Self.radius) }

    /// Places marks in order; those that come first choose first.
    mutating func place(_ marks: [MapMark]) {
        for mark in marks {
            let anchor = frame.nearest(to: mark.anchor)
            let tried =
                [anchor]
                + Self.distances.flatMap { distance in
                    Self.directions.map { PagePoint(x: anchor.x + $0.0 * distance, y: anchor.y + $0.1 * distance) }
                }
            let free = tried.first { point in frame.contains(point) && isFree(point) }
            placed.append((mark, free ?? anchor))
        }
    }

    private func isFree(_ point: PagePoint) -> Bool {
        let least = 2 * Self.radius + 0.5
        return placed.allSatisfy { other in
            let (across, down) = (other.place.x - point.x, other.place.y - point.y)
            return across * across + down * down >= least * least
        }
    }
}
