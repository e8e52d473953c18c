/// A term of the model with the mean and standard deviation of its posterior, on the logit scale.
public struct ModelCoefficient: Hashable, Sendable {
    /// The term, such as `english_first_language` or `imd_band_3`.
    public var term: String
    /// The posterior mean.
    public var mean: Double
    /// The posterior standard deviation.
    public var standardDeviation: Double

    /// Makes a coefficient.
    public init(term: String, mean: Double, standardDeviation: Double) {
        self.term = term
        self.mean = mean
        self.standardDeviation = standardDeviation
    }
}
