/// How figures are put into classes, for a map or an export.
public enum ClassScheme: Hashable, Sendable {
    /// Classes of as nearly as possible the same number of figures.
    ///
    /// The k-th bound is the least figure that k ÷ classes of all do not exceed (type 1 of Hyndman and Fan 1996); equal
    /// figures are never torn apart.
    case quantiles(Int)
    /// Classes of the same width, from the least figure to the greatest. Some may be empty.
    case equalIntervals(Int)
    /// Classes whose figures differ least from their means, in squares: the proven optimum (Fisher 1958, which Jenks brought
    /// to maps).
    case fisherJenks(Int)

    /// The upper bounds of the classes, ascending; a bound belongs to its class, and the last is the greatest figure.
    ///
    /// Figures that are not finite are left out. There are fewer bounds than were asked for where there are fewer
    /// different figures, or quantiles coincide; none where there are no figures.
    public func upperBounds(of values: [Double]) -> [Double] {
        let sorted = values.filter(\.isFinite).sorted()
        guard let least = sorted.first, let greatest = sorted.last else { return [] }
        switch self {
        case .quantiles(let wanted):
            let classes = min(max(wanted, 1), sorted.count)
            return Self.distinct((1...classes).map { sorted[(sorted.count * $0 + classes - 1) / classes - 1] })
        case .equalIntervals(let wanted):
            let classes = max(wanted, 1)
            let inner = (0..<classes - 1).map { least + (greatest - least) * Double($0 + 1) / Double(classes) }
            return Self.distinct(inner + [greatest])
        case .fisherJenks(let wanted):
            return FisherJenks(sorted: sorted).upperBounds(classes: max(wanted, 1))
        }
    }

    private static func distinct(_ ascending: [Double]) -> [Double] {
        ascending.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}
