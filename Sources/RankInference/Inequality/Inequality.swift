/// How unequal a figure is over the scale of deprivation.
public struct Inequality: Hashable, Sendable {
    /// The mean over the people, in the indicator's unit.
    public var mean: Double
    /// The slope index: the difference between the most and the least deprived, in the indicator's unit.
    public var slopeIndex: Double
    /// The relative index: the most deprived ÷ the least deprived; `nil` where the line is not positive at both ends.
    public var relativeIndex: Double?
    /// The concentration index, −1…1 for figures that are not negative: below 0 where the figure is greater among the
    /// more deprived; `nil` where the mean is not positive.
    public var concentrationIndex: Double?
}

/// Inequality with intervals, from draws.
public struct InequalityEstimate: Hashable, Sendable {
    /// The slope index, in the indicator's unit.
    public var slopeIndex: IntervalEstimate
    /// The relative index; `nil` where it is undefined in a draw.
    public var relativeIndex: IntervalEstimate?
    /// The concentration index; `nil` where it is undefined in a draw.
    public var concentrationIndex: IntervalEstimate?
}
