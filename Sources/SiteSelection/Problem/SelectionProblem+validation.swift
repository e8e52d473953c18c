import GeographyModel

extension SelectionProblem {
    /// Refuses what no solver could make sense of, with a sentence for each case.
    func validate() throws {
        guard !candidates.isEmpty else {
            throw Self.wrong("There are no candidates.", "Widen the filter on candidates, or bring a file of places.")
        }
        guard !demand.isEmpty else {
            throw Self.wrong("There are no demand points.", "Widen the filter on demand, or bring a file of points.")
        }
        try refuseDuplicates(candidates.map(\.id), "candidates")
        try refuseDuplicates(demand.map(\.id), "demand points")
        if let point = demand.first(where: { !($0.weight.isFinite && $0.weight >= 0) }) {
            throw Self.wrong(
                "Demand point \(point.id) has the weight \(point.weight).",
                "Weights are numbers from 0 up: mend it or leave it out.",
                .inputMalformed)
        }
        if let point = demand.first(where: { $0.weight > Self.greatestAmount }) {
            throw Self.wrong(
                "Demand point \(point.id) has the weight \(point.weight), which is more than can be computed with.",
                "Mend it, or give weights in a greater unit.", .inputMalformed)
        }
        guard demand.contains(where: { $0.weight > 0 }) else {
            throw Self.wrong("No demand point has a weight above 0.", "Choose another column for the demand.")
        }
        guard distances.demandCount == demand.count, distances.candidateCount == candidates.count else {
            throw Self.wrong(
                "The distances are for \(distances.demandCount) demand points and \(distances.candidateCount) candidates; "
                    + "there are \(demand.count) and \(candidates.count).",
                "Bring a matrix with a row for each demand point and a column for each candidate.", .inputMalformed)
        }
        if let far = distances.metres.first(where: { $0 > Self.greatestDistance }) {
            throw Self.wrong(
                "A distance of \(far) is more than can be computed with.",
                "Leave the pair out where there is no connection, or give distances in a greater unit.", .inputMalformed
            )
        }
        try validateModel()
        try validateConstraints()
    }

    /// Weights and costs beyond this lose their digits in sums, or are no numbers to the solver.
    private static let greatestAmount = 1e12
    /// The same for distances and times.
    private static let greatestDistance = 1e9

    private func validateModel() throws {
        if let distance = model.serviceDistance {
            guard distance.isFinite, distance >= 0 else {
                throw Self.wrong("The service distance is \(distance).", "Give a distance of 0 metres or more.")
            }
            if let limit = distances.limit, limit < distance {
                throw Self.wrong(
                    "The service distance is \(distances.described(distance)), but distances are known only up to \(distances.described(limit)).",
                    "Bring distances that go further, or choose a shorter service distance.")
            }
        }
        if model == .pMedian || model == .pCenter, constraints.count == .any, constraints.budget == nil {
            throw Self.wrong(
                "Every candidate would become a site: \(model.name) needs a number of sites or a budget.",
                "Say how many sites there are to be.")
        }
        if case .maximalCovering = model { return }
        let reach = model.serviceDistance ?? .infinity
        let cutOff = demand.indices.filter { demand[$0].weight > 0 && !distances.reaches($0, within: reach) }
        guard let first = cutOff.first else { return }
        let who = cutOff.count == 1 ? "Demand point \(demand[first].id) has" : "\(cutOff.count) demand points have"
        let example = cutOff.count == 1 ? "" : ", \(demand[first].id) for one"
        throw Self.wrong(
            "\(who) no candidate within reach\(example).",
            model.serviceDistance == nil
                ? "Bring distances for every demand point, or leave those out by a filter on demand."
                : "Choose a longer service distance, more candidates, or the maximal covering model.")
    }

    private func validateConstraints() throws {
        if let count = constraints.count.maximum {
            guard count >= 1 else { throw Self.wrong("\(count) sites were asked for.", "Ask for at least 1.") }
            guard count <= candidates.count || constraints.count == .atMost(count) else {
                throw Self.wrong(
                    "\(count) sites were asked for, but there \(candidates.count == 1 ? "is only 1 candidate" : "are only \(candidates.count) candidates").",
                    "Ask for fewer sites, or widen the filter on candidates.")
            }
        }
        for id in constraints.include + constraints.exclusions.flatMap(\.candidates) where candidateIndex[id] == nil {
            throw Self.wrong("\(id) is not among the candidates.", "Name candidates by their identifiers.")
        }
        if let clash = included.intersection(excluded).map({ candidates[$0] }).min(by: { $0.id < $1.id }) {
            let reason = constraints.exclusions.first { $0.candidates.contains(clash.id) }?.reason ?? ""
            throw Self.wrong(
                "\(clash.label) is both included and excluded because of \(reason).", "Take it out of one of the two.")
        }
        if let budget = constraints.budget {
            guard budget.isFinite, budget >= 0 else {
                throw Self.wrong("The budget is \(budget).", "Give an amount of 0 or more.")
            }
            if let odd = candidates.first(where: { !(($0.cost ?? -1) >= 0 && ($0.cost ?? -1).isFinite) }) {
                throw Self.wrong(
                    "Candidate \(odd.id) has \(odd.cost.map { "the cost \($0)" } ?? "no cost").",
                    "With a budget every candidate needs a cost of 0 or more.", .inputMalformed)
            }
            if let dear = candidates.first(where: { ($0.cost ?? 0) > Self.greatestAmount }) {
                throw Self.wrong(
                    "Candidate \(dear.label) has the cost \(dear.cost ?? 0), which is more than can be computed with.",
                    "Mend it, or give costs in a greater unit.", .inputMalformed)
            }
        }
        if let separation = constraints.minimumSeparation {
            guard separation.isFinite, separation >= 0 else {
                throw Self.wrong("The minimum separation is \(separation).", "Give a distance of 0 metres or more.")
            }
            if let odd = candidates.first(where: { $0.position == nil }) {
                throw Self.wrong(
                    "Candidate \(odd.id) has no position.",
                    "A minimum separation needs the position of every candidate.")
            }
        }
        try validateGroups()
    }

    private func validateGroups() throws {
        for limit in constraints.groups {
            if limit.minimum < 0 || (limit.maximum ?? 0) < 0 || limit.minimum > limit.maximum ?? .max {
                throw Self.wrong(
                    "At least \(limit.minimum) and at most \(limit.maximum ?? limit.minimum) per \(limit.kind) cannot be met.",
                    "Give numbers from 0 up, the minimum not above the maximum.")
            }
            let isKnown = candidates.contains { candidate in
                guard let groups = candidate.groups[limit.kind] else { return false }
                return limit.group.map { groups.contains($0) } ?? !groups.isEmpty
            }
            guard isKnown else {
                throw Self.wrong(
                    "No candidate has \(limit.group.map { "the \(limit.kind) \($0)" } ?? "a \(limit.kind)").",
                    "Limits name what candidates are grouped by, such as region.")
            }
        }
    }

    private func refuseDuplicates(_ ids: [String], _ what: String) throws {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            throw Self.wrong("\(id) stands twice among the \(what).", "Give each its own identifier.", .inputMalformed)
        }
    }

    private static func wrong(
        _ message: String, _ remedy: String, _ code: GeodataError.Code = .invalidRequest
    ) -> GeodataError {
        GeodataError(code, message, remedy: remedy)
    }
}

extension Double {
    /// Metres as people say them: `850 m`, `2.5 km`.
    var metresInWords: String { self < 1000 ? "\(brief) m" : "\((self / 1000).brief) km" }

    /// The number without needless decimals: `5000`, `2.5`.
    var brief: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
