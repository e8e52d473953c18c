import GeographyModel

/// What the model cannot see of each place, drawn for every area and draw, as shifts of the logit.
///
/// A shift lies inside the sum over cells. Rather than form that sum anew for every area and draw, it is formed at the
/// roots of a Chebyshev polynomial over the range of all shifts and interpolated between them. The logistic function
/// has its poles at ±πi, so with shifts up to 1.2 eight roots leave an error below 1e-6; wider ones take sixteen or
/// more.
struct AreaResiduals: Sendable {
    /// The shifts at which the sum is formed.
    let nodes: [Double]
    /// The same as parts of the largest shift, −1…1.
    private let roots: [Double]
    /// For each root, one over the product of its distances from the others.
    private let scales: [Double]
    /// For each area and each draw, the shift as a part of the largest.
    private let shifts: [Float]

    init(areas: [AreaCode], of draws: PosteriorDraws, deviation: Double) {
        var deviates: [Float] = []
        deviates.reserveCapacity(areas.count * draws.count)
        for area in areas {
            var source = RandomSource(seed: draws.seed, stream: area.rawValue)
            for _ in 0..<draws.count { deviates.append(Float(source.nextNormal())) }
        }
        let largest = deviates.reduce(Float.leastNormalMagnitude) { max($0, abs($1)) }
        let reach = Double(largest) * deviation
        // The roots of T₂ₙ are ±√((1 + r) / 2) for the roots r of Tₙ.
        var roots = [0.0]
        while roots.count < (reach <= 1.2 ? 8 : reach <= 2.8 ? 16 : 32) {
            roots = roots.flatMap { root in [-((1 + root) / 2).squareRoot(), ((1 + root) / 2).squareRoot()] }
        }
        let final = roots
        self.roots = final
        nodes = final.map { $0 * reach }
        scales = final.indices.map { node in
            1 / final.indices.reduce(1) { $1 == node ? $0 : $0 * (final[node] - final[$1]) }
        }
        shifts = deviates.map { $0 / largest }
    }

    /// How much the sum at a node counts for an area and draw: Lagrange's polynomial of the node at the shift.
    func share(ofNode node: Int, at place: Int) -> Float {
        let shift = Double(shifts[place])
        return Float(roots.indices.reduce(scales[node]) { $1 == node ? $0 : $0 * (shift - roots[$1]) })
    }
}
