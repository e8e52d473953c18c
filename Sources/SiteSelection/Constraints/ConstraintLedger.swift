/// Keeps account of the rows while sites come and go, for searches that must stay within the constraints.
struct ConstraintLedger {
    private let lower: [Double]
    private let upper: [Double]
    /// The rows of each candidate with its coefficients.
    private let entries: [[(row: Int, coefficient: Double)]]
    private var sums: [Double]
    /// Which candidates are sites.
    private(set) var isSite: [Bool]
    /// The sites, in the order in which they came.
    private(set) var sites: [Int] = []
    /// How many rows are not met.
    private(set) var violations = 0
    /// The rows that ask for a least number in a group, or for one candidate.
    private let groupRows: [Int]
    /// By how much sums may overstep each row's limits: the rounding of sums, and nothing that anybody meant.
    private let tolerances: [Double]

    /// Begins without sites.
    init(_ constraints: [NamedConstraint], candidateCount: Int) {
        let rows = constraints.flatMap(\.rows)
        let kinds = constraints.flatMap { constraint in constraint.rows.map { _ in constraint.kind } }
        groupRows = rows.indices.filter { kinds[$0] == .group && rows[$0].lower > 0 }
        lower = rows.map(\.lower)
        upper = rows.map(\.upper)
        tolerances = rows.map { row in
            1e-11 * [row.lower, row.upper].reduce(1) { $1.isFinite ? max($0, abs($1)) : $0 }
        }
        var entries = [[(row: Int, coefficient: Double)]](repeating: [], count: candidateCount)
        for (number, row) in rows.enumerated() {
            for (place, candidate) in row.candidates.enumerated() {
                entries[Int(candidate)].append((number, row.coefficients?[place] ?? 1))
            }
        }
        self.entries = entries
        sums = [Double](repeating: 0, count: rows.count)
        isSite = [Bool](repeating: false, count: candidateCount)
        violations = rows.indices.count { lower[$0] > tolerances[$0] || upper[$0] < -tolerances[$0] }
    }

    /// Whether all constraints are met.
    var isSatisfied: Bool { violations == 0 }

    /// How many sites groups still lack, all together.
    var groupDeficit: Double { groupRows.reduce(0) { $0 + max(0, lower[$1] - sums[$1]) } }

    /// Whether adding a candidate keeps every sum within its upper limit.
    func allows(_ candidate: Int) -> Bool {
        !isSite[candidate]
            && entries[candidate].allSatisfy { sums[$0.row] + $0.coefficient <= upper[$0.row] + tolerances[$0.row] }
    }

    /// How many unmet minimums a candidate would help to meet.
    func helps(_ candidate: Int) -> Int {
        entries[candidate].count { sums[$0.row] < lower[$0.row] - tolerances[$0.row] }
    }

    /// Makes a candidate a site.
    mutating func add(_ candidate: Int) {
        isSite[candidate] = true
        sites.append(candidate)
        change(candidate, by: 1)
    }

    /// Takes a site away.
    mutating func remove(_ candidate: Int) {
        isSite[candidate] = false
        sites.removeAll { $0 == candidate }
        change(candidate, by: -1)
    }

    private mutating func change(_ candidate: Int, by sign: Double) {
        for entry in entries[candidate] {
            let wasMet = isMet(entry.row)
            sums[entry.row] += sign * entry.coefficient
            let isMet = isMet(entry.row)
            if wasMet != isMet { violations += isMet ? -1 : 1 }
        }
    }

    private func isMet(_ row: Int) -> Bool {
        sums[row] >= lower[row] - tolerances[row] && sums[row] <= upper[row] + tolerances[row]
    }
}
