import GeographyModel

extension PosteriorDraws {
    /// The expected proportion below the threshold in every area, at the posterior means and for each draw.
    ///
    /// Multilevel regression and poststratification: `p(area) = Σ N(cell) · logit⁻¹(η(cell)) / Σ N(cell)`. Draws are
    /// joint: one draw is one state of the world for all areas, so that ranks, sums and differences can be taken draw
    /// by draw.
    ///
    /// What the model cannot see of a place can be let in as a residual: a normal deviate on the logit of everybody in
    /// the area, one for each area and draw. It depends on the seed, the draw and the area's code alone, so that any
    /// subset of areas gives the same figures. It widens the intervals and leaves the values as they are. Its effect is
    /// interpolated to within 1e-6.
    ///
    /// - Parameters:
    ///   - areas: The areas.
    ///   - residualSD: The standard deviation of the residual on the logit scale, 0…1; 0 is none.
    ///   - workers: Into how many parts the work is cut. The result does not depend on it.
    /// - Throws: `invalidRequest` where the areas are of another frame than the model, or the residual is out of range.
    public func estimates(
        for areas: RakedAreas, residualSD: Double = 0, workers: Int = 16
    ) throws -> PrevalenceEstimates {
        guard areas.frame == model.frame else {
            throw GeodataError(
                .invalidRequest, "The margins of the areas are not of the model's frame.",
                remedy: "Use the factors and levels of the model.")
        }
        guard (0...1).contains(residualSD) else {
            throw GeodataError(
                .invalidRequest, "A residual standard deviation of \(residualSD) on the logit scale is out of range.",
                remedy: "Give a number from 0 to 1; 0.2 is large for districts.")
        }
        let kernel = ExpectationKernel(areas)
        let values = kernel.values(under: effects(of: point[...]))
        let residuals = residualSD > 0 ? AreaResiduals(areas: areas.areas, of: self, deviation: residualSD) : nil
        var draws = [Float](repeating: 0, count: areas.areas.count * count)
        draws.withUnsafeMutableBufferPointer { draws in
            // Each call writes to the elements of its own area and draws only.
            nonisolated(unsafe) let draws = draws
            for node in residuals?.nodes.indices ?? 0..<1 {
                let shift = residuals?.nodes[node] ?? 0
                kernel.run(count: count, workers: workers) { draw in
                    var effects = effects(of: terms(ofDraw: draw))
                    effects.intercept += shift
                    return effects
                } take: { area, first, proportions in
                    for draw in first..<min(first + ExpectationKernel.Lanes.scalarCount, count) {
                        let place = area * count + draw
                        let value = proportions[draw - first]
                        draws[place] += residuals.map { $0.share(ofNode: node, at: place) * value } ?? value
                    }
                }
            }
        }
        return PrevalenceEstimates(
            areas: areas.areas, populations: areas.populations, drawCount: count, values: values, draws: draws)
    }
}
