extension Queryable {
    /// Column of the area in the hexagon cartogram.
    static let hexQ = Queryable(
        "hex_q", .integer, "Column of the area in the hexagon cartogram"
    ) { _ in "area.hex_q" }
}
