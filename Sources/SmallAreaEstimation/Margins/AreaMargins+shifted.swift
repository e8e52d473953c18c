import GeographyModel

extension AreaMargins {
    /// The same area with more people, or fewer, at one level of a factor.
    ///
    /// The other levels of the factor give, or take, in proportion to what they have; other factors stay. This is what
    /// a what-if asks: `margins.shifted(by: 0.05, level: "yes", factor: "level_2_plus")`.
    ///
    /// - Parameters:
    ///   - change: What is added to the proportion, −1…1; five points are 0.05.
    ///   - level: The level that changes.
    ///   - factor: The factor that it belongs to.
    /// - Throws: `invalidRequest` where the factor or level is unknown, or the proportion would leave 0…1.
    public func shifted(by change: Double, level: String, factor: String) throws -> AreaMargins {
        let position = try frame.position(ofLevel: level, factor: factor)
        let range = frame.positions(ofFactor: try frame.factor(named: factor))
        let old = shares[position]
        let others = range.reduce(0) { $1 == position ? $0 : $0 + shares[$1] }
        // What is asked as 95.3 points of 95.3 may miss by a rounding error.
        let new = abs(old + change) < 1e-12 ? 0 : abs(old + change - 1) < 1e-12 ? 1 : old + change
        guard (0...1).contains(new), others > 0 || new == old else {
            throw GeodataError(
                .invalidRequest,
                "The proportion \(old) of \"\(level)\" (\(factor)) in \(area) cannot change by \(change).",
                remedy: "The result must lie between 0 and 1.")
        }
        var changed = shares
        for other in range where other != position && others > 0 { changed[other] *= (1 - new) / others }
        changed[position] = new
        return try AreaMargins(area: area, population: population, frame: frame, shares: changed)
    }
}
