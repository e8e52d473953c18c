public import SiteSelection

/// Which sites to select: the model, the demand, the candidates and everything that limits the choice.
///
/// Distances are in metres, or in the unit of the travel matrix where one is brought.
///
/// ```swift
/// var request = SelectionRequest()
/// request.sites = 10
/// request.distance = 20_000
/// request.groups = [GroupLimit(kind: "region", minimum: 1)]
/// let report = try await service.select(request)
/// ```
public struct SelectionRequest: Codable, Hashable, Sendable {
    /// What makes one set of sites better than another.
    public enum Model: String, Codable, CaseIterable, Sendable {
        /// The most people within the distance of a site; with distance 0 weighted selection.
        case mclp
        /// The fewest sites that have everybody within the distance.
        case lscp
        /// The least sum of people × distance to the nearest site.
        case pMedian = "p-median"
        /// The least greatest distance to the nearest site.
        case pCenter = "p-center"
    }

    /// From where and how distances are measured where no matrix is brought.
    public enum Measure: String, Codable, CaseIterable, Sendable {
        /// On the ellipsoid of WGS 84.
        case geodesic
        /// Straight lines on the British National Grid (EPSG:27700).
        case projected
    }

    /// The model.
    public var model: Model = .mclp
    /// The service distance of the covering models; `nil` is 0 for MCLP.
    public var distance: Double?
    /// How distances are measured.
    public var measure: Measure = .geodesic

    /// Whose figures count; `nil` takes low health literacy, or the indicator of the edition.
    public var indicator: String?
    /// The edition; `nil` takes the one that has figures for most areas.
    public var edition: String?
    /// The level of geography of candidates.
    public var level: String = "district"
    /// The level of geography of demand; `nil` is that of candidates.
    public var demandLevel: String?
    /// A numeric property of areas, or a column of the file of demand, that weighs demand; `nil` takes people with low
    /// health literacy, or the column whose name tells.
    public var demandProperty: String?
    /// Codes or names of areas that candidates and demand must lie in; empty takes all.
    public var within: [String] = []
    /// A condition on candidates, in CQL2 text; only areas have properties to ask for.
    public var filter: String?
    /// A condition on demand, in CQL2 text.
    public var demandFilter: String?

    /// How many sites; `nil` leaves it to the other constraints.
    public var sites: Int?
    /// The most that all sites together may cost.
    public var budget: Double?
    /// A numeric property of areas, or a column of the file of candidates, that says what a site costs.
    public var cost: String?
    /// Limits for groups of candidates, such as regions.
    public var groups: [GroupLimit] = []
    /// The least distance between two sites, in metres on the ellipsoid.
    public var minimumSeparation: Double?
    /// Codes or names of candidates that must be sites.
    public var include: [String] = []
    /// Codes or names of candidates that must not.
    public var exclude: [String] = []
    /// Whether places with an active initiative are left out.
    public var excludesActiveInitiatives = false
    /// Whether places with any initiative, past or present, are left out.
    public var excludesAnyInitiative = false
    /// The day on which initiatives count as active, `YYYY-MM-DD`; `nil` is today.
    public var day: String?

    /// What is best over the posterior draws; `nil` goes by the figures themselves.
    public var robust: RobustCriterion?
    /// Whether to tell how the choice holds over the draws.
    public var stability = false
    /// How many draws are taken for `p10` and for stability.
    public var draws: Int = 100
    /// The least number of sites of the curve; `nil` for no curve.
    public var curveFrom: Int?
    /// The greatest number of sites of the curve.
    public var curveTo: Int?
    /// How many comparators each site gets; 0 for none.
    public var comparators: Int = 2
    /// The characteristics that comparators are matched on; empty takes ``defaultCovariates``.
    public var covariates: [String] = []
    /// Whether to look for the best alternative to each site.
    public var alternatives = true
    /// Seconds for everything together; `nil` for as many as it takes.
    public var timeLimit: Double? = 120

    /// Asks for one site under no other constraint; set what differs.
    public init() {}

    /// What comparators are matched on: who lives in an area and how, never the modelled figure.
    public static let defaultCovariates = [
        "pct_eth_white", "pct_main_language_english_3plus", "pct_econ_employed_16plus", "pct_hh_owned",
        "pct_qual_none_16plus", "pct_qual_level4plus_16plus", "imd2025_avg_score",
    ]
}

extension SelectionRequest {
    /// Reads a request; what it does not say is as in ``init()``.
    public init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        model = try values.decodeIfPresent(Model.self, forKey: .model) ?? model
        distance = try values.decodeIfPresent(Double.self, forKey: .distance)
        measure = try values.decodeIfPresent(Measure.self, forKey: .measure) ?? measure
        indicator = try values.decodeIfPresent(String.self, forKey: .indicator)
        edition = try values.decodeIfPresent(String.self, forKey: .edition)
        level = try values.decodeIfPresent(String.self, forKey: .level) ?? level
        demandLevel = try values.decodeIfPresent(String.self, forKey: .demandLevel)
        demandProperty = try values.decodeIfPresent(String.self, forKey: .demandProperty)
        within = try values.decodeIfPresent([String].self, forKey: .within) ?? within
        filter = try values.decodeIfPresent(String.self, forKey: .filter)
        demandFilter = try values.decodeIfPresent(String.self, forKey: .demandFilter)
        sites = try values.decodeIfPresent(Int.self, forKey: .sites)
        budget = try values.decodeIfPresent(Double.self, forKey: .budget)
        cost = try values.decodeIfPresent(String.self, forKey: .cost)
        groups = try values.decodeIfPresent([GroupLimit].self, forKey: .groups) ?? groups
        minimumSeparation = try values.decodeIfPresent(Double.self, forKey: .minimumSeparation)
        include = try values.decodeIfPresent([String].self, forKey: .include) ?? include
        exclude = try values.decodeIfPresent([String].self, forKey: .exclude) ?? exclude
        excludesActiveInitiatives =
            try values.decodeIfPresent(Bool.self, forKey: .excludesActiveInitiatives) ?? excludesActiveInitiatives
        excludesAnyInitiative =
            try values.decodeIfPresent(Bool.self, forKey: .excludesAnyInitiative) ?? excludesAnyInitiative
        day = try values.decodeIfPresent(String.self, forKey: .day)
        robust = try values.decodeIfPresent(RobustCriterion.self, forKey: .robust)
        stability = try values.decodeIfPresent(Bool.self, forKey: .stability) ?? stability
        draws = try values.decodeIfPresent(Int.self, forKey: .draws) ?? draws
        curveFrom = try values.decodeIfPresent(Int.self, forKey: .curveFrom)
        curveTo = try values.decodeIfPresent(Int.self, forKey: .curveTo)
        comparators = try values.decodeIfPresent(Int.self, forKey: .comparators) ?? comparators
        covariates = try values.decodeIfPresent([String].self, forKey: .covariates) ?? covariates
        alternatives = try values.decodeIfPresent(Bool.self, forKey: .alternatives) ?? alternatives
        if values.contains(.timeLimit) { timeLimit = try values.decodeIfPresent(Double.self, forKey: .timeLimit) }
    }
}
