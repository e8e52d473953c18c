import GeographyModel

extension Queryable {
    /// A characteristic of areas, under its own identifier.
    ///
    /// - Parameters:
    ///   - covariate: What it says.
    ///   - key: Its key in the store.
    static func characteristic(_ covariate: Covariate, key: Int64) -> Queryable {
        Queryable(covariate.id, .number, "\(covariate.title) (\(covariate.unit))") { scope in
            scope.use(.covariate(key))
            return "covariate_\(number: key).value"
        }
    }
}
