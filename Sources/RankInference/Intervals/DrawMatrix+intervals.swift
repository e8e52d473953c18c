extension DrawMatrix {
    /// The mean of each area's draws, in the unit of the draws.
    public func means() -> [Double] {
        (0..<areaCount).map { area in
            row(area).reduce(into: 0.0) { $0 += Double($1) } / Double(drawCount)
        }
    }

    /// The quantile of each area's draws at each probability 0…1, interpolated (type 7).
    ///
    /// - Returns: For each area, the quantiles in the order of `probabilities`.
    public func quantiles(_ probabilities: [Double]) -> [[Double]] {
        var sorter = DrawSorter(count: drawCount)
        return (0..<areaCount).map { area in
            let sorted = sortedRow(area, with: &sorter)
            return probabilities.map { Quantile.interpolated(ofSorted: sorted, at: $0) }
        }
    }

    /// Each area's mean with its equal-tailed interval, the quantiles of its draws at (1 ∓ confidence) ÷ 2.
    ///
    /// An end at 99.8 % rests on one draw in a thousand; take several thousand draws for it.
    public func estimates(confidence: Double = 0.95) -> [IntervalEstimate] {
        zip(means(), quantiles([(1 - confidence) / 2, (1 + confidence) / 2])).map { mean, ends in
            IntervalEstimate(value: mean, lower: ends[0], upper: ends[1], confidence: confidence)
        }
    }

    /// One area's mean with its equal-tailed interval.
    public func estimate(ofArea area: Int, confidence: Double = 0.95) -> IntervalEstimate {
        IntervalEstimate(draws: row(area).map(Double.init), confidence: confidence)
    }

    private func sortedRow(_ area: Int, with sorter: inout DrawSorter) -> [Float] {
        for (place, draw) in row(area).enumerated() { sorter.entries[place] = UInt64(DrawSorter.order(of: draw)) << 32 }
        sorter.sort()
        return sorter.entries.map { DrawSorter.draw(of: UInt32($0 >> 32)) }
    }
}

extension IntervalEstimate {
    /// The mean of draws with their equal-tailed interval, by interpolated quantiles (type 7).
    public init(draws: [Double], confidence: Double = 0.95) {
        precondition(!draws.isEmpty, "Without draws there is no estimate.")
        let sorted = draws.sorted()
        self.init(
            value: draws.reduce(0, +) / Double(draws.count),
            lower: Quantile.interpolated(ofSorted: sorted, at: (1 - confidence) / 2),
            upper: Quantile.interpolated(ofSorted: sorted, at: (1 + confidence) / 2), confidence: confidence)
    }
}
