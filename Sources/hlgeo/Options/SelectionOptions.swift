public import ArgumentParser
import GeographyModel
public import HealthLiteracy
public import SiteSelection

extension SelectionRequest.Model: ExpressibleByArgument {}
extension RobustCriterion: ExpressibleByArgument {}

/// Who should be reached, from where, and what makes one set of sites better than another.
struct SelectionModelOptions: ParsableArguments {
    @Option(help: "What is best: mclp (most people covered), lscp (fewest sites), p-median or p-center.")
    var model: SelectionRequest.Model = .mclp

    @Option(
        help: "How far people can go, such as 20km or 800m; in the unit of the matrix where one is given (default 0).")
    var distance: String?

    @Flag(help: "Measure straight lines on the British National Grid instead of on the ellipsoid.")
    var projected = false

    @OptionGroup var figures: FigureOptions

    @Option(help: "Level of geography of candidates: district, county, icb, region, or one that you imported.")
    var level: String = "district"

    @Option(help: "Level of geography of demand, such as lsoa (default: that of candidates).")
    var demandLevel: String?

    @Option(help: "A numeric property of areas, or the column of the file, that weighs demand (default: people).")
    var demand: String?

    @Option(help: "A CSV file of demand points: id, lon and lat (or easting and northing), weight, name.")
    var demandFile: String?

    @Option(help: "Only demand that meets this condition, in CQL2.")
    var demandFilter: String?

    @Option(help: "A CSV file of candidate places: id, lon and lat, cost, name, and columns to group by.")
    var candidates: String?

    @Option(help: "Only candidates that meet this condition, in CQL2.")
    var filter: String?

    @Option(help: "A CSV file of distances or travel times: from, to, value, or a row a demand point.")
    var matrix: String?

    /// Writes what was said into a request.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for words that are no distance, and for a unit beside a matrix.
    func apply(to request: inout SelectionRequest) throws {
        request.model = model
        request.distance = try distance.map {
            try matrix == nil ? DistanceOption.metres($0) : DistanceOption.unitless($0)
        }
        request.measure = projected ? .projected : .geodesic
        (request.indicator, request.edition, request.within) = (figures.indicator, figures.edition, figures.within)
        (request.level, request.demandLevel, request.demandProperty) = (level, demandLevel, demand)
        (request.filter, request.demandFilter) = (filter, demandFilter)
    }

    /// The names of the files that are read.
    var files: [String] { [demandFile, candidates, matrix].compactMap(\.self) }

    /// The files that were named.
    var inputs: SelectionInputs {
        SelectionInputs(
            demand: demandFile.map { .path($0) }, candidates: candidates.map { .path($0) },
            matrix: matrix.map { .path($0) })
    }
}

/// What every set of sites must meet.
struct SelectionConstraintOptions: ParsableArguments {
    @Option(help: "How many sites.")
    var sites: Int?

    @Option(help: "The most that all sites together may cost; needs --cost.")
    var budget: Double?

    @Option(help: "A numeric property of areas, or the column of the file of candidates, that says what a site costs.")
    var cost: String?

    @Option(parsing: .singleValue, help: "At least so many sites in each group: region=1, or in one: region:London=2.")
    var minPer: [String] = []

    @Option(parsing: .singleValue, help: "At most so many sites in each group: icb=2.")
    var maxPer: [String] = []

    @Option(help: "The least distance between two sites, such as 20km.")
    var minSeparation: String?

    @Option(parsing: .singleValue, help: "A candidate that must be a site, by code or name; may be repeated.")
    var include: [String] = []

    @Option(parsing: .singleValue, help: "A candidate that must not be a site; may be repeated.")
    var exclude: [String] = []

    @Flag(help: "Leave out places where an initiative is active.")
    var excludeActiveInitiatives = false

    @Flag(help: "Leave out places where any initiative is or was.")
    var excludeAnyInitiative = false

    @OptionGroup var asOf: DayOption

    /// Writes what was said into a request.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for words that are no distance or no limit.
    func apply(to request: inout SelectionRequest) throws {
        (request.sites, request.budget, request.cost) = (sites, budget, cost)
        request.groups =
            try minPer.map { try GroupLimitOption.limit($0, isMinimum: true) }
            + maxPer.map { try GroupLimitOption.limit($0, isMinimum: false) }
        request.minimumSeparation = try minSeparation.map { try DistanceOption.metres($0) }
        (request.include, request.exclude) = (include, exclude)
        request.excludesActiveInitiatives = excludeActiveInitiatives
        request.excludesAnyInitiative = excludeAnyInitiative
        request.day = asOf.day?.description
    }
}

/// What else is to be told of a selection.
struct SelectionDepthOptions: ParsableArguments {
    @Option(help: "What is best over the posterior draws: mean, or p10 (the 10th percentile; much harder).")
    var robust: RobustCriterion?

    @Flag(help: "Tell how often each site is in the optimum over the draws.")
    var stability = false

    @Option(help: "How many draws are taken for p10 and stability.")
    var draws: Int = 100

    @Option(help: "The best selection for each number of sites, such as 1..20.")
    var curve: String?

    @Option(help: "How many comparators each site gets; 0 for none.")
    var comparators: Int = 2

    @Option(help: "What comparators are matched on: characteristics, separated by commas.")
    var covariates: String?

    @Flag(inversion: .prefixedNo, help: "Tell the best alternative to each site.")
    var alternatives = true

    @Option(help: "Seconds for everything together; then the best found is told, and how far it may be from the best.")
    var timeLimit: Double = 120

    /// Writes what was said into a request.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for words that are no curve.
    func apply(to request: inout SelectionRequest) throws {
        (request.robust, request.stability, request.draws) = (robust, stability, draws)
        (request.comparators, request.alternatives, request.timeLimit) = (comparators, alternatives, timeLimit)
        request.covariates =
            try PropertyNames.read(
                covariates, option: "--covariates", example: "pct_eth_white,imd2025_avg_score") ?? []
        guard let curve else { return }
        let ends = curve.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
        guard ends.count == 2, curve.contains(".."), let first = ends[0], let last = ends[1] else {
            throw GeodataError(
                .invalidRequest, "\"\(curve)\" is no range of numbers of sites.", remedy: "Write it like 1..20.")
        }
        (request.curveFrom, request.curveTo) = (first, last)
    }
}
