/// The model's terms drawn together from their posterior, and their means: what every figure is computed with.
///
/// Keep the draws and compute with them again, and differences between two computations carry their real uncertainty:
/// what-if, roll-ups, comparisons.
public struct PosteriorDraws: Sendable {
    /// The model.
    public let model: LogitModel
    /// The seed of the draws.
    public let seed: UInt64
    /// How many draws there are.
    public let count: Int
    /// For each term of the model, its posterior mean, with the shift of a benchmark where there is one.
    public internal(set) var point: [Double]
    /// For each draw and each term, the value; draws one after the other.
    public internal(set) var values: [Double]

    /// Draws the terms of a model: means + L·z, with L the Cholesky factor of the covariance and z standard normal.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - count: How many draws.
    ///   - seed: The same seed gives the same draws on every platform, and more draws begin with the same ones.
    /// - Throws: `invalidRequest` where the covariance is not positive definite.
    public init(model: LogitModel, count: Int = 1000, seed: UInt64) throws {
        precondition(count > 0, "there is at least one draw")
        let factor = try CholeskyFactor(model.covariance, names: model.terms)
        var source = RandomSource(seed: seed)
        var values: [Double] = []
        values.reserveCapacity(count * model.terms.count)
        for _ in 0..<count {
            let deviates = model.terms.map { _ in source.nextNormal() }
            values += zip(model.means, factor.product(deviates)).map { $0 + $1 }
        }
        self.model = model
        self.seed = seed
        self.count = count
        self.values = values
        point = model.means
    }

    /// For each position of the frame, the effect in a set of terms; then the intercept.
    func effects(of terms: ArraySlice<Double>) -> (intercept: Double, positions: [Double]) {
        let start = terms.startIndex
        return (terms[start], model.termOfPosition.map { $0.map { terms[start + $0] } ?? 0 })
    }

    /// The terms of one draw.
    func terms(ofDraw draw: Int) -> ArraySlice<Double> {
        values[draw * model.terms.count..<(draw + 1) * model.terms.count]
    }
}
