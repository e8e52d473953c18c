import GeographyModel
import SiteSelection

extension SelectionReport {
    /// Tells what was found.
    init(_ ground: SelectionGround, _ solved: SolvedSelection, hasMatrix: Bool) throws {
        let (request, selection) = (ground.request, solved.selection)
        let words = SelectionWords(ground, hasMatrix: hasMatrix)
        self.request = request
        day = ground.day.description
        demand = ground.demand.about
        // Over draws people are counted as their mean.
        demand.total = selection.demandWeight
        let excluded = Set(ground.problem.constraints.exclusions.flatMap(\.candidates))
        candidates = Candidates(
            areaType: ground.candidates.type?.rawValue, scope: ground.scope, count: ground.problem.candidates.count,
            excluded: excluded.count, cost: ground.candidates.cost, file: ground.candidates.file)
        distances = Distances(
            kind: hasMatrix ? "matrix" : request.measure.rawValue,
            unit: hasMatrix ? "units of the matrix" : "metres", places: words.places,
            service: ground.problem.model.serviceDistance)
        let costs = selection.sites.map { ground.problem.candidates[$0.candidate].cost }
        result = Result(
            model: ground.problem.model.name, objective: selection.objective, objectiveTitle: words.objective,
            bound: selection.bound, gap: selection.gap, provenOptimal: selection.isProvenOptimal,
            tieBroken: selection.isTieBroken, solver: selection.solver, seconds: selection.seconds,
            reached: selection.servedWeight,
            reachedShare: selection.demandWeight > 0 ? selection.servedWeight / selection.demandWeight : 0,
            cost: costs.contains { $0 == nil } ? nil : costs.reduce(0) { $0 + ($1 ?? 0) })
        let matched = try Self.matched(to: selection, ground, words)
        comparators = matched.comparators
        let reserved = Set((comparators?.matches ?? []).flatMap(\.areas).map(\.id))
        sites = selection.sites.map { Site($0, ground, solved, words, reserved: reserved) }
        catchments = zip(ground.problem.demand.indices, selection.assignment).map { point, assignment in
            let demand = ground.problem.demand[point]
            return Catchment(
                id: demand.id, name: ground.demand.names[point], weight: demand.weight,
                site: assignment.map { ground.problem.candidates[$0.candidate].id }, distance: assignment?.distance,
                longitude: demand.position?.longitude, latitude: demand.position?.latitude)
        }.sorted { $0.id < $1.id }
        stability = solved.stability.map { Stability($0, ground, chosen: Set(selection.sites.map(\.candidate))) }
        curve = solved.curve?.map { CurvePoint($0, ground) }
        sources = ground.sources
        attribution = ground.attribution
        title = words.title(selection)
        notes = Self.notes(ground, solved, words) + matched.notes
    }

    /// The comparators of the sites, and what must be said of them.
    private static func matched(
        to selection: Selection, _ ground: SelectionGround, _ words: SelectionWords
    ) throws -> (comparators: Comparators?, notes: [Note]) {
        guard ground.request.comparators > 0 else { return (nil, []) }
        let sites = selection.sites.map { site in
            (
                place: Place(id: site.id, name: ground.candidates.places[site.candidate].name),
                area: ground.candidates.comparedArea(of: site.candidate)
            )
        }
        do {
            guard let found = try ground.comparators?.matched(to: sites, count: ground.request.comparators) else {
                let text = "There are no comparators: they are matched among areas whose residents are known."
                return (nil, [Note(.comparators, text)])
            }
            let known = Set(found.matches.map(\.site.id))
            let without = sites.map(\.place).filter { !known.contains($0.id) }.map(\.name)
            let lacking = Note(
                .comparators,
                "There are no comparators for \(NumberWords.list(without)), whose residents are not known.")
            return (found, [words.aboutComparators] + (without.isEmpty ? [] : [lacking]))
        } catch let error as GeodataError where error.code == .invalidRequest {
            return (nil, [Note(.comparators, "No comparators: \(error.description)")])
        }
    }

    private static func notes(_ ground: SelectionGround, _ solved: SolvedSelection, _ words: SelectionWords) -> [Note] {
        var notes: [Note] = []
        let selection = solved.selection
        if !selection.isProvenOptimal {
            let percent = NumberWords.percent(selection.gap)
            notes.append(
                Note(
                    .notProven,
                    "The search was stopped before these were proven to be the best sites: others can be better by at most \(percent)."
                ))
        } else if !selection.isTieBroken {
            notes.append(
                Note(
                    .notProven,
                    "The search was ended before it was settled whether other sites are just as good; the same request can give those."
                ))
        }
        // Whoever is counted only in the sites themselves needs no distances.
        if ground.problem.model != .maximalCovering(serviceDistance: 0) {
            notes.append(Note(.distances, words.aboutDistances))
        }
        notes += words.aboutChoice
        return notes + solved.notes + ground.notes
    }
}

extension SelectionReport.Stability {
    /// Tells how the choice holds.
    fileprivate init(_ found: SelectionStability, _ ground: SelectionGround, chosen: Set<Int>) {
        let draws = Double(max(1, found.drawCount))
        let frequencies = ground.problem.candidates.indices.filter { found.timesSelected[$0] > 0 }
            .map { candidate in
                Frequency(
                    id: ground.problem.candidates[candidate].id, name: ground.candidates.places[candidate].name,
                    share: found.frequency(of: candidate), selected: chosen.contains(candidate))
            }.sorted { ($1.share, $0.id) < ($0.share, $1.id) }
        self.init(
            draws: found.drawCount, optimalShare: Double(found.timesOptimal) / draws, meanLoss: found.meanRegret,
            greatestLoss: found.greatestRegret, lossShare: found.relativeRegret, unproven: found.unprovenCount,
            candidates: frequencies)
    }
}

extension SelectionReport.CurvePoint {
    /// Tells of one number of sites.
    fileprivate init(_ point: SiteSelection.CurvePoint, _ ground: SelectionGround) {
        let selection = point.selection
        self.init(
            sites: point.count, objective: selection?.objective, bound: selection?.bound,
            provenOptimal: selection?.isProvenOptimal ?? false, gain: point.gain,
            reachedShare: selection.map { $0.demandWeight > 0 ? $0.servedWeight / $0.demandWeight : 0 },
            chosen: selection?.sites.map(\.id) ?? [])
    }
}
