/// How well comparators resemble sites, covariate by covariate.
public struct BalanceTable: Sendable {
    /// One covariate.
    public struct Row: Sendable {
        /// Its name.
        public var name: String
        /// The mean over the sites.
        public var siteMean: Double
        /// The mean over the comparators.
        public var comparatorMean: Double
        /// The absolute difference of the means in standard deviations.
        public var difference: Double
        /// Whether the difference is below ``BalanceTable/limit``.
        public var isGood: Bool { difference < BalanceTable.limit }
    }

    /// What the differences are divided by.
    public enum Spread: String, Sendable {
        /// The standard deviation of the sites.
        case sites
        /// That of all areas, because fewer than 5 sites have no spread to speak of.
        case allAreas = "all areas"
    }

    /// Differences below this are good (de Vocht and others 2016).
    public static let limit = 0.20

    /// The covariates, in the order of the table.
    public let rows: [Row]
    /// What the differences are divided by.
    public let spread: Spread

    /// The average standardised absolute mean difference (ASAM; McCaffrey, Ridgeway and Morral 2004, *Propensity score
    /// estimation with boosted regression*, Psychological Methods 9): the mean of the differences.
    public var average: Double { rows.reduce(0) { $0 + $1.difference } / Double(max(1, rows.count)) }
    /// Whether the average is below ``limit``.
    public var isGood: Bool { average < Self.limit }

    /// Compares the means of two groups of areas, by their rows of the covariates.
    init(sites: [Int], comparators: [Int], covariates: CovariateTable) {
        let spread: Spread = sites.count >= 5 ? .sites : .allAreas
        self.spread = spread
        rows = covariates.names.enumerated().map { column, name in
            let ours = sites.map { covariates.values[$0][column] }
            let theirs = comparators.map { covariates.values[$0][column] }
            let siteMean = ours.reduce(0, +) / Double(ours.count)
            let comparatorMean = theirs.reduce(0, +) / Double(theirs.count)
            var deviation = covariates.deviations[column]
            if spread == .sites {
                let squares = ours.reduce(0) { $0 + ($1 - siteMean) * ($1 - siteMean) }
                let own = (squares / Double(ours.count - 1)).squareRoot()
                if own > 0 { deviation = own }
            }
            return Row(
                name: name, siteMean: siteMean, comparatorMean: comparatorMean,
                difference: abs(siteMean - comparatorMean) / deviation)
        }
    }
}
