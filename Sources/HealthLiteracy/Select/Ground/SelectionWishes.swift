import GeographyModel
import SiteSelection
import SpatialStore

/// The constraints of a request, with names read as candidates.
struct SelectionWishes {
    /// What every set of sites must meet.
    private(set) var constraints: SelectionConstraints
    /// What the reader must know.
    private(set) var notes: [Note] = []

    /// Reads names and groups.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound`, and `invalidRequest` where a name is of no candidate.
    init(
        _ request: SelectionRequest, _ ground: CandidateGround, _ initiatives: InitiativeGround, _ reader: StoreReader
    ) throws {
        constraints = SelectionConstraints()
        if let sites = request.sites { constraints.count = request.model == .lscp ? .atMost(sites) : .exactly(sites) }
        constraints.budget = try request.budget.map { try Self.budget($0, ground) }
        constraints.minimumSeparation = request.minimumSeparation
        constraints.groups = try request.groups.map { try Self.limit($0, ground, reader) }
        if request.filter != nil || !request.within.isEmpty || ground.type == nil { noteGroups(request, ground) }
        let known = Set(ground.candidates.map(\.id))
        for name in request.include {
            let id = try candidate(name, ground, reader)
            guard known.contains(id) else { throw Self.noCandidate(name) }
            constraints.include.append(id)
        }
        for name in request.exclude {
            let id = try candidate(name, ground, reader)
            // What is no candidate is excluded already.
            if known.contains(id) {
                guard !constraints.include.contains(id) else {
                    throw GeodataError(
                        .invalidRequest, "\(name) is both included and excluded.",
                        remedy: "Take it out of one of the two.")
                }
                constraints.exclusions.append(Exclusion(reason: "your exclusion", candidates: [id]))
            }
        }
        if request.excludesActiveInitiatives || request.excludesAnyInitiative {
            let onlyActive = !request.excludesAnyInitiative
            if onlyActive { notes.append(initiatives.datesNote) }
            let touched = ground.candidates.indices.filter { index in
                let place = ground.places[index]
                return (place.area ?? place.district).map { initiatives.touches($0.code, onlyActive: onlyActive) }
                    ?? false
            }
            constraints.exclusions.append(
                Exclusion(
                    reason: onlyActive ? "an active initiative" : "an initiative, past or present",
                    candidates: touched.map { ground.candidates[$0].id }))
        }
        if request.groups.contains(where: { $0.kind == "icb" }), ground.type != nil {
            notes.append(
                Note(.straddles, "Areas that lie in several ICBs count in the one that holds most of them (best fit)."))
        }
    }

    /// Says in how many groups candidates are: a limit for each group is none for those without candidates.
    private mutating func noteGroups(_ request: SelectionRequest, _ ground: CandidateGround) {
        for limit in request.groups where limit.group == nil {
            let count = Set(ground.candidates.flatMap { $0.groups[limit.kind] ?? [] }).count
            notes.append(
                Note(
                    .selection,
                    "Limits for each \(limit.kind) hold for the \(count) in which there are candidates."))
        }
    }

    /// The candidate that a person means.
    private mutating func candidate(_ name: String, _ ground: CandidateGround, _ reader: StoreReader) throws -> String {
        if ground.candidates.contains(where: { $0.id == name }) { return name }
        guard let type = ground.type else {
            let folded = AreaName.key(name)
            let found = ground.candidates.indices.filter {
                AreaName.key(ground.candidates[$0].id) == folded
                    || AreaName.key(ground.places[$0].name) == folded
            }
            guard found.count == 1 else { throw Self.noCandidate(name) }
            return ground.candidates[found[0]].id
        }
        let match = try AreaDirectory(reader: reader).match(name, preferring: [type])
        notes += match.notes
        guard match.area.type == type else {
            throw GeodataError(
                .invalidRequest,
                "\(match.area.name) (\(match.area.code)) is a \(match.area.type.label), and candidates are \(type.pluralLabel).",
                remedy: "Name \(type.pluralLabel), or confine the candidates with within.")
        }
        return match.area.code.rawValue
    }

    private static func limit(_ limit: GroupLimit, _ ground: CandidateGround, _ reader: StoreReader) throws
        -> GroupLimit
    {
        guard let group = limit.group, ground.candidates.allSatisfy({ !($0.groups[limit.kind] ?? []).contains(group) }),
            AreaType.known.map(\.rawValue).contains(limit.kind)
        else { return limit }
        var limit = limit
        limit.group = try AreaDirectory(reader: reader).match(group, preferring: [AreaType.named(limit.kind)]).area.name
        return limit
    }

    /// Refuses a budget that pays for nothing: no sites are no answer.
    private static func budget(_ budget: Double, _ ground: CandidateGround) throws -> Double {
        let costs = ground.candidates.compactMap(\.cost)
        guard let least = costs.min(), budget >= 0, budget < least, costs.count == ground.candidates.count else {
            return budget
        }
        throw GeodataError(
            .invalidRequest,
            "A budget of \(NumberWords.number(budget)) pays for no site: the cheapest costs \(NumberWords.number(least)).",
            remedy: "Raise the budget, or look at what \(ground.cost ?? "cost") counts.")
    }

    private static func noCandidate(_ name: String) -> GeodataError {
        GeodataError(
            .invalidRequest, "\"\(name)\" is not among the candidates.",
            remedy: "Name one candidate by its code or identifier, or widen the filter on candidates.")
    }
}
