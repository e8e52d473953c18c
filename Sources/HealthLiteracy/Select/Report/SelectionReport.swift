public import GeographyModel

/// Selected sites with everything that people and programs need to judge and to use them.
///
/// The JSON that ``document`` writes has the properties' names in `snake_case`, and ``init(json:)`` reads it back.
public struct SelectionReport: Codable, Hashable, Sendable {
    /// One line that says what was selected.
    public var title: String
    /// What was asked.
    public var request: SelectionRequest
    /// The day on which initiatives counted as active, `YYYY-MM-DD`.
    public var day: String
    /// Who should be reached.
    public var demand: Demand
    /// Where sites could be.
    public var candidates: Candidates
    /// How far apart the two are.
    public var distances: Distances
    /// How good the selection is, and how sure that is.
    public var result: Result
    /// The sites, in the order of their codes.
    public var sites: [Site]
    /// Each demand point with the site that it belongs to, in the order of their codes.
    public var catchments: [Catchment]
    /// The areas that sites are to be compared with; `nil` where none were asked for or none can be.
    public var comparators: Comparators?
    /// How the choice holds over the draws; `nil` where that was not asked.
    public var stability: Stability?
    /// The best selection for each number of sites; `nil` where that was not asked.
    public var curve: [CurvePoint]?
    /// What the selection rests on.
    public var sources: [Source]
    /// Who must be named where the selection is shown.
    public var attribution: String
    /// What the reader must know.
    public var notes: [Note]
}

extension SelectionReport {
    /// Who should be reached.
    public struct Demand: Codable, Hashable, Sendable {
        /// What is counted, such as `people with low health literacy`.
        public var title: String
        /// The unit of the weights, for the end of a number: `people`.
        public var unit: String
        /// The level of geography; `nil` for points of a file.
        public var areaType: String?
        /// How many demand points there are.
        public var count: Int
        /// Their weight together.
        public var total: Double
        /// The indicator; `nil` where the demand is none.
        public var indicator: String?
        /// The title of the indicator.
        public var indicatorTitle: String?
        /// The edition; `nil` where the demand rests on none.
        public var edition: String?
        /// The title of the edition.
        public var editionTitle: String?
        /// The file, where the demand came from one.
        public var file: String?
    }

    /// Where sites could be.
    public struct Candidates: Codable, Hashable, Sendable {
        /// The level of geography; `nil` for places of a file.
        public var areaType: String?
        /// The part of the country, in words.
        public var scope: String
        /// How many candidates there are.
        public var count: Int
        /// How many of them were excluded.
        public var excluded: Int
        /// What the cost is; `nil` where sites have none.
        public var cost: String?
        /// The file, where the candidates came from one.
        public var file: String?
    }

    /// How far demand and candidates are apart.
    public struct Distances: Codable, Hashable, Sendable {
        /// `geodesic`, `projected` or `matrix`.
        public var kind: String
        /// `metres`, or `units of the matrix`.
        public var unit: String
        /// From and to where, such as `centroids of districts`.
        public var places: String
        /// The service distance; `nil` in models without one.
        public var service: Double?
    }

    /// How good the selection is, and how sure that is.
    public struct Result: Codable, Hashable, Sendable {
        /// The model as the literature calls it: `MCLP`.
        public var model: String
        /// The objective in the model's own terms.
        public var objective: Double
        /// What the objective is, such as `people within 20 km of a site`.
        public var objectiveTitle: String
        /// No set of sites has a better objective than this.
        public var bound: Double
        /// How far the objective may be from the optimum, as a proportion of it.
        public var gap: Double
        /// Whether the objective is proven optimal.
        public var provenOptimal: Bool
        /// Whether these are certainly the first of all sets with this objective.
        public var tieBroken: Bool
        /// Name and version of the solver.
        public var solver: String
        /// Seconds that the search took.
        public var seconds: Double
        /// The weight of demand that has a site within reach.
        public var reached: Double
        /// The same as a proportion 0…1 of all demand.
        public var reachedShare: Double
        /// What the sites cost together; `nil` where they have no cost.
        public var cost: Double?
    }

    /// A demand point and the site that it belongs to.
    public struct Catchment: Codable, Hashable, Sendable {
        /// The code or identifier of the demand point.
        public var id: String
        /// Its name, where it has one.
        public var name: String?
        /// Its weight.
        public var weight: Double
        /// Its nearest site; `nil` where none is within reach.
        public var site: String?
        /// How far that is.
        public var distance: Double?
        /// Degrees east, CRS84; `nil` where nobody knows.
        public var longitude: Double?
        /// Degrees north, CRS84.
        public var latitude: Double?
    }

    /// A file or publication that the selection rests on.
    public struct Source: Codable, Hashable, Sendable {
        /// What it is.
        public var title: String
        /// Who published it.
        public var publisher: String?
        /// The licence, by name.
        public var licence: String
        /// Where it was published.
        public var address: String?
    }
}
