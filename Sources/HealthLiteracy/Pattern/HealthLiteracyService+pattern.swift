import GeographyModel
import RankInference
import SpatialStore

extension HealthLiteracyService {
    /// Measures how figures lie in space (Moran's I, local Moran, on queen contiguity of the full boundaries) and over
    /// deprivation (slope, relative and concentration index).
    ///
    /// - Throws: As ``rank(_:)``; ``GeodataError`` `noFigures` where fewer than three areas have figure and boundary, or
    ///   all figures are equal; `invalidRequest` for a number of permutations that cannot be run.
    public func pattern(_ query: PatternQuery) async throws -> SpatialPattern {
        guard (99...99_999).contains(query.permutations) else {
            throw GeodataError(
                .invalidRequest, "\(query.permutations) permutations cannot be run.",
                remedy: "Ask for 99 to 99999; 999 are usual.")
        }
        return try await store.read { reader in
            var everywhere = query.ranking
            (everywhere.selection, everywhere.measure, everywhere.benchmark) = (.all, .percent, nil)
            let ranking = try Self.rank(everywhere, on: today, reader: reader)
            let values = Dictionary(
                uniqueKeysWithValues: ranking.areas.compactMap { area in
                    area.estimate.value.map { (area.area.code, $0) }
                })
            let ground = try AreaNeighbours(of: ranking.areaType, among: Set(values.keys), reader)
            guard ground.codes.count >= 3 else {
                throw GeodataError(
                    .noFigures, "\(ground.codes.count) areas with figure and boundary have no pattern.",
                    remedy: "Widen --within, or bring boundaries in with 'hlgeo import boundaries'.")
            }
            let figures = ground.codes.map { values[$0] ?? 0 }
            let moran = try MoransI(
                values: figures, neighbours: ground.neighbours, permutations: query.permutations, seed: query.seed)
            let local = try LocalMoran.statistics(
                values: figures, neighbours: ground.neighbours, permutations: query.permutations, seed: query.seed)
            let areas = Dictionary(uniqueKeysWithValues: ranking.areas.map { ($0.area.code, $0.area) })
            let places = ground.codes.indices.compactMap { place in
                areas[ground.codes[place]].map {
                    SpatialPattern.Place(
                        area: $0, value: figures[place], neighbourCount: ground.neighbours[place].count,
                        local: local[place])
                }
            }.sorted { ($0.local.pValue ?? 1, $0.area.code) < ($1.local.pValue ?? 1, $1.area.code) }
            let inequality = try Self.inequality(ranking, query: query, reader)
            return SpatialPattern(
                indicator: ranking.indicator, edition: ranking.edition, scope: ranking.scope,
                areaType: ranking.areaType, moran: moran, seed: query.seed, places: places, inequality: inequality,
                notes: Self.patternNotes(ranking, moran, hasInequality: inequality != nil, query))
        }
    }

    private static func inequality(
        _ ranking: Ranking, query: PatternQuery, _ reader: StoreReader
    ) throws -> SpatialPattern.OverDeprivation? {
        guard let covariate = try reader.covariates().first(where: { $0.id == query.deprivation }) else {
            throw GeodataError(
                .invalidRequest, "There is no characteristic \"\(query.deprivation)\".",
                remedy: "Use imd2025_avg_score or imd2019_avg_score.")
        }
        let scores = try reader.covariateValues(of: covariate.id)
        let areas = ranking.areas.filter { scores[$0.area.code] != nil && ($0.population ?? 0) > 0 }
        guard areas.count > 2 else { return nil }
        let scale = try DeprivationScale(
            deprivation: areas.map { scores[$0.area.code] ?? 0 }, population: areas.map { $0.population ?? 0 })
        let chosen = try reader.editions(of: ranking.indicator.id).first { $0.edition.id == ranking.edition.id }
        let hierarchy = try AreaHierarchy(reader, including: [ranking.areaType])
        let draws = try chosen.flatMap { try EditionDraws($0, hierarchy: hierarchy, reader: reader) }
        return SpatialPattern.OverDeprivation(
            covariate: covariate, value: scale.inequality(of: areas.map { $0.estimate.value ?? 0 }),
            interval: try draws?.matrix(of: areas.map(\.area.code)).map { scale.inequality(of: $0) })
    }

    private static func patternNotes(
        _ ranking: Ranking, _ moran: MoransI, hasInequality: Bool, _ query: PatternQuery
    ) -> [Note] {
        var notes: [Note] = []
        if ranking.edition.isModelled {
            notes.append(
                Note(
                    .inheritedPattern,
                    "The figures come from a model of who lives where: their pattern and their inequality are those of the census and of deprivation, and say nothing of health literacy that these do not."
                ))
        }
        notes.append(
            Note(
                .inheritedPattern,
                "No allowance is made for testing many areas: of 100 areas without any pattern, about 5 would be named."
            ))
        if moran.islandCount > 0 {
            notes.append(
                Note(
                    .inheritedPattern,
                    "\(moran.islandCount) areas adjoin no other; they count in the mean and are in no cluster."))
        }
        if !hasInequality {
            notes.append(
                Note(.areasWithoutFigure, "No inequality: the areas have no \(query.deprivation), or no people."))
        }
        return notes + ranking.notes.filter { ![.rankInterval, .benchmark].contains($0.code) }
    }
}
