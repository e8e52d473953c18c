extension Queryable {
    /// Row of the area in the hexagon cartogram (odd rows shoved right).
    static let hexR = Queryable(
        "hex_r", .integer, "Row of the area in the hexagon cartogram (odd rows shoved right)"
    ) { _ in "area.hex_r" }
}
