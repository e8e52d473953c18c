/// Which colour and which rank every area of a map has.
struct MapColouring {
    /// The classes, lowest figures first.
    let classes: [ValueClass]
    /// The colour of each class, 0xRRGGBB: the darkest where need is greatest.
    let colours: [UInt32]
    /// How many areas have no figure.
    let withoutFigure: Int
    private let sortedByNeed: [Double]
    private let map: ChoroplethMap

    /// What areas without a figure are filled with.
    static let noFigureFill = "url(#no-figure)"

    init(_ map: ChoroplethMap, areas: [Int]) {
        let values = areas.compactMap { map.areas[$0].value }.filter(\.isFinite)
        classes = map.breaks.classes(of: values)
        let ramp = ColourRamp(count: classes.count).colours
        colours = map.direction == .highIsWorse ? ramp : ramp.reversed()
        withoutFigure = areas.count - values.count
        sortedByNeed = values.sorted(by: map.isWorse)
        self.map = map
    }

    /// The colour of a figure; `nil` where there is none.
    func colour(of value: Double?) -> UInt32? {
        guard let value, value.isFinite else { return nil }
        return classes.firstIndex { value <= $0.upperBound }.map { colours[$0] }
    }

    /// The fill of an area, as SVG has it.
    func fill(of area: Int) -> String { colour(of: map.areas[area].value).map(Self.hexText) ?? Self.noFigureFill }

    /// What a pointer over the area shows: "3. Newham: 56.4 %". Areas of the same figure have the same rank.
    func tooltip(of area: Int) -> String {
        let area = map.areas[area]
        guard let value = area.value, value.isFinite else { return "\(area.name): no figure" }
        // The figures before the first that is no worse are all worse, so its place is the rank.
        var (low, high) = (0, sortedByNeed.count)
        while low < high {
            let middle = (low + high) / 2
            if map.isWorse(sortedByNeed[middle], than: value) { low = middle + 1 } else { high = middle }
        }
        return "\(low + 1). \(area.name): \(map.text(of: value))"
    }

    static func hexText(_ colour: UInt32) -> String {
        var buffer = TextBuffer(capacity: 64)
        buffer.appendColour(colour)
        return buffer.text
    }
}
