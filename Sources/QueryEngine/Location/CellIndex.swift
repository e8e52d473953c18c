/// What each cell of the grid answers, or which candidates it asks.
struct CellIndex: Sendable {
    /// For each cell, an area or -1 for none, where that holds for all of the cell; else ``code(ofList:)``.
    private(set) var codes: [Int32]
    /// The candidates of all cells that have to ask.
    private(set) var candidates: [Candidate] = []

    init(_ runs: [[CellRun]], _ grid: LocationGrid) {
        codes = Array(repeating: -1, count: grid.columns * grid.rows)
        var row = RowOfCells(columns: grid.columns)
        for (number, runs) in runs.enumerated() where !runs.isEmpty {
            row.count(runs)
            let start = number * grid.columns
            row.place(in: &codes, at: start, &candidates)
            row.fill(runs, &candidates)
        }
    }

    /// The code of a cell whose candidates begin at an index; below -1.
    @inline(__always)
    static func code(ofList index: Int) -> Int32 { -2 - Int32(index) }

    /// The index that the candidates begin at, of a code below -1.
    @inline(__always)
    static func list(_ code: Int32) -> Int { Int(-2 - code) }
}

/// One row of the grid while its cells' candidates are counted and put in place.
private struct RowOfCells {
    private var counts: [Int32]
    private var certain: [Int32]
    private var places: [Int]

    private static let open: Int32 = -1

    init(columns: Int) {
        counts = Array(repeating: 0, count: columns)
        certain = Array(repeating: Self.open, count: columns)
        places = Array(repeating: 0, count: columns)
    }

    /// Counts each cell's candidates up to the first certain one.
    mutating func count(_ runs: [CellRun]) {
        for column in counts.indices {
            counts[column] = 0
            certain[column] = Self.open
        }
        for run in runs {
            for column in Int(run.first)...Int(run.last) where certain[column] == Self.open {
                if run.candidate.isCertain {
                    certain[column] = run.candidate.area
                } else {
                    counts[column] += 1
                }
            }
        }
    }

    /// Writes the cells' codes, and makes room for their candidates with a last one that is certain.
    mutating func place(in codes: inout [Int32], at start: Int, _ candidates: inout [Candidate]) {
        for column in counts.indices {
            guard counts[column] > 0 else {
                codes[start + column] = certain[column]
                continue
            }
            places[column] = candidates.count
            codes[start + column] = CellIndex.code(ofList: candidates.count)
            candidates.append(
                contentsOf: repeatElement(Candidate(certain: certain[column]), count: Int(counts[column]) + 1))
        }
    }

    /// Puts the candidates that are not certain into their places, in order.
    mutating func fill(_ runs: [CellRun], _ candidates: inout [Candidate]) {
        for run in runs where !run.candidate.isCertain {
            for column in Int(run.first)...Int(run.last) where counts[column] > 0 {
                candidates[places[column]] = run.candidate
                places[column] += 1
                counts[column] -= 1
            }
        }
    }
}
