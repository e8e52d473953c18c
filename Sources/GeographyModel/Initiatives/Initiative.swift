/// Work in some places that tries to improve health literacy: a pilot, a hub, a training programme.
public struct Initiative: Hashable, Sendable {
    /// How far an initiative reaches.
    public enum Coverage: String, CaseIterable, Sendable {
        /// The whole of each of its areas, and so of all that lies in them.
        case whole
        /// A town or a neighbourhood in its areas.
        case part
        /// One institution, such as a prison: it stands in an area but serves none of it.
        case site
        /// The source does not say where.
        case unknown
    }

    /// A stable identifier made from the name.
    public var id: String
    /// The name.
    public var name: String
    /// The programme that it belongs to.
    public var programme: String?
    /// Who ran it.
    public var organisation: String?
    /// The place in the source's words.
    public var place: String?
    /// The level in the source's words, such as `county`.
    public var placeLevel: String
    /// How far it reaches.
    public var coverage: Coverage
    /// Its areas, at its own level: a county pilot names the county, not its districts.
    public var areas: [AreaCode]
    /// A point for it, CRS84, where the source gives one.
    public var point: Position?
    /// When it began, in the source's words.
    public var start: PartialDate?
    /// When it ended or will end, in the source's words.
    public var end: PartialDate?
    /// What it does.
    public var summary: String?
    /// The page that says so.
    public var sourceAddress: String?
    /// Remarks on how the entry was read.
    public var remark: String?

    /// Makes an initiative.
    public init(
        id: String, name: String, programme: String? = nil, organisation: String? = nil, place: String? = nil,
        placeLevel: String, coverage: Coverage, areas: [AreaCode], point: Position? = nil, start: PartialDate? = nil,
        end: PartialDate? = nil, summary: String? = nil, sourceAddress: String? = nil, remark: String? = nil
    ) {
        self.id = id
        self.name = name
        self.programme = programme
        self.organisation = organisation
        self.place = place
        self.placeLevel = placeLevel
        self.coverage = coverage
        self.areas = areas
        self.point = point
        self.start = start
        self.end = end
        self.summary = summary
        self.sourceAddress = sourceAddress
        self.remark = remark
    }
}
