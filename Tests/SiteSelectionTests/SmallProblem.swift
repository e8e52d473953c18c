import GeographyModel

@testable import SiteSelection

/// Random small problems with every kind of constraint.
enum SmallProblem {
    /// A problem whose whole numbers make ties common; its model is one of four.
    static func random(seed: Int) throws -> SelectionProblem {
        var chance = SmallChance(seed: seed)
        let count = 5 + chance.below(6)
        let order = (0..<count).map { _ in chance.below(1 << 30) }
        let names = (0..<count).sorted { (order[$0], $0) < (order[$1], $1) }.map { "C\(10 + $0)" }
        let candidates = names.map { name in
            Candidate(
                id: name,
                position: Position(
                    longitude: Double(chance.below(5)) / 10, latitude: 52 + Double(chance.below(5)) / 10),
                cost: Double(1 + chance.below(5)),
                groups: [
                    "region": ["R\(chance.below(3))"],
                    "icb": chance.once(in: 4) || name == names[0] ? ["I0", "I1"] : ["I\(chance.below(2))"],
                ])
        }
        let demand = (0..<(4 + chance.below(10))).map { number in
            DemandPoint(id: "D\(number)", weight: chance.once(in: 6) ? 0 : Double(1 + chance.below(9)))
        }
        var pairs: [(demand: Int, candidate: Int, distance: Double)] = []
        let isSparse = chance.once(in: 3)
        for point in demand.indices {
            let sure = chance.below(count)
            for candidate in candidates.indices where !isSparse || candidate == sure || chance.once(in: 2) {
                pairs.append((point, candidate, Double(chance.below(12))))
            }
        }
        let models: [SelectionModel] = [
            .maximalCovering(serviceDistance: 3), .setCovering(serviceDistance: 11), .pMedian, .pCenter,
        ]
        let model = models[seed % 4]
        return try SelectionProblem(
            demand: demand.contains { $0.weight > 0 } ? demand : [DemandPoint(id: "D", weight: 1)] + demand.dropFirst(),
            candidates: candidates,
            distances: DistanceTable(demandCount: demand.count, candidateCount: count, pairs: pairs), model: model,
            constraints: constraints(&chance, model, names))
    }

    private static func constraints(
        _ chance: inout SmallChance, _ model: SelectionModel, _ names: [String]
    ) -> SelectionConstraints {
        var constraints = SelectionConstraints(count: .exactly(1 + chance.below(4)))
        if chance.once(in: 4) { constraints.count = .atMost(1 + chance.below(5)) }
        if model == .setCovering(serviceDistance: 11), chance.once(in: 2) { constraints.count = .any }
        if chance.once(in: 3) { constraints.budget = Double(4 + chance.below(8)) }
        if chance.once(in: 3) { constraints.groups.append(GroupLimit(kind: "region", minimum: 1)) }
        if chance.once(in: 3) { constraints.groups.append(GroupLimit(kind: "icb", maximum: 1 + chance.below(2))) }
        if chance.once(in: 4) { constraints.groups.append(GroupLimit(kind: "icb", group: "I0", minimum: 1)) }
        if chance.once(in: 3) { constraints.minimumSeparation = Double(5_000 + 5_000 * chance.below(4)) }
        let first = chance.below(names.count)
        if chance.once(in: 4) { constraints.include = [names[first]] }
        if chance.once(in: 3) {
            let out = [names[(first + 1) % names.count], names[(first + 2) % names.count]]
            constraints.exclusions = [Exclusion(reason: "a pilot", candidates: out)]
        }
        return constraints
    }
}

/// Looks at every set of sites, by the words of the constraints and not by the rows that the library makes of them.
struct Exhaustion {
    let problem: SelectionProblem

    /// All sets that meet the constraints.
    var feasible: [[Int]] {
        (1..<(1 << problem.candidates.count)).compactMap { bits in
            let sites = problem.candidates.indices.filter { bits >> $0 & 1 == 1 }
            return isFeasible(sites) ? sites : nil
        }
    }

    /// The best objective and, of its sets, the one that comes first; `nil` where none is feasible.
    var optimum: (objective: Double, ids: [String])? {
        let sign: Double = problem.model.isMaximising ? -1 : 1
        let scored = feasible.map { sites in
            (cost: sign * objective(sites), ids: sites.map { problem.candidates[$0].id }.sorted())
        }
        let best = scored.min { left, right in
            if left.cost != right.cost { return left.cost < right.cost }
            if left.ids.count != right.ids.count { return left.ids.count < right.ids.count }
            return left.ids.lexicographicallyPrecedes(right.ids)
        }
        return best.map { (sign * $0.cost, $0.ids) }
    }

    /// The objective of a set of sites.
    func objective(_ sites: [Int]) -> Double {
        let people = problem.demand.enumerated().filter { $0.element.weight > 0 }
        let reached = people.map { (weight: $0.element.weight, distance: distance($0.offset, sites)) }
        switch problem.model {
        case .maximalCovering(let reach):
            return reached.reduce(0) { $1.distance <= reach ? $0 + $1.weight : $0 }
        case .setCovering: return Double(sites.count)
        case .pMedian: return reached.reduce(0) { $0 + $1.weight * $1.distance }
        case .pCenter: return reached.map(\.distance).max() ?? 0
        }
    }

    private func distance(_ point: Int, _ sites: [Int]) -> Double {
        problem.distances.entries(of: point).filter { sites.contains(Int(problem.distances.candidates[$0])) }
            .map { problem.distances.metres[$0] }.min() ?? .infinity
    }

    private func isFeasible(_ sites: [Int]) -> Bool {
        let wishes = problem.constraints
        switch wishes.count {
        case .any: break
        case .exactly(let count): if sites.count != count { return false }
        case .atMost(let count): if sites.count > count { return false }
        }
        let chosen = sites.map { problem.candidates[$0] }
        if let budget = wishes.budget, chosen.reduce(0, { $0 + ($1.cost ?? 0) }) > budget { return false }
        for limit in wishes.groups {
            for group in Set(problem.candidates.flatMap { $0.groups[limit.kind] ?? [] })
            where limit.group == nil || limit.group == group {
                let count = chosen.count { ($0.groups[limit.kind] ?? []).contains(group) }
                if count < limit.minimum || count > limit.maximum ?? .max { return false }
            }
        }
        if let separation = wishes.minimumSeparation {
            for (left, first) in chosen.enumerated() {
                for second in chosen[(left + 1)...] {
                    guard let start = first.position, let end = second.position else { return false }
                    if Geodesic.distance(start, end) < separation { return false }
                }
            }
        }
        let ids = chosen.map(\.id)
        if !wishes.include.allSatisfy({ ids.contains($0) }) { return false }
        if wishes.exclusions.contains(where: { $0.candidates.contains { ids.contains($0) } }) { return false }
        if case .maximalCovering = problem.model { return true }
        let reach = problem.model.serviceDistance ?? 1e300
        return problem.demand.indices.allSatisfy { problem.demand[$0].weight == 0 || distance($0, sites) <= reach }
    }
}
