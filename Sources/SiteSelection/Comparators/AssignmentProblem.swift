/// Gives every row a column of its own so that the sum of costs is least.
///
/// Shortest augmenting paths with potentials (Kuhn 1955, *The Hungarian method for the assignment problem*; Jonker and
/// Volgenant 1987, *A shortest augmenting path algorithm for dense and sparse linear assignment problems*, Computing
/// 38): exact, rows² × columns steps. A pair with infinite cost is forbidden.
enum AssignmentProblem {
    /// The column of each row; `nil` where not every row can have one.
    static func solve(_ costs: [[Double]]) -> [Int]? {
        let rows = costs.count
        guard let columns = costs.first?.count else { return [] }
        guard rows <= columns else { return nil }
        var rowPotential = [Double](repeating: 0, count: rows + 1)
        var columnPotential = [Double](repeating: 0, count: columns + 1)
        // Column 0 is where the row that is being placed stands.
        var rowOf = [Int](repeating: 0, count: columns + 1)
        var previous = [Int](repeating: 0, count: columns + 1)
        for row in 1...rows {
            rowOf[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: columns + 1)
            var isDone = [Bool](repeating: false, count: columns + 1)
            repeat {
                isDone[column] = true
                let current = rowOf[column]
                var step = Double.infinity
                var next = -1
                for other in 1...columns where !isDone[other] {
                    let cost = costs[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
                    if cost < least[other] {
                        least[other] = cost
                        previous[other] = column
                    }
                    if least[other] < step {
                        step = least[other]
                        next = other
                    }
                }
                guard next >= 0, step.isFinite else { return nil }
                for other in 0...columns {
                    if isDone[other] {
                        rowPotential[rowOf[other]] += step
                        columnPotential[other] -= step
                    } else {
                        least[other] -= step
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                let before = previous[column]
                rowOf[column] = rowOf[before]
                column = before
            }
        }
        var columnOf = [Int](repeating: 0, count: rows)
        for column in 1...columns where rowOf[column] > 0 { columnOf[rowOf[column] - 1] = column - 1 }
        return columnOf
    }
}
