import GRDB
public import GeographyModel

extension StoreReader {
    /// The posterior of the model's terms; empty where none is recorded.
    public func modelPosterior() throws -> ModelPosterior {
        var posterior = ModelPosterior()
        let terms = try rows("SELECT term, mean, sd FROM model_term") { row in
            (row[0] as String, ModelPosterior.Summary(mean: row[1], standardDeviation: row[2]))
        }
        for (term, summary) in terms { posterior.terms[term] = summary }
        let pairs = try rows("SELECT first_term, second_term, covariance FROM model_covariance") { row in
            (row[0] as String, row[1] as String, row[2] as Double)
        }
        for (first, second, value) in pairs { posterior.covariance[first, default: [:]][second] = value }
        return posterior
    }

    /// All characteristics of all areas of a type, by area and characteristic.
    public func covariateValues(of type: AreaType) throws -> [AreaCode: [String: Double]] {
        let values = try rows(
            """
            SELECT area_code, covariate_id, value FROM covariate_value
            JOIN covariate USING (covariate_key) JOIN area USING (area_key) WHERE area_type = ?
            """, [type.rawValue]
        ) { (AreaCode($0[0]), $0[1] as String, $0[2] as Double) }
        return values.reduce(into: [:]) { table, row in table[row.0, default: [:]][row.1] = row.2 }
    }
}
