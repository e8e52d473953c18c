import GeographyModel
import SiteSelection
import SourceReaders
import SpatialStore

/// Everything that a selection needs, read from one state of the store, so that it can be solved without it.
struct SelectionGround: Sendable {
    /// What was asked.
    let request: SelectionRequest
    /// The day on which initiatives count as active.
    let day: CalendarDay
    /// The problem to solve.
    let problem: SelectionProblem
    /// Who should be reached.
    let demand: DemandGround
    /// Where sites can be.
    let candidates: CandidateGround
    /// The figures by code, in order of need, of the candidates' level (of districts, for places of a file).
    let figures: [AreaCode: RankedArea]
    /// How many areas are ranked.
    let rankedCount: Int
    /// What is going on already.
    let initiatives: InitiativeGround
    /// What comparators are matched on; `nil` where none are wanted or none can be.
    let comparators: ComparatorGround?
    /// The part of the country, in words.
    let scope: String
    /// What the selection rests on.
    let sources: [SelectionReport.Source]
    /// Who must be named.
    let attribution: String
    /// What the reader must know.
    let notes: [Note]

    /// Reads the ground.
    ///
    /// - Throws: ``GeodataError`` as ``HealthLiteracyService/select(_:inputs:effort:)``.
    init(_ request: SelectionRequest, _ files: SelectionFiles, day: CalendarDay, _ reader: StoreReader) throws {
        self.request = request
        self.day = day
        let levels = [request.level, request.demandLevel].compactMap(\.self).map(AreaType.named)
        let hierarchy = try AreaHierarchy(reader, including: levels)
        let scope = try AreaScope(request.within, reader: reader, hierarchy: hierarchy)
        let needsPositions = files.matrix == nil
        demand =
            try files.demand.map {
                try DemandGround(file: $0, request, needsPositions: needsPositions, scope: scope, reader)
            } ?? DemandGround(areas: request, scope: scope, hierarchy: hierarchy, day: day, reader)
        let chosen = try Self.edition(request, files, demand, reader)
        candidates =
            try files.candidates.map {
                try CandidateGround(
                    file: $0, request, needsPositions: needsPositions, scope: scope, hierarchy: hierarchy, reader)
            } ?? CandidateGround(areas: request, figures: chosen, scope: scope, hierarchy: hierarchy, day: day, reader)
        initiatives = try InitiativeGround(hierarchy: hierarchy, day: day, reader)
        let wishes = try SelectionWishes(request, candidates, initiatives, reader)
        let matrix = try files.matrix.map { try TravelMatrix($0) }
        problem = try SelectionProblem(
            demand: demand.points, candidates: candidates.candidates,
            distances: try Self.distances(request, demand, candidates, matrix, reader),
            model: request.selectionModel, constraints: wishes.constraints)
        try Self.requireReach(problem)
        try Self.requireCurve(request, candidates.candidates.count)
        var ranking: Ranking?
        if let chosen {
            ranking = try HealthLiteracyService.rank(
                RankingQuery(
                    indicator: chosen.indicator.id, edition: chosen.edition.id, areaType: candidates.type ?? .district),
                on: day, reader: reader)
        }
        figures = Dictionary(uniqueKeysWithValues: (ranking?.areas ?? []).map { ($0.area.code, $0) })
        rankedCount = ranking?.rankedCount ?? 0
        var comparators: ComparatorGround?
        if request.comparators > 0 {
            // A place of a file is compared by its district.
            comparators = try ComparatorGround(
                of: candidates.type ?? .district, request, initiatives: initiatives, hierarchy: hierarchy, reader)
        }
        self.comparators = comparators
        self.scope = candidates.file ?? scope.description
        sources = try Self.sources(demand.chosen ?? chosen, reader)
        attribution = try Attribution.text(reader)
        // Figures of places are told beside demand that is none of theirs.
        let told = Set(demand.notes.map(\.code))
        let ofFigures = demand.about.indicator == nil ? ranking?.notes ?? [] : []
        notes =
            scope.notes + wishes.notes + demand.notes + candidates.notes + (matrix?.notes ?? [])
            + (matrix?.gaps(problem) ?? [])
            + ofFigures.filter { Self.aboutFigures.contains($0.code) && !told.contains($0.code) }
    }

    /// The notes on figures that a reader of a selection needs.
    private static let aboutFigures: Set<Note.Code> = [
        .polarity, .use, .expectedValue, .notForEvaluation, .noLocalFactors, .benchmarked,
    ]

    /// The edition whose figures are told of candidates; that of the demand where it has figures for their level.
    private static func edition(
        _ request: SelectionRequest, _ files: SelectionFiles, _ demand: DemandGround, _ reader: StoreReader
    ) throws -> RecordedEdition? {
        let type = files.candidates == nil ? AreaType.named(request.level) : .district
        if let chosen = demand.chosen, chosen.figureCounts[type] ?? 0 > 0 { return chosen }
        do {
            return try EditionChoice.choose(
                indicator: request.indicator, edition: files.demand == nil ? nil : request.edition, for: type,
                reader: reader)
        } catch let error as GeodataError where [.noFigures, .storeEmpty].contains(error.code) { return nil }
    }

    private static func distances(
        _ request: SelectionRequest, _ demand: DemandGround, _ candidates: CandidateGround, _ matrix: TravelMatrix?,
        _ reader: StoreReader
    ) throws -> DistanceTable {
        let limit = request.selectionModel.serviceDistance
        if let matrix {
            return try matrix.table(
                demand: demand.points.map(\.id), candidates: candidates.candidates.map(\.id), limit: limit)
        }
        let (starts, ends) = (demand.points.compactMap(\.position), candidates.candidates.compactMap(\.position))
        switch request.measure {
        case .geodesic: return try .geodesic(from: starts, to: ends, limit: limit)
        case .projected:
            return try .planar(
                from: reader.projected(starts, to: .epsg27700), to: reader.projected(ends, to: .epsg27700),
                limit: limit)
        }
    }

    /// Refuses a curve that begins beyond the candidates.
    private static func requireCurve(_ request: SelectionRequest, _ count: Int) throws {
        guard let first = request.curveFrom, first > count else { return }
        throw GeodataError(
            .invalidRequest, "The curve begins with \(first) sites, but there are only \(count) candidates.",
            remedy: "Begin with fewer.")
    }

    /// Refuses maximal covering where no site would cover anybody: any sites would be as good.
    private static func requireReach(_ problem: SelectionProblem) throws {
        guard case .maximalCovering(let reach) = problem.model,
            !problem.demand.indices.contains(where: {
                problem.demand[$0].weight > 0 && problem.distances.reaches($0, within: reach)
            })
        else { return }
        throw GeodataError(
            .invalidRequest, "No demand point has a candidate within the service distance.",
            remedy: "Choose a longer distance, or check that demand and candidates are in the same part of the country."
        )
    }

    private static func sources(_ chosen: RecordedEdition?, _ reader: StoreReader) throws -> [SelectionReport.Source] {
        var used = chosen.map { [$0.source] } ?? []
        used += try reader.sources().filter { source in
            !used.contains { $0.id == source.id } && source.attribution != nil
        }
        return used.map {
            SelectionReport.Source(title: $0.title, publisher: $0.publisher, licence: $0.licence, address: $0.address)
        }
    }
}

extension SelectionRequest {
    /// The model with its service distance.
    var selectionModel: SelectionModel {
        switch model {
        case .mclp: .maximalCovering(serviceDistance: distance ?? 0)
        case .lscp: .setCovering(serviceDistance: distance ?? 0)
        case .pMedian: .pMedian
        case .pCenter: .pCenter
        }
    }
}

/// The files that a selection was asked with, in memory.
struct SelectionFiles: Sendable {
    let demand: InputFile?
    let candidates: InputFile?
    let matrix: InputFile?

    /// Reads them.
    init(_ inputs: SelectionInputs) throws {
        demand = try inputs.demand?.read()
        candidates = try inputs.candidates?.read()
        matrix = try inputs.matrix?.read()
    }
}
