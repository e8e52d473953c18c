import RankInference

/// Five areas with forty draws made by whole-number arithmetic, so that a script in any language has the same ones.
func recipeDraws() throws -> DrawMatrix {
    var values: [Float] = []
    for area in 0..<5 {
        for draw in 0..<40 {
            let wave = (area * 7919 + draw * 104_729 + area * area * draw * 31 % 17) % 23
            values.append(Float(40 + 3 * area) + Float(wave) / 2)
        }
    }
    return try DrawMatrix(areaCount: 5, drawCount: 40, values: values)
}

/// Draws of areas whose true values lie `step` apart, with an error of each area's own and one that all share.
func randomDraws(areas: Int, draws: Int, step: Double, seed: UInt64) throws -> DrawMatrix {
    var generator = SeededGenerator(seed: seed)
    let shared = (0..<draws).map { _ in Double(generator.next(below: 10_000)) / 5000 }
    var values: [Float] = []
    for area in 0..<areas {
        let truth = 30 + step * Double(area)
        for error in shared { values.append(Float(truth + error + Double(generator.next(below: 10_000)) / 2500)) }
    }
    return try DrawMatrix(areaCount: areas, drawCount: draws, values: values)
}

/// The cells that a queen reaches on a board of `rows` × `columns`, numbered row by row; `cut` has no neighbours.
func boardNeighbours(rows: Int, columns: Int, cut: Int? = nil) -> [[Int]] {
    (0..<rows * columns).map { cell in
        guard cell != cut else { return [] }
        let (row, column) = (cell / columns, cell % columns)
        return (0..<rows * columns).filter {
            $0 != cell && $0 != cut && abs($0 / columns - row) <= 1 && abs($0 % columns - column) <= 1
        }
    }
}

/// Whether two numbers agree to `tolerance`.
func agree(_ first: Double, _ second: Double, within tolerance: Double = 1e-12) -> Bool {
    abs(first - second) <= tolerance
}
