import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records the posterior of a model's terms in place of the one that is recorded.
    ///
    /// - Parameters:
    ///   - posterior: The terms, on the logit scale.
    ///   - source: Where they were published.
    public func put(_ posterior: ModelPosterior, from source: SourceKey) throws {
        try run("DELETE FROM model_term", [])
        for (term, summary) in posterior.terms.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT INTO model_term (term, mean, sd, source_key) VALUES (?, ?, ?, ?)",
                [term, summary.mean, summary.standardDeviation, source.rawValue])
        }
        for (first, row) in posterior.covariance {
            for (second, covariance) in row {
                try run(
                    "INSERT INTO model_covariance (first_term, second_term, covariance) VALUES (?, ?, ?)",
                    [first, second, covariance])
            }
        }
    }
}
