import RankInference

/// How figures are divided into classes, the same for maps and exports.
public enum ClassMethod: String, CaseIterable, Sendable {
    /// Groups of about equal size by the rule of Fingertips, as in the groups of need (``QuantileGroup``).
    case quantile
    /// Classes of the same width.
    case equal
    /// Classes whose figures differ least from their means (Fisher 1958, Jenks).
    case fisherJenks = "fisher-jenks"

    /// The greatest figure of each class, ascending; fewer than `count` where figures coincide.
    ///
    /// - Parameters:
    ///   - values: The figures.
    ///   - count: How many classes are wanted.
    ///   - isHighWorse: Whether high figures mean greater need: groups of equal size are counted from that end.
    func upperBounds(of values: [Double], count: Int, isHighWorse: Bool) -> [Double] {
        switch self {
        case .quantile:
            let groups = QuantileGroup.groups(descending: isHighWorse ? values : values.map { -$0 }, groups: count)
            let greatest = Dictionary(zip(groups, values), uniquingKeysWith: max)
            return greatest.values.sorted()
        case .equal: return ClassScheme.equalIntervals(count).upperBounds(of: values)
        case .fisherJenks: return ClassScheme.fisherJenks(count).upperBounds(of: values)
        }
    }
}
