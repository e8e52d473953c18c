public import GeographyModel
import SpatialStore

/// A selection as a map draws it: sites, whom they reach, and the areas that they are compared with.
///
/// ```swift
/// var query = MapQuery(ranking: RankingQuery())
/// query.selection = SelectionLayer(report)
/// let svg = try await service.map(query)
/// ```
public struct SelectionLayer: Hashable, Sendable {
    /// A place of the selection.
    public struct Place: Hashable, Sendable {
        /// Its code or identifier.
        public var id: String
        /// What it is called.
        public var name: String
        /// The identifier of the site that it belongs to; `nil` for a site, and for demand that no site reaches.
        public var site: String?
        /// Where it lies, CRS84; `nil` where that is not known.
        public var position: Position?

        /// Names a place.
        public init(id: String, name: String, site: String? = nil, position: Position? = nil) {
            self.id = id
            self.name = name
            self.site = site
            self.position = position
        }
    }

    /// One line that says what was selected; `nil` where the file does not.
    public var title: String?
    /// The indicator that the demand rests on; `nil` where it is none, or the file does not say.
    public var indicator: String?
    /// The edition that the demand rests on.
    public var edition: String?
    /// The level of geography of the candidates, such as `district`; `nil` where they are places of a file, or unknown.
    public var level: String?
    /// The parts of the country that it was made for; empty for all.
    public var within: [String] = []
    /// The sites, in the order of their numbers.
    public var sites: [Place]
    /// The comparators of all sites.
    public var comparators: [Place]
    /// The demand points.
    public var catchments: [Place]

    /// Makes a layer.
    public init(sites: [Place], comparators: [Place] = [], catchments: [Place] = []) {
        self.sites = sites
        self.comparators = comparators
        self.catchments = catchments
    }

    /// The layer of a selection.
    public init(_ report: SelectionReport) {
        self.init(
            sites: report.sites.map { Place(id: $0.id, name: $0.name, position: Position($0.longitude, $0.latitude)) },
            comparators: (report.comparators?.matches ?? []).flatMap { match in
                match.areas.map { Place(id: $0.id, name: $0.name, site: match.site.id) }
            },
            catchments: report.catchments.map {
                Place(
                    id: $0.id, name: $0.name ?? $0.id, site: $0.site, position: Position($0.longitude, $0.latitude))
            })
        title = report.title
        (indicator, edition, level) = (report.demand.indicator, report.demand.edition, report.candidates.areaType)
        within = report.request.within
        // Places of a file say by where they lie which part of the country to draw.
        let boards = Set(report.sites.compactMap(\.icb?.id))
        if report.candidates.file != nil, within.isEmpty, boards.count <= 8 { within = boards.sorted() }
    }
}

extension Position {
    /// A position where both its coordinates are known.
    init?(_ longitude: Double?, _ latitude: Double?) {
        guard let longitude, let latitude else { return nil }
        self.init(longitude: longitude, latitude: latitude)
    }
}
