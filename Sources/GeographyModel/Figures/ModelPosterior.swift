/// The published posterior of a model's terms, on the logit scale.
public struct ModelPosterior: Hashable, Sendable {
    /// Mean and standard deviation of one term.
    public struct Summary: Hashable, Sendable {
        /// The posterior mean.
        public var mean: Double
        /// The posterior standard deviation.
        public var standardDeviation: Double

        /// Makes a summary.
        public init(mean: Double, standardDeviation: Double) {
            self.mean = mean
            self.standardDeviation = standardDeviation
        }
    }

    /// The summary of each term.
    public var terms: [String: Summary]
    /// The covariance of each pair of terms that has a published one.
    public var covariance: [String: [String: Double]]

    /// Makes a posterior.
    public init(terms: [String: Summary] = [:], covariance: [String: [String: Double]] = [:]) {
        self.terms = terms
        self.covariance = covariance
    }
}
