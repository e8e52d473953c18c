public import GeographyModel

/// A place that can become a site.
public struct Candidate: Hashable, Sendable {
    /// The code or name by which the place is known; unique among the candidates. Ties go to the smaller one.
    public var id: String
    /// Where it is, where that is known; a minimum separation needs it.
    public var position: Position?
    /// What a site here costs, at least 0, in the unit of the budget.
    public var cost: Double?
    /// The groups it is in, by kind: `["region": ["North East"]]`. A place that straddles is in several.
    public var groups: [String: [String]]

    /// Makes a candidate.
    public init(id: String, position: Position? = nil, cost: Double? = nil, groups: [String: [String]] = [:]) {
        self.id = id
        self.position = position
        self.cost = cost
        self.groups = groups
    }
}
