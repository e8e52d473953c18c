/// How many sites there may be.
public enum SiteCount: Hashable, Sendable {
    /// As many as the other constraints leave room for.
    case any
    /// This many, neither more nor fewer.
    case exactly(Int)
    /// This many or fewer.
    case atMost(Int)

    /// The greatest number that is allowed; `nil` where there is none.
    var maximum: Int? {
        switch self {
        case .any: nil
        case .exactly(let count), .atMost(let count): count
        }
    }
}

/// How many sites each group of a kind may have, such as at least 1 in every region.
public struct GroupLimit: Codable, Hashable, Sendable {
    /// The kind of group, as candidates name it: `region`.
    public var kind: String
    /// The one group that is meant; `nil` means each group of the kind that a candidate is in.
    public var group: String?
    /// The least number of sites.
    public var minimum: Int
    /// The greatest number of sites; `nil` for no limit.
    public var maximum: Int?

    /// Makes a limit.
    public init(kind: String, group: String? = nil, minimum: Int = 0, maximum: Int? = nil) {
        self.kind = kind
        self.group = group
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Reads a limit; without a minimum it is 0.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(String.self, forKey: .kind)
        group = try values.decodeIfPresent(String.self, forKey: .group)
        minimum = try values.decodeIfPresent(Int.self, forKey: .minimum) ?? 0
        maximum = try values.decodeIfPresent(Int.self, forKey: .maximum)
    }
}

/// Candidates that may not become sites, with the reason.
public struct Exclusion: Hashable, Sendable {
    /// Why, as it reads after "because of": `an active initiative`.
    public var reason: String
    /// The candidates, by identifier.
    public var candidates: [String]

    /// Makes an exclusion.
    public init(reason: String, candidates: [String]) {
        self.reason = reason
        self.candidates = candidates
    }
}

/// What every set of sites must meet.
public struct SelectionConstraints: Hashable, Sendable {
    /// How many sites.
    public var count: SiteCount
    /// The most that all sites together may cost; every candidate then needs a cost.
    public var budget: Double?
    /// Limits for groups of candidates.
    public var groups: [GroupLimit]
    /// The least distance between two sites, in metres; every candidate then needs a position.
    public var minimumSeparation: Double?
    /// Candidates that must be sites, by identifier.
    public var include: [String]
    /// Candidates that must not.
    public var exclusions: [Exclusion]

    /// Makes constraints.
    public init(
        count: SiteCount = .any, budget: Double? = nil, groups: [GroupLimit] = [], minimumSeparation: Double? = nil,
        include: [String] = [], exclusions: [Exclusion] = []
    ) {
        self.count = count
        self.budget = budget
        self.groups = groups
        self.minimumSeparation = minimumSeparation
        self.include = include
        self.exclusions = exclusions
    }
}
