public import GeographyModel

/// A place that can become a site.
public struct Candidate: Hashable, Sendable {
    /// The code or name by which the place is known; unique among the candidates. Ties go to the smaller one.
    public var id: String
    /// What people call it, where that says more than the identifier.
    public var name: String?
    /// Where it is, where that is known; a minimum separation needs it.
    public var position: Position?
    /// What a site here costs, at least 0, in the unit of the budget.
    public var cost: Double?
    /// The groups it is in, by kind: `["region": ["North East"]]`. A place that straddles is in several.
    public var groups: [String: [String]]

    /// Makes a candidate.
    public init(
        id: String, name: String? = nil, position: Position? = nil, cost: Double? = nil,
        groups: [String: [String]] = [:]
    ) {
        self.id = id
        self.name = name
        self.position = position
        self.cost = cost
        self.groups = groups
    }

    /// The candidate in a sentence: `Newham (E09000025)`.
    var label: String { name.map { "\($0) (\(id))" } ?? id }
}
