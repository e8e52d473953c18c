import GeographyModel

extension PosteriorDraws {
    /// The same draws with intercepts shifted so that the areas together have a stated proportion.
    ///
    /// The shift is solved for the posterior means and for each draw on its own, so that the population-weighted mean
    /// of the areas is the stated one in every draw: the stated figure is taken as known without error, and intervals
    /// speak of how areas differ around it. Area residuals, where there are any, come on top. Figures that were
    /// benchmarked must say so.
    ///
    /// - Parameters:
    ///   - proportion: The stated proportion, between 0 and 1; 38.66 % is 0.3866.
    ///   - areas: The areas that it is of.
    /// - Throws: `invalidRequest` where the proportion is not between 0 and 1, there is no area, or the areas are of
    ///   another frame than the model.
    public func benchmarked(to proportion: Double, in areas: RakedAreas) throws -> PosteriorDraws {
        guard proportion > 0, proportion < 1, !areas.areas.isEmpty, areas.frame == model.frame else {
            throw GeodataError(
                .invalidRequest, "The areas cannot be benchmarked to the proportion \(proportion).",
                remedy: "Give a figure above 0 and below 100 percent, and areas of the model's frame.")
        }
        let frame = BenchmarkFrame(areas)
        var shifted = self
        shifted.point[0] += frame.shift(for: effects(of: point[...]), to: proportion)
        for draw in 0..<count {
            shifted.values[draw * model.terms.count] += frame.shift(
                for: effects(of: terms(ofDraw: draw)), to: proportion)
        }
        return shifted
    }
}

/// All areas as one: the people of each cell.
private struct BenchmarkFrame {
    let group: CellGroup
    /// For each cell, the proportion of all people.
    let weights: [Double]

    init(_ raked: RakedAreas) {
        group = CellGroup(axes: CellPlan.usedLevels(of: raked))
        let width = raked.frame.levelCount
        var weights = [Double](repeating: 0, count: group.cellCount)
        let everybody = raked.populations.reduce(0, +)
        for (area, population) in raked.populations.enumerated() {
            let people = group.fold(population / everybody) { $0 * raked.multipliers[area * width + $1] }
            for cell in weights.indices { weights[cell] += people[cell] }
        }
        if let seed = raked.seed {
            let cells = group.fold(0) { $0 + raked.frame.cellSteps[$1] }
            for cell in weights.indices { weights[cell] *= seed.weights[cells[cell]] }
        }
        self.weights = weights
    }

    /// The shift of the intercept with which the mean probability is the target.
    ///
    /// The mean rises with the shift. Newton's method inside a bracket that closes from both sides; a step that leaves
    /// the bracket is replaced by its middle.
    func shift(for effects: ExpectationKernel.Effects, to target: Double) -> Double {
        let odds = effects.positions.map { Elementary.exp(-$0) }
        let cells = group.fold(Elementary.exp(-effects.intercept)) { $0 * odds[$1] }
        var (low, high, shift) = (-100.0, 100.0, 0.0)
        for _ in 0..<200 {
            let factor = Elementary.exp(-shift)
            var (mean, slope) = (0.0, 0.0)
            for cell in cells.indices {
                let probability = 1 / (1 + cells[cell] * factor)
                mean += weights[cell] * probability
                slope += weights[cell] * probability * (1 - probability)
            }
            if abs(mean - target) <= 1e-14 { break }
            if mean < target { low = shift } else { high = shift }
            let next = shift - (mean - target) / slope
            let step = next > low && next < high ? next : (low + high) / 2
            if step == shift { break }
            shift = step
        }
        return shift
    }
}
