import GeographyModel

/// For each site the areas that it is to be compared with.
public struct ComparatorMatching: Sendable {
    /// A site with its comparators.
    public struct Match: Hashable, Sendable {
        /// The site, by its row of the covariates.
        public var site: Int
        /// Its comparators, the most alike first.
        public var comparators: [Comparator]
    }

    /// An area that a site is compared with. It is reserved: it must not become a site.
    public struct Comparator: Hashable, Sendable {
        /// The area, by its row of the covariates.
        public var area: Int
        /// How unlike the site it is: the root of the mean squared difference of the standardised covariates.
        public var distance: Double
    }

    /// The matches, in the order of the sites given.
    public let matches: [Match]
    /// How well the comparators as a whole resemble the sites.
    public let balance: BalanceTable

    /// Matches comparators with all sites at once, so that the sum of the distances is the least possible (optimal
    /// matching; Rosenbaum 1989, *Optimal matching for observational studies*, JASA 84).
    ///
    /// - Parameters:
    ///   - sites: The sites, by their rows of the covariates.
    ///   - covariates: What areas are like.
    ///   - touched: Areas where something is going on already; they cannot be comparators.
    ///   - neighbours: The areas next to each area; a neighbour of any site cannot be a comparator, since a pilot may
    ///     spill over.
    ///   - count: How many comparators each site gets.
    /// - Throws: `GeodataError` `invalidRequest` where there are not enough untouched, non-adjacent areas.
    public init(
        sites: [Int], covariates: CovariateTable, touched: Set<Int> = [], neighbours: [[Int]], count: Int = 2
    ) throws {
        guard !sites.isEmpty, count >= 1 else {
            throw GeodataError(
                .invalidRequest, "\(count) comparators for \(sites.count) sites cannot be matched.",
                remedy: "Give at least one site and one comparator for each.")
        }
        precondition(neighbours.count == covariates.ids.count, "Every area has a list of neighbours.")
        let barred = touched.union(sites).union(sites.flatMap { neighbours[$0] })
        let pool = covariates.ids.indices.filter { !barred.contains($0) }
            .sorted { covariates.ids[$0] < covariates.ids[$1] }
        let places = sites.flatMap { repeatElement($0, count: count) }
        guard let columns = AssignmentProblem.solve(places.map { site in pool.map { covariates.distance(site, $0) } })
        else {
            throw GeodataError(
                .invalidRequest,
                "\(sites.count) sites need \(places.count) comparators, but only \(pool.count) areas are untouched and not next to a site.",
                remedy: "Ask for fewer comparators or fewer sites.")
        }
        matches = sites.enumerated().map { number, site in
            let areas = columns[number * count..<(number + 1) * count].map { pool[$0] }
            return Match(
                site: site,
                comparators: areas.map { Comparator(area: $0, distance: covariates.distance(site, $0)) }
                    .sorted { ($0.distance, covariates.ids[$0.area]) < ($1.distance, covariates.ids[$1.area]) })
        }
        balance = BalanceTable(
            sites: sites, comparators: matches.flatMap { $0.comparators.map(\.area) }, covariates: covariates)
    }
}
