/// One figure: an area's value in one edition.
public struct Estimate: Hashable, Sendable {
    /// What stands behind the value, or behind its absence.
    public enum Status: String, CaseIterable, Sendable {
        /// The producer published it.
        case published
        /// It was combined here from published figures of areas that merged.
        case combined
        /// It was computed here from a model.
        case modelled
        /// The producer withheld it.
        case suppressed
    }

    /// The area.
    public var area: AreaCode
    /// The value in the indicator's unit; `nil` where it is suppressed.
    public var value: Double?
    /// The lower end of the 95 % interval, in the indicator's unit.
    public var lower: Double?
    /// The upper end of the 95 % interval, in the indicator's unit.
    public var upper: Double?
    /// How many people the value stands for, where the producer says so.
    public var count: Double?
    /// Of how many people, where the producer says so.
    public var denominator: Double?
    /// What stands behind it.
    public var status: Status
    /// A remark on this figure alone.
    public var remark: String?

    /// Makes an estimate.
    public init(
        area: AreaCode, value: Double?, lower: Double? = nil, upper: Double? = nil, count: Double? = nil,
        denominator: Double? = nil, status: Status = .published, remark: String? = nil
    ) {
        self.area = area
        self.value = value
        self.lower = lower
        self.upper = upper
        self.count = count
        self.denominator = denominator
        self.status = status
        self.remark = remark
    }
}
