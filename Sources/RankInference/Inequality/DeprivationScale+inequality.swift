extension DeprivationScale {
    /// The inequality of one figure for each area.
    ///
    /// A line is fitted to the figures y over the ridits x (0 least, 1 most deprived) by least squares weighted by the people
    /// w, Σw = 1:
    ///
    ///     slope = Σ w (x − ½) y ÷ Σ w (x − ½)²,   value at x = mean + slope · (x − ½)
    ///     relative index = value at 1 ÷ value at 0
    ///     concentration index = 2 ÷ mean · Σ w y (r − ½),  with r = 1 − x, the rank from the most deprived
    ///
    /// Slope and relative index: Pamuk, Population Studies 39 (1985) 17–31; Mackenbach and Kunst, Soc. Sci. Med. 44 (1997)
    /// 757–771. Concentration index: Kakwani, Wagstaff and van Doorslaer, J. Econometrics 77 (1997) 87–103. The two
    /// run in opposite directions, as is usual: where the deprived have more, the slope is above 0 and the concentration
    /// index below.
    public func inequality(of values: [Double]) -> Inequality {
        precondition(values.count == ridits.count, "Every area has one figure.")
        var (mean, product) = (0.0, 0.0)
        for area in values.indices {
            mean += shares[area] * values[area]
            product += shares[area] * (ridits[area] - 0.5) * values[area]
        }
        let slope = product / spread
        let (least, most) = (mean - slope / 2, mean + slope / 2)
        return Inequality(
            mean: mean, slopeIndex: slope, relativeIndex: least > 0 && most > 0 ? most / least : nil,
            concentrationIndex: mean > 0 ? -2 * product / mean : nil)
    }

    /// The inequality in every draw, summarised by mean and quantiles (type 7).
    ///
    /// The interval carries the uncertainty of the figures; deprivation and population are taken as known.
    public func inequality(of draws: DrawMatrix, confidence: Double = 0.95) -> InequalityEstimate {
        precondition(draws.areaCount == ridits.count, "Every area has draws.")
        var values = [Double](repeating: 0, count: draws.areaCount)
        let found = (0..<draws.drawCount).map { draw in
            for area in values.indices { values[area] = Double(draws.values[area * draws.drawCount + draw]) }
            return inequality(of: values)
        }
        func estimate(_ values: [Double]) -> IntervalEstimate? {
            values.count == found.count ? IntervalEstimate(draws: values, confidence: confidence) : nil
        }
        return InequalityEstimate(
            slopeIndex: IntervalEstimate(draws: found.map(\.slopeIndex), confidence: confidence),
            relativeIndex: estimate(found.compactMap(\.relativeIndex)),
            concentrationIndex: estimate(found.compactMap(\.concentrationIndex)))
    }
}
