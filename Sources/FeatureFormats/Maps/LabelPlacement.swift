/// Finds places for labels so that none covers another.
///
/// A label that fits into its area stands in its middle. Any other is tried around its anchor, in rings of growing
/// distance, first on free paper and then on other areas too, and gets a leader; leaders cross neither labels nor one
/// another. A label for which there is no free place is left out: its area's tooltip has the name.
struct LabelPlacement {
    /// A label to be placed.
    struct Label {
        var text: String
        /// What it points to.
        var anchor: PagePoint
        /// The box around its area.
        var area: PageBox
    }

    /// A label that found its place.
    struct Placed {
        var text: String
        var box: PageBox
        var anchor: PagePoint
        /// Where the leader from the anchor ends; `nil` where the label stands in its area.
        var leaderEnd: PagePoint?
    }

    /// How high the letters are, in pixels.
    static let fontSize = 12.0
    /// How far from the anchor a label is tried, in pixels.
    private static let distances = [9.0, 16, 25, 36, 50, 66, 84, 105, 130, 160, 200]
    /// How much of the distance it goes across and down.
    private static let directions = [
        (1, 0), (-1, 0), (1, -0.5), (-1, -0.5), (1, 0.5), (-1, 0.5), (0.8, -1), (-0.8, -1), (0.8, 1), (-0.8, 1),
        (1, -0.25), (-1, -0.25), (1, 0.25), (-1, 0.25), (0.3, -1), (-0.3, -1), (0.3, 1), (-0.3, 1), (0, -1), (0, 1),
    ]

    private let frame: PageBox
    private let shapes: [MapScene.Shape]
    private(set) var placed: [Placed] = []

    /// Makes an empty placement.
    ///
    /// - Parameters:
    ///   - frame: Where labels may be.
    ///   - shapes: What a label beside its area had better not cover.
    init(frame: PageBox, avoiding shapes: [MapScene.Shape]) {
        self.frame = frame
        self.shapes = shapes
    }

    /// Places the labels in order; those that come first choose first.
    mutating func place(_ labels: [Label]) {
        var beside: [Label] = []
        for label in labels {
            let box = box(of: label.text, around: label.anchor)
            if box.width < label.area.width * 0.75, box.height < label.area.height * 0.6, isFree(box) {
                placed.append(Placed(text: label.text, box: box, anchor: label.anchor, leaderEnd: nil))
            } else {
                beside.append(label)
            }
        }
        // Anchors of labels yet to come are kept free too, so that no label hides what another one points to.
        let anchors = beside.map(\.anchor)
        for label in beside {
            let found =
                findPlace(for: label, keepingFree: anchors, within: 84, onPaper: true)
                ?? findPlace(for: label, keepingFree: anchors, within: 50, onPaper: false)
                ?? findPlace(for: label, keepingFree: anchors, within: 200, onPaper: true)
                ?? findPlace(for: label, keepingFree: anchors, within: 200, onPaper: false)
            if let found { placed.append(found) }
        }
    }

    private func findPlace(
        for label: Label, keepingFree anchors: [PagePoint], within reach: Double, onPaper: Bool
    ) -> Placed? {
        let anchor = label.anchor
        let width = box(of: label.text, around: anchor).width
        // Away from the middle of the map first: there is more paper.
        let outward = anchor.x < frame.centre.x ? -1.0 : 1
        for distance in Self.distances where distance <= reach {
            for (outwards, down) in Self.directions {
                let across = outwards * outward
                let side = across == 0 ? 0 : across < 0 ? -1.0 : 1
                let middle = PagePoint(
                    x: anchor.x + across * distance + side * width / 2, y: anchor.y + down * distance)
                let box = box(of: label.text, around: middle)
                let end = box.nearest(to: anchor)
                guard isFree(box), !anchors.contains(where: { box.expanded(by: 3).contains($0) }),
                    isFreeLeader(from: anchor, to: end), !onPaper || !shapes.contains(where: { $0.reaches(into: box) })
                else { continue }
                return Placed(text: label.text, box: box, anchor: anchor, leaderEnd: end)
            }
        }
        return nil
    }

    /// Whether the box lies in the frame and keeps clear of labels and leaders.
    private func isFree(_ box: PageBox) -> Bool {
        frame.contains(box)
            && !placed.contains { other in
                other.box.expanded(by: 2).intersects(box)
                    || other.leaderEnd.map { box.expanded(by: 2).isCrossed(from: other.anchor, to: $0) } ?? false
            }
    }

    private func isFreeLeader(from start: PagePoint, to end: PagePoint) -> Bool {
        !placed.contains { other in
            other.box.expanded(by: 1).isCrossed(from: start, to: end)
                || other.leaderEnd.map { segmentsCross(start, end, other.anchor, $0) } ?? false
        }
    }

    private func box(of text: String, around centre: PagePoint) -> PageBox {
        let (width, height) = (boldTextWidth(text, size: Self.fontSize), Self.fontSize * 1.2)
        return PageBox(
            left: centre.x - width / 2, top: centre.y - height / 2, right: centre.x + width / 2,
            bottom: centre.y + height / 2)
    }
}

extension MapScene.Shape {
    /// Whether something of the shape lies in `box`: an edge crosses it, or it lies inside the shape altogether.
    fileprivate func reaches(into box: PageBox) -> Bool {
        guard self.box.intersects(box) else { return false }
        for ring in rings {
            guard var previous = ring.last else { continue }
            for point in ring {
                if box.isCrossed(from: previous, to: point) { return true }
                previous = point
            }
        }
        return holds(box.centre)
    }

    /// Whether a point lies inside the shape.
    func holds(_ place: PagePoint) -> Bool {
        guard box.contains(place) else { return false }
        var isInside = false
        for ring in rings {
            guard var previous = ring.last else { continue }
            for point in ring {
                // Even-odd rule: a ray to the right of the place meets the ring an odd number of times.
                if (previous.y > place.y) != (point.y > place.y),
                    place.x < previous.x + (place.y - previous.y) / (point.y - previous.y) * (point.x - previous.x)
                {
                    isInside.toggle()
                }
                previous = point
            }
        }
        return isInside
    }
}

/// Whether the ends of each line lie on different sides of the other one.
private func segmentsCross(_ a: PagePoint, _ b: PagePoint, _ c: PagePoint, _ d: PagePoint) -> Bool {
    func side(_ from: PagePoint, _ to: PagePoint, _ point: PagePoint) -> Bool {
        (to.x - from.x) * (point.y - from.y) > (to.y - from.y) * (point.x - from.x)
    }
    return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}
