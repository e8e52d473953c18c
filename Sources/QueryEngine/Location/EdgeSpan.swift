/// The cells of one row that an edge may touch: a run of columns.
struct EdgeSpan {
    /// The row, counted from the south.
    let row: Int32
    /// The first and the last column that are touched.
    let first, last: Int32
    /// The edge's number in ``AreaRings``.
    let edge: UInt32
    /// Whether the edge's ends lie on either side of the line through the middle of the row.
    let crossesMiddle: Bool
}

extension LocationGrid {
    /// Cells by which an interpolated crossing is widened on both sides.
    private static let margin = 0x1p-20

    /// Calls `body` for each row that an edge touches, with a span that holds every cell it touches there.
    ///
    /// `start` and `end` are the ends' grid coordinates. As those keep order, the box of their cells holds the edge;
    /// that is all there is to it within one row or one column. Else the edge is clipped to each row and its columns
    /// are interpolated. A grid coordinate, below 2¹⁴, is off by 2⁻³⁸ at most; so is, for any point of the true edge,
    /// the distance to the point that divides the computed edge alike; and interpolation adds less than 2⁻³⁶. The
    /// margin, in both directions, is sixteen thousand times greater.
    @inline(__always)
    func forEachSpan(
        of edge: UInt32, from start: (across: Double, up: Double), to end: (across: Double, up: Double),
        _ body: (EdgeSpan) -> Void
    ) {
        let (low, high) = start.up <= end.up ? (start, end) : (end, start)
        let (firstRow, lastRow) = (row(low.up), row(high.up))
        let west = column(min(low.across, high.across))
        let east = column(max(low.across, high.across))
        let slope = (high.across - low.across) / (high.up - low.up)
        for row in firstRow...lastRow {
            var (first, last) = (west, east)
            if firstRow < lastRow, west < east {
                let bottom = max(low.up, Double(row) - Self.margin) - low.up
                let top = min(high.up, Double(row + 1) + Self.margin) - low.up
                let ends = (low.across + bottom * slope, low.across + top * slope)
                first = max(west, column(max(0, min(ends.0, ends.1) - Self.margin)))
                last = min(east, column(max(0, max(ends.0, ends.1) + Self.margin)))
            }
            let middle = Double(row) + 0.5
            body(
                EdgeSpan(
                    row: Int32(row), first: Int32(first), last: Int32(last), edge: edge,
                    crossesMiddle: (low.up <= middle) != (high.up <= middle)))
        }
    }
}
