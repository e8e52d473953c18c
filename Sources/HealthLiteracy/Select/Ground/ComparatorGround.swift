import GeographyModel
import SiteSelection
import SpatialStore

/// What comparators are matched on: the characteristics of all areas of a level, which of them adjoin one another, and
/// where something is going on already.
struct ComparatorGround: Sendable {
    /// The characteristics.
    let table: CovariateTable
    /// The areas, in the order of the table's rows.
    let areas: [Area]
    /// The region of each.
    let regions: [Area?]
    /// The titles of the characteristics, in the order of the table's columns.
    let titles: [String]
    /// For each area its neighbours, by rows of the table.
    let neighbours: [[Int]]
    /// The areas where an initiative is or was at work.
    let touched: Set<Int>
    /// For each area those that a publisher lists as similar, by rows of the table; `nil` where it has no list.
    let similar: [Set<Int>?]
    /// Where the lists come from; `nil` where there are none.
    let similarSource: String?

    /// Reads the ground; `nil` where the level has no such characteristics.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a characteristic that the store does not have.
    init?(
        of type: AreaType, _ request: SelectionRequest, initiatives: InitiativeGround, hierarchy: AreaHierarchy,
        _ reader: StoreReader
    ) throws {
        let asked = request.covariates.isEmpty ? SelectionRequest.defaultCovariates : request.covariates
        let known = try reader.covariates()
        titles = try asked.map { id in
            guard let covariate = known.first(where: { $0.id == id }) else {
                throw GeodataError(
                    .invalidRequest, "There is no characteristic \"\(id)\" to match comparators on.",
                    remedy: "Known are: \(known.map(\.id).joined(separator: ", ")).")
            }
            return covariate.title
        }
        let columns = try asked.map { try reader.covariateValues(of: $0) }
        areas = try reader.areas(of: type).filter { area in columns.allSatisfy { $0[area.code] != nil } }
        guard areas.count >= 2 || !request.covariates.isEmpty else { return nil }
        let codes = areas.map(\.code)
        table = try CovariateTable(
            ids: codes.map(\.rawValue), names: asked, values: codes.map { code in columns.map { $0[code] ?? 0 } })
        regions = codes.map { hierarchy.bestFit(.region, of: $0) }
        let rows = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
        let adjoining = try AreaNeighbours.remembered(type, reader)
        var neighbours = [[Int]](repeating: [], count: codes.count)
        for (place, code) in adjoining.codes.enumerated() {
            guard let row = rows[code] else { continue }
            neighbours[row] = adjoining.neighbours[place].compactMap { rows[adjoining.codes[$0]] }
        }
        self.neighbours = neighbours
        let lists = try reader.similarAreas(of: type)
        similar = codes.map { code in lists.lists[code].map { Set($0.compactMap { rows[$0] }) } }
        similarSource = lists.source?.title
        touched = Set(codes.indices.filter { initiatives.touches(codes[$0], onlyActive: false) })
    }

    /// The comparators of sites, each with the code of the area that it is or lies in; `nil` where no such area is known.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where there are not enough untouched areas.
    func matched(
        to sites: [(place: SelectionReport.Place, area: AreaCode?)], count: Int
    ) throws -> SelectionReport.Comparators? {
        let rows = sites.compactMap { site in
            areas.firstIndex { $0.code == site.area }.map { (site.place, $0) }
        }
        guard !rows.isEmpty else { return nil }
        let matching = try ComparatorMatching(
            sites: rows.map(\.1), covariates: table, touched: touched, neighbours: neighbours, count: count)
        return SelectionReport.Comparators(
            matches: zip(rows, matching.matches).map { site, match in
                SelectionReport.Comparators.Match(
                    site: site.0, areas: match.comparators.map { described($0, of: match.site) })
            },
            balance: zip(matching.balance.rows, titles).map { row, title in
                SelectionReport.Comparators.Balance(
                    id: row.name, title: title, siteMean: row.siteMean, comparatorMean: row.comparatorMean,
                    difference: row.difference, good: row.isGood)
            },
            asam: matching.balance.average, good: matching.balance.isGood, limit: BalanceTable.limit,
            spread: matching.balance.spread.rawValue, similarAreas: overlap(matching))
    }

    private func described(
        _ comparator: ComparatorMatching.Comparator, of site: Int
    ) -> SelectionReport.Comparators.Comparator {
        let area = areas[comparator.area]
        return SelectionReport.Comparators.Comparator(
            id: area.code.rawValue, name: area.name, region: regions[comparator.area].map(SelectionReport.Place.init),
            distance: comparator.distance, listedAsSimilar: similar[site].map { $0.contains(comparator.area) })
    }

    /// How many comparators are on the lists of similar areas, and how many a random choice among the areas that can be
    /// comparators would put there; `nil` without lists.
    private func overlap(_ matching: ComparatorMatching) -> SelectionReport.Comparators.Overlap? {
        guard let similarSource else { return nil }
        let sites = matching.matches.map(\.site)
        let barred = touched.union(sites).union(sites.flatMap { neighbours[$0] })
        let pool = Set(areas.indices).subtracting(barred)
        var overlap = SelectionReport.Comparators.Overlap(
            listed: 0, total: 0, expectedByChance: 0, source: similarSource)
        for match in matching.matches {
            guard let list = similar[match.site] else { continue }
            overlap.listed += match.comparators.count { list.contains($0.area) }
            overlap.total += match.comparators.count
            overlap.expectedByChance +=
                Double(match.comparators.count * list.intersection(pool).count) / Double(max(1, pool.count))
        }
        return overlap
    }
}

extension SelectionReport.Place {
    /// An area by code and name.
    init(_ area: Area) { self.init(id: area.code.rawValue, name: area.name) }
}
