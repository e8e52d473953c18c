/// Something that a reader must know to use a figure rightly; it travels with every answer, as data.
public struct Note: Codable, Hashable, Sendable {
    /// What the note is about. The raw value is stable and documented, so that programs can act on it.
    public enum Code: String, Codable, CaseIterable, Sendable {
        /// Which direction is bad.
        case polarity
        /// The figure is an expected value for the people who live there, not a measurement of the place.
        case expectedValue = "expected-value"
        /// The figure does not measure a pilot's effect, nor a trend.
        case notForEvaluation = "not-for-evaluation"
        /// Editions differ in ages and census and are not comparable with one another.
        case editionsNotComparable = "editions-not-comparable"
        /// The edition gives no interval, so none is shown.
        case noInterval = "no-interval"
        /// Other editions have figures for as many areas.
        case otherEditions = "other-editions"
        /// What the intervals on ranks hold.
        case rankInterval = "rank-interval"
        /// Ranks and groups count all areas of the level, not only those that were asked for.
        case rankAmongAll = "rank-among-all"
        /// What areas are compared with, and how.
        case benchmark
        /// The model makes no allowance for local factors that it cannot see.
        case noLocalFactors = "no-local-factors"
        /// All areas together were shifted to a stated figure.
        case benchmarked
        /// Figures that come from a model inherit the spatial pattern of what it is computed from.
        case inheritedPattern = "inherited-pattern"
        /// What a computed change of margins does not say.
        case notAnEffect = "not-an-effect"
        /// Some areas have no figure in this edition.
        case areasWithoutFigure = "areas-without-figure"
        /// An old code or name was read as its successor.
        case resolved
        /// A name that several areas bear was read as one of them.
        case ambiguousName = "ambiguous-name"
        /// An area lies in several parents.
        case straddles
        /// The number of people is derived from a population that is not the edition's own.
        case peopleDerived = "people-derived"
        /// Few people live in the area.
        case smallBase = "small-base"
        /// Whether an initiative is active rests on dates that its source leaves open.
        case openDates = "open-dates"
        /// Initiatives that cover the whole country were left out of account.
        case nationwideInitiatives = "nationwide-initiatives"
        /// Coordinates are not longitude and latitude.
        case coordinates
        /// Features without a position cannot meet a condition on places.
        case withoutPosition = "without-position"
        /// The answer goes on after this page.
        case nextPage = "next-page"
        /// From where distances are measured, and in what.
        case distances
        /// How sites were selected, and what was left out of account.
        case selection
        /// The selection was stopped before it was proven to be the best.
        case notProven = "not-proven"
        /// What comparators are, and that they are reserved.
        case comparators
        /// How a file that came with the request was read.
        case fileRead = "file-read"
        /// What the indicator may be used for.
        case use
    }

    /// What the note is about.
    public var code: Code
    /// The sentence for people.
    public var text: String

    /// Makes a note.
    public init(_ code: Code, _ text: String) {
        self.code = code
        self.text = text
    }
}
