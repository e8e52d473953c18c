/// How the figures of a map are put into classes: by their upper bounds, which belong to them.
package struct ClassBreaks: Sendable, Equatable {
    /// The greatest figure of each class, ascending. Figures above the last bound form one class more.
    package var upperBounds: [Double]

    /// Takes bounds in any order; those that are not finite and repeats are left out.
    package init(upperBounds: [Double]) { self.upperBounds = Set(upperBounds.filter(\.isFinite)).sorted() }

    /// The classes of `values`, lowest first, those that are not finite left out; none where there are no figures.
    package func classes(of values: [Double]) -> [ValueClass] {
        let sorted = values.filter(\.isFinite).sorted()
        guard let least = sorted.first, let greatest = sorted.last else { return [] }
        var bounds = upperBounds
        if bounds.last.map({ $0 < greatest }) ?? true { bounds.append(greatest) }
        var start = 0
        return bounds.indices.map { place in
            let end = sorted[start...].firstIndex { $0 > bounds[place] } ?? sorted.count
            defer { start = end }
            return ValueClass(
                upperBound: bounds[place], count: end - start,
                lowerBound: place == 0 ? min(least, bounds[0]) : bounds[place - 1], holdsLowerBound: place == 0)
        }
    }
}

/// A class of figures on a map.
package struct ValueClass: Sendable, Equatable {
    /// The greatest figure that belongs to it.
    package var upperBound: Double
    /// How many areas it has.
    package var count: Int
    /// Where it begins: the least figure of all, or the bound of the class before.
    package var lowerBound: Double
    /// Whether the lower bound belongs to it.
    package var holdsLowerBound: Bool
}
