import Foundation
import GeographyModel

/// What areas are like: one row an area, one column a covariate.
public struct CovariateTable: Sendable {
    /// The areas' identifiers.
    public let ids: [String]
    /// The covariates' names.
    public let names: [String]
    /// The values: `values[area][covariate]`.
    public let values: [[Double]]
    /// The mean of each covariate over all areas.
    let means: [Double]
    /// The standard deviation of each covariate over all areas (divisor n − 1).
    let deviations: [Double]

    /// Takes values.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where there are fewer than 2 covariates, since areas are not to be
    ///   matched on one figure alone, or one stands twice; `inputMalformed` where a value is missing, or a covariate is the same everywhere.
    public init(ids: [String], names: [String], values: [[Double]]) throws {
        guard names.count >= 2 else {
            throw GeodataError(
                .invalidRequest,
                "Comparators cannot be matched on \(names.count) covariate\(names.count == 1 ? "" : "s").",
                remedy: "Name at least two covariates; the figure alone says too little.")
        }
        guard Set(names).count == names.count else {
            throw GeodataError(
                .invalidRequest, "Comparators cannot be matched on the same covariate twice.",
                remedy: "Name each covariate once.")
        }
        guard ids.count == values.count, ids.count >= 2 else {
            throw GeodataError(
                .inputMalformed, "There are \(ids.count) areas and \(values.count) rows of covariates.",
                remedy: "Bring one row for each area.")
        }
        for (id, row) in zip(ids, values) where row.count != names.count || !row.allSatisfy(\.isFinite) {
            throw GeodataError(
                .inputMalformed, "Area \(id) lacks a covariate.",
                remedy: "Leave the area or the covariate out, or bring the value.")
        }
        self.ids = ids
        self.names = names
        self.values = values
        let count = Double(ids.count)
        let means = names.indices.map { column in values.reduce(0) { $0 + $1[column] } / count }
        deviations = names.indices.map { column in
            (values.reduce(0) { $0 + ($1[column] - means[column]) * ($1[column] - means[column]) } / (count - 1))
                .squareRoot()
        }
        self.means = means
        if let flat = names.indices.first(where: { !(deviations[$0] > 0) }) {
            throw GeodataError(
                .inputMalformed, "The covariate \(names[flat]) is the same everywhere.", remedy: "Leave it out.")
        }
    }

    /// How unlike two areas are: the root of the mean squared difference of their standardised covariates.
    func distance(_ left: Int, _ right: Int) -> Double {
        let sum = names.indices.reduce(0) { sum, column in
            let difference = (values[left][column] - values[right][column]) / deviations[column]
            return sum + difference * difference
        }
        return (sum / Double(names.count)).squareRoot()
    }
}
