/// How the figures of a map are put into classes.
package enum ClassBreaks: Sendable {
    /// Classes of as nearly as possible the same number of areas; areas of equal figures are never torn apart, so there
    /// may be fewer classes.
    case quantiles(Int)
    /// Classes by their upper bounds, which belong to them. Figures above the greatest bound form one class more.
    case upperBounds([Double])

    /// The classes of `values`, lowest first; those that are not finite are left out.
    package func classes(of values: [Double]) -> [ValueClass] {
        let sorted = values.filter(\.isFinite).sorted()
        guard let least = sorted.first, let greatest = sorted.last else { return [] }
        switch self {
        case .quantiles(let number):
            let wanted = min(max(number, 1), sorted.count)
            // The k-th upper bound is the figure below which k/n of all lie, the inverse of the empirical distribution
            // function (definition 1 of Hyndman and Fan, The American Statistician 50 (1996) 361–365).
            let bounds = (1...wanted).map { sorted[(sorted.count * $0 + wanted - 1) / wanted - 1] }
            return Self.classes(of: sorted, upperBounds: bounds).compactMap { range in
                guard range.count > 0 else { return nil }
                return range
            }
        case .upperBounds(let bounds):
            var bounds = bounds.filter(\.isFinite)
            if bounds.max().map({ $0 < greatest }) ?? true { bounds.append(greatest) }
            var classes = Self.classes(of: sorted, upperBounds: bounds)
            for place in classes.indices {
                classes[place].shownLower =
                    place == 0 ? min(least, classes[0].upperBound) : classes[place - 1].upperBound
                classes[place].shownUpper = classes[place].upperBound
            }
            return classes
        }
    }

    private static func classes(of sorted: [Double], upperBounds: [Double]) -> [ValueClass] {
        var start = 0
        return Set(upperBounds).sorted().map { bound in
            let end = sorted[start...].firstIndex { $0 > bound } ?? sorted.count
            defer { start = end }
            let members = sorted[start..<end]
            return ValueClass(
                upperBound: bound, count: members.count, shownLower: members.first ?? bound,
                shownUpper: members.last ?? bound)
        }
    }
}

/// A class of figures on a map.
package struct ValueClass: Sendable, Equatable {
    /// The greatest figure that belongs to it.
    package var upperBound: Double
    /// How many areas it has.
    package var count: Int
    /// Where the legend says that it begins: its least figure, or the bound of the class before.
    package var shownLower: Double
    /// Where the legend says that it ends: its greatest figure, or its bound.
    package var shownUpper: Double
}
