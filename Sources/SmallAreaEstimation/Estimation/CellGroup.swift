/// Some factors of a frame, each with the levels at which anybody is, and the combinations of those levels.
struct CellGroup {
    /// For each factor, the positions of its levels.
    var axes: [[Int]] = []

    /// How many combinations there are; the last factor runs fastest.
    var cellCount: Int { axes.reduce(1) { $0 * $1.count } }

    /// For each combination, what comes of taking in the positions of its levels one after the other.
    ///
    /// With multiplication these are the products over levels, with addition their sums.
    func fold<Value>(_ first: Value, _ step: (Value, Int) -> Value) -> [Value] {
        axes.reduce([first]) { cells, axis in
            var next: [Value] = []
            next.reserveCapacity(cells.count * axis.count)
            for cell in cells {
                for position in axis { next.append(step(cell, position)) }
            }
            return next
        }
    }
}
