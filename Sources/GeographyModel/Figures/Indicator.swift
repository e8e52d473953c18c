/// Which direction of an indicator is good.
public enum Polarity: String, CaseIterable, Sendable {
    /// A high value is bad: rank 1, the greatest need, is the highest value.
    case lowIsGood = "low-is-good"
    /// A low value is bad: rank 1, the greatest need, is the lowest value.
    case highIsGood = "high-is-good"

    /// The direction in words, for titles and notes.
    public var sentence: String {
        switch self {
        case .lowIsGood: "High is bad: rank 1 is the highest value, the greatest need."
        case .highIsGood: "Low is bad: rank 1 is the lowest value, the greatest need."
        }
    }
}

/// What is measured, and how the figure may be used.
public struct Indicator: Hashable, Sendable {
    /// The stable identifier, such as `low-health-literacy`.
    public var id: String
    /// The name for people.
    public var title: String
    /// The unit, such as `percent`.
    public var unit: String
    /// Which direction is good.
    public var polarity: Polarity
    /// Whose figure it is: the ages that it covers.
    public var ageRange: String?
    /// What is measured, in a sentence.
    public var definition: String
    /// What the figure may not be used for.
    public var cautions: String

    /// Makes an indicator.
    public init(
        id: String, title: String, unit: String, polarity: Polarity, ageRange: String?, definition: String,
        cautions: String
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.polarity = polarity
        self.ageRange = ageRange
        self.definition = definition
        self.cautions = cautions
    }
}
