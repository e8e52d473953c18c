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
    /// For each area and each draw, the shift.
    private let shifts: [Float]
    /// For each node, one over the product of its distances from the others.
    private let scales: [Double]

    init(areas: [AreaCode], of draws: PosteriorDraws, deviation: Double) {
        var shifts: [Float] = []
        shifts.reserveCapacity(areas.count * draws.count)
        for area in areas {
            var source = RandomSource(seed: draws.seed, stream: area.rawValue)
            for _ in 0..<draws.count { shifts.append(Float(source.nextNormal() * deviation)) }
        }
        let reach = Double(shifts.reduce(0) { max($0, abs($1)) })
        // The roots of T₂ₙ are ±√((1 + r) / 2) for the roots r of Tₙ.
        var roots = [0.0]
        while roots.count < (reach <= 1.2 ? 8 : reach <= 2.8 ? 16 : 32) {
            roots = roots.flatMap { root in [-((1 + root) / 2).squareRoot(), ((1 + root) / 2).squareRoot()] }
        }
        let nodes = roots.map { $0 * max(reach, .leastNormalMagnitude) }
        self.nodes = nodes
        self.shifts = shifts
        scales = nodes.indices.map { node in
            1 / nodes.indices.reduce(1) { $1 == node ? $0 : $0 * (nodes[node] - nodes[$1]) }
        }
    }

    /// How much the sum at a node counts for an area and draw: Lagrange's polynomial of the node at the shift.
    func share(ofNode node: Int, at place: Int) -> Float {
        let shift = Double(shifts[place])
        return Float(nodes.indices.reduce(scales[node]) { $1 == node ? $0 : $0 * (shift - nodes[$1]) })
    }
}
