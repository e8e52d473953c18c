import GeographyModel

/// The lower triangle L of a covariance, with L·Lᵀ = covariance.
struct CholeskyFactor {
    private let order: Int
    /// L, row after row; 0 above the diagonal.
    private let entries: [Double]

    /// Factors a covariance (Cholesky–Banachiewicz).
    ///
    /// - Parameters:
    ///   - covariance: A symmetric matrix, row after row.
    ///   - names: What the rows are, for the error.
    /// - Throws: `invalidRequest` where the matrix is not positive definite; the error names the first row at which
    ///   what the rows before it leave is not positive.
    init(_ covariance: [Double], names: [String]) throws {
        let order = names.count
        var entries = [Double](repeating: 0, count: order * order)
        for row in 0..<order {
            for column in 0...row {
                let rest = (0..<column).reduce(covariance[row * order + column]) {
                    $0 - entries[row * order + $1] * entries[column * order + $1]
                }
                if row != column {
                    entries[row * order + column] = rest / entries[column * order + column]
                } else if rest > 1e-12 {
                    entries[row * order + row] = rest.squareRoot()
                } else {
                    throw GeodataError(
                        .invalidRequest,
                        "The covariance of the model is not positive definite: given the terms before it, "
                            + "\"\(names[row])\" would have the variance \(rest).",
                        remedy: "Lower the standard deviation of the shared level below the smallest one of the bands.")
                }
            }
        }
        self.order = order
        self.entries = entries
    }

    /// L times a vector.
    func product(_ vector: [Double]) -> [Double] {
        (0..<order).map { row in (0...row).reduce(0) { $0 + entries[row * order + $1] * vector[$1] } }
    }
}
