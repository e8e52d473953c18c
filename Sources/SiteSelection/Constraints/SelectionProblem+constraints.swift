extension SelectionProblem {
    /// Everything that was asked for, one wish after another, in a stable order.
    var namedConstraints: [NamedConstraint] {
        [countConstraint, someConstraint, budgetConstraint].compactMap { $0 } + groupConstraints
            + [separationConstraint].compactMap { $0 } + includeConstraints + exclusionConstraints
            + [serviceConstraint].compactMap { $0 }
    }

    private var countConstraint: NamedConstraint? {
        switch constraints.count {
        case .any: return nil
        case .exactly(let count):
            let row = SelectionRow(candidates.indices, lower: Double(count), upper: Double(count))
            return NamedConstraint(kind: .count, text: "exactly \(sites(count))", rows: [row])
        case .atMost(let count):
            let row = SelectionRow(candidates.indices, upper: Double(count))
            return NamedConstraint(kind: .count, text: "at most \(sites(count))", rows: [row])
        }
    }

    /// No site at all is no selection.
    private var someConstraint: NamedConstraint? {
        if case .exactly = constraints.count { return nil }
        return NamedConstraint(
            kind: .count, text: "at least 1 site", rows: [SelectionRow(candidates.indices, lower: 1)])
    }

    private var budgetConstraint: NamedConstraint? {
        constraints.budget.map { budget in
            let dear = candidates.indices.filter { (candidates[$0].cost ?? 0) > 0 }
            let row = SelectionRow(
                dear.map { Int32($0) }, coefficients: dear.map { candidates[$0].cost ?? 0 }, upper: budget)
            return NamedConstraint(kind: .budget, text: "a budget of \(budget.brief)", rows: [row])
        }
    }

    private var groupConstraints: [NamedConstraint] {
        constraints.groups.flatMap { limit in
            var members: [String: [Int]] = [:]
            for (number, candidate) in candidates.enumerated() {
                for group in Set(candidate.groups[limit.kind] ?? []) where limit.group == nil || limit.group == group {
                    members[group, default: []].append(number)
                }
            }
            return members.sorted { $0.key < $1.key }.flatMap { group, members in
                var named: [NamedConstraint] = []
                if limit.minimum > 0 {
                    let row = SelectionRow(members, lower: Double(limit.minimum))
                    let text = "at least \(sites(limit.minimum)) in \(limit.kind) \(group)"
                    named.append(NamedConstraint(kind: .group, text: text, rows: [row]))
                }
                if let maximum = limit.maximum, maximum < members.count {
                    let row = SelectionRow(members, upper: Double(maximum))
                    let text = "at most \(sites(maximum)) in \(limit.kind) \(group)"
                    named.append(NamedConstraint(kind: .group, text: text, rows: [row]))
                }
                return named
            }
        }
    }

    private var separationConstraint: NamedConstraint? {
        guard let separation = constraints.minimumSeparation, separation > 0 else { return nil }
        if cliques.isEmpty { return nil }
        return NamedConstraint(
            kind: .separation, text: "sites at least \(separation.metresInWords) apart",
            rows: cliques.map { SelectionRow($0, upper: 1) })
    }

    private var includeConstraints: [NamedConstraint] {
        included.sorted { ranks[$0] < ranks[$1] }.map { candidate in
            NamedConstraint(
                kind: .include, text: "\(candidates[candidate].label) as a site",
                rows: [SelectionRow([candidate], lower: 1)])
        }
    }

    private var exclusionConstraints: [NamedConstraint] {
        constraints.exclusions.filter { !$0.candidates.isEmpty }.map { exclusion in
            let places = Set(exclusion.candidates.compactMap { candidateIndex[$0] }).sorted()
            let who = places.count == 1 ? candidates[places[0]].label : "\(places.count) candidates"
            return NamedConstraint(
                kind: .exclude, text: "no site at \(who) because of \(exclusion.reason)",
                rows: places.map { SelectionRow([$0], upper: 0) })
        }
    }

    /// Everybody within reach, for the models that demand it; `nil` where that says nothing.
    private var serviceConstraint: NamedConstraint? {
        if case .maximalCovering = model { return nil }
        let reach = model.serviceDistance ?? .infinity
        let points = demand.indices.lazy.filter { demand[$0].weight > 0 }
        let sets = CoveringSets(points.map { (distances.covering($0, within: reach), 1) }).irredundant()
        let rows = sets.members.filter { $0.count < candidates.count }
            .map { SelectionRow($0, coefficients: nil, lower: 1) }
        if rows.isEmpty && model.serviceDistance == nil { return nil }
        let text =
            model.serviceDistance.map { "everybody within \(distances.described($0)) of a site" }
            ?? "a site within the known distances of everybody"
        let all = rows.isEmpty ? [SelectionRow(candidates.indices, lower: 1)] : rows
        return NamedConstraint(kind: .service, text: text, rows: all)
    }

    private func sites(_ count: Int) -> String { count == 1 ? "1 site" : "\(count) sites" }
}
