/// A characteristic of areas that figures rest on or are read beside, such as residents aged 16 to 64.
public struct Covariate: Hashable, Sendable {
    /// The stable identifier, such as `pop_16_64`.
    public var id: String
    /// What it is, in a few words.
    public var title: String
    /// The unit: `people`, `percent`, `score`.
    public var unit: String

    /// Makes a covariate.
    public init(id: String, title: String, unit: String) {
        self.id = id
        self.title = title
        self.unit = unit
    }
}
