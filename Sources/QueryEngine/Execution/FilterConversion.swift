import GeographyModel
import SpatialStore

/// A filter as the condition of a statement, for people who write filters by hand.
public struct FilterConversion: Sendable {
    /// The condition, with placeholders.
    public let sql: String
    /// The values of the placeholders, in order, as people read them.
    public let values: [String]

    /// Converts a filter without knowing any collection: every name is taken for a column.
    ///
    /// - Throws: ``GeodataError`` `invalidFilter` for values that do not go together.
    public init(_ filter: FilterExpression) throws {
        let scope = SQLScope(
            collection: .initiatives, edition: nil, day: nil, dialect: SpatiaLiteDialect())
        try self.init(filter, FilterCompiler(scope: scope, names: .anything))
    }

    init(_ filter: FilterExpression, _ compiler: FilterCompiler) throws {
        var compiler = compiler
        let statement = try compiler.condition(filter).statement(compiler.scope.dialect)
        sql = statement.sql
        values = statement.values.map(\.shown)
    }
}

extension CollectionReader {
    /// Converts a filter for a collection, checking its names and types.
    ///
    /// - Throws: ``GeodataError`` `invalidFilter`.
    public func convert(_ filter: FilterExpression, for query: FeatureQuery) throws -> FilterConversion {
        let scope = SQLScope(
            collection: query.collection, edition: nil, day: query.day, dialect: SpatiaLiteDialect())
        return try FilterConversion(
            filter,
            FilterCompiler(scope: scope, names: .catalogue(try catalogue(of: query.collection), query.collection)))
    }
}
