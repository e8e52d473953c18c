import GeographyModel

/// The arcs of a topology, undone of their quantisation: stretches of boundary that rings are put together from.
struct TopoArcs {
    /// How whole-number coordinates become real ones: `x × scale + translate` (TopoJSON 1.0 §2.1.2).
    struct Transform {
        var scale = (x: 1.0, y: 1.0)
        var translate = (x: 0.0, y: 0.0)

        /// The two coordinates' rules.
        var axes: (x: Axis, y: Axis) {
            (Axis(scale: scale.x, translate: translate.x), Axis(scale: scale.y, translate: translate.y))
        }
    }

    /// How one coordinate becomes a real number.
    ///
    /// Where the scale is a decimal step such as 0.000001, counting in steps and dividing once gives the very decimal
    /// that was meant. The formula as it stands would be off by some units in the last place, and corners would no
    /// longer equal those that are written out and read again.
    struct Axis {
        private let scale: Double
        private let translate: Double
        /// How many steps are a whole unit, and how many of them the origin is away; `nil` where the step is no such part.
        private let steps: (perUnit: Double, origin: Double)?

        init(scale: Double, translate: Double) {
            self.scale = scale
            self.translate = translate
            let perUnit = (1 / scale).rounded()
            let origin = (translate * perUnit).rounded()
            steps = perUnit >= 1 && 1 / perUnit == scale && origin / perUnit == translate ? (perUnit, origin) : nil
        }

        /// The coordinate that is `sum` steps from the origin.
        func coordinate(_ sum: Double) -> Double {
            steps.map { (sum + $0.origin) / $0.perUnit } ?? sum * scale + translate
        }
    }

    private(set) var positions: [Position] = []
    private var ends: [Int] = []

    /// Reads the `arcs` member. With a transform the positions of an arc are differences, each from the one before.
    ///
    /// A position that is not two finite numbers stays as NaN, so that the features which use it are found out.
    init(_ scanner: inout JSONScanner, transform: Transform?) throws {
        let axes = transform?.axes
        try scanner.enterArray()
        while try scanner.nextElement() {
            var (sumX, sumY) = (0.0, 0.0)
            try scanner.enterArray()
            while try scanner.nextElement() {
                let (x, y) = try Self.pair(&scanner)
                guard let axes else {
                    positions.append(Position(longitude: x, latitude: y))
                    continue
                }
                sumX += x
                sumY += y
                positions.append(
                    Position(longitude: axes.x.coordinate(sumX), latitude: axes.y.coordinate(sumY)))
            }
            ends.append(positions.count)
        }
    }

    /// Reads the `transform` member.
    static func transform(_ scanner: inout JSONScanner) throws -> Transform {
        var transform = Transform()
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch key {
            case "scale": transform.scale = try pair(&scanner)
            case "translate": transform.translate = try pair(&scanner)
            default: try scanner.skipValue()
            }
        }
        return transform
    }

    /// Reads an array of which the first two elements should be numbers.
    private static func pair(_ scanner: inout JSONScanner) throws -> (x: Double, y: Double) {
        var pair = (x: Double.nan, y: Double.nan)
        var place = 0
        try scanner.enterArray()
        while try scanner.nextElement() {
            if try scanner.peekKind() == .number {
                let value = try scanner.double()
                if place == 0 { pair.x = value } else if place == 1 { pair.y = value }
            } else {
                try scanner.skipValue()
            }
            place += 1
        }
        return pair
    }

    /// How many arcs there are.
    var count: Int { ends.count }

    /// The positions of the arc that `reference` names: an index from 0, or for one run backwards its complement
    /// (−1 is arc 0 backwards); `nil` where there is no such arc.
    func range(_ reference: Int) -> Range<Int>? {
        let index = reference < 0 ? ~reference : reference
        guard ends.indices.contains(index) else { return nil }
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }
}
