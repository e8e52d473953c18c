import GeographyModel

/// The parts of the index as plain memory, for as long as a lookup or a batch of them runs.
struct AreaLookup {
    let grid: LocationGrid
    let codes: UnsafeBufferPointer<Int32>
    let candidates: UnsafeBufferPointer<Candidate>
    let chains: UnsafeBufferPointer<EdgeChain>
    let vertices: UnsafeBufferPointer<Position>

    /// The code of the cell that holds a position; -1, no area, outside of the grid.
    @inline(__always)
    func code(at position: Position) -> Int32 {
        guard let cell = grid.cell(at: position) else { return -1 }
        return codes[cell]
    }

    /// The first area that covers a position, given the code of its cell; -1 for none.
    @inline(__always)
    func area(_ code: Int32, _ position: Position) -> Int32 {
        code >= -1 ? code : firstCandidate(from: CellIndex.list(code), position)
    }

    private func firstCandidate(from start: Int, _ position: Position) -> Int32 {
        var index = start
        while true {
            let candidate = candidates[index]
            if candidate.isCertain || isCovered(position, by: Int(candidate.chain)) { return candidate.area }
            index += 1
        }
    }

    /// Whether a position lies inside or on the boundary of the area whose chains of the row begin at `chain`.
    ///
    /// A ray runs from the position to the east, and each edge counts with its lower end but not its upper one. An edge
    /// that the position lies on is a boundary, whether it counts or not. Vertices are looked at where an edge ends: as
    /// rings are closed, each of them is such an end.
    private func isCovered(_ position: Position, by chain: Int) -> Bool {
        let (x, y) = (position.longitude, position.latitude)
        var isInside = false
        var index = chain
        while true {
            let chain = chains[index]
            var start = vertices[Int(chain.first)]
            for vertex in Int(chain.first) + 1...Int(chain.last) {
                let end = vertices[vertex]
                if (start.latitude > y) != (end.latitude > y) {
                    if start.longitude > x, end.longitude > x {
                        isInside.toggle()
                    } else if start.longitude >= x || end.longitude >= x {
                        let turn = ExactOrientation.turn(from: start, to: end, position)
                        if turn == 0 { return true }
                        if (turn > 0) == (end.latitude > start.latitude) { isInside.toggle() }
                    }
                } else if end.latitude == y {
                    if end.longitude == x { return true }
                    if start.latitude == y, (start.longitude < x) != (end.longitude < x) { return true }
                }
                start = end
            }
            guard chain.isFollowed else { return isInside }
            index += 1
        }
    }
}
