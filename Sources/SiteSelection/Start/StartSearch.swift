/// Finds a good set of sites quickly: greedy adding, then substitution until no exchange of one site helps.
///
/// Church and ReVelle 1974 (greedy adding with substitution); Teitz and Bart 1968, *Heuristic methods for estimating
/// the generalized vertex median of a weighted graph*, Operations Research 16. The constraints hold throughout. What it
/// finds is what the solver starts from, and what a search without time hands out.
struct StartSearch<Guide: SearchGuide> {
    private var guide: Guide
    private var ledger: ConstraintLedger
    private let problem: SelectionProblem
    private let order: [Int]

    /// Begins without sites.
    init(_ problem: SelectionProblem, constraints: [NamedConstraint], guide: Guide) {
        self.problem = problem
        self.guide = guide
        ledger = ConstraintLedger(constraints, candidateCount: problem.candidates.count)
        order = problem.candidates.indices.sorted { problem.ranks[$0] < problem.ranks[$1] }
    }

    /// The sites of a greedy start, improved by exchanges; `nil` where the greedy way leads into a dead end.
    mutating func sites(isOver: () -> Bool) -> [Int]? {
        completed(Array(problem.included)).map { _ in exchanged(isOver: isOver) }
    }

    /// Given sites with as few others as the greedy way needs; `nil` where it leads into a dead end.
    mutating func completed(_ sites: [Int]) -> [Int]? {
        for site in sites.sorted(by: { problem.ranks[$0] < problem.ranks[$1] }) where ledger.allows(site) { add(site) }
        while let candidate = best() { add(candidate) }
        return ledger.isSatisfied ? ledger.sites.sorted() : nil
    }

    /// Improves given sites, which meet all constraints, by exchanges.
    mutating func improved(_ sites: [Int], isOver: () -> Bool) -> [Int] {
        for site in sites.sorted(by: { problem.ranks[$0] < problem.ranks[$1] }) { add(site) }
        return ledger.isSatisfied ? exchanged(isOver: isOver) : sites
    }

    private mutating func add(_ candidate: Int) {
        ledger.add(candidate)
        guide.add(candidate)
    }

    /// The next site of the greedy way; `nil` where it ends.
    private func best() -> Int? {
        let room = (problem.constraints.count.maximum ?? .max) - ledger.sites.count
        guard room > 0 else { return nil }
        let isUrgent = ledger.groupDeficit >= Double(room) || guide is NoGuide
        let isPriced = problem.constraints.budget != nil && problem.constraints.count.maximum == nil
        var best: (candidate: Int, helps: Int, gain: Double)?
        for candidate in order where ledger.allows(candidate) {
            let help = ledger.helps(candidate)
            var gain = guide.gain(of: candidate)
            if isPriced { gain /= max(problem.candidates[candidate].cost ?? 0, 1e-9) }
            if let best, isUrgent ? (help, gain) <= (best.helps, best.gain) : (gain, help) <= (best.gain, best.helps) {
                continue
            }
            best = (candidate, help, gain)
        }
        guard let best, best.gain > 0 || best.helps > 0 else { return nil }
        return best.candidate
    }

    private mutating func exchanged(isOver: () -> Bool) -> [Int] {
        var changes = [Double](repeating: 0, count: problem.candidates.count)
        while !isOver() {
            var best: (out: Int, into: Int, change: Double)?
            let threshold = -1e-9 * abs(guide.cost)
            let sites = ledger.sites
            for candidate in order where !ledger.isSite[candidate] {
                guide.exchange(candidate, for: sites, into: &changes)
                for site in sites where changes[site] < best?.change ?? threshold && changes[site] < threshold {
                    guard isAllowed(site, candidate) else { continue }
                    best = (site, candidate, changes[site])
                }
            }
            guard let best else { break }
            ledger.remove(best.out)
            guide.remove(best.out)
            add(best.into)
        }
        return ledger.sites.sorted()
    }

    private mutating func isAllowed(_ site: Int, _ candidate: Int) -> Bool {
        ledger.remove(site)
        ledger.add(candidate)
        let isAllowed = ledger.isSatisfied
        ledger.remove(candidate)
        ledger.add(site)
        return isAllowed
    }
}
