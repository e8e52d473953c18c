import GeographyModel
package import SpatialStore

/// A query as the statements that answer it, with what they give.
package struct QueryPlan: Sendable {
    let query: FeatureQuery
    let order: SortOrder
    /// What each feature carries, in order.
    let columns: [Queryable]
    private let edition: Int64?
    private let dependsOnDay: Bool
    let dialect: any SQLDialect
    /// The keys of the features, in order, each with the values that it is sorted by; one more than the page holds.
    package let keys: BoundStatement
    /// What all pages together look at, and the conditions that their features meet.
    private let whole: (scope: SQLScope, conditions: [SQLFragment])
    /// The geometries that the filter gives, to be checked before.
    let geometries: [(offset: Int, sql: SQLFragment)]
    /// What the plan does, in sentences.
    package let steps: [String]

    /// Plans a query.
    ///
    /// - Throws: ``GeodataError`` `invalidFilter`, `invalidRequest` for names that the collection does not have.
    init(
        _ query: FeatureQuery, catalogue: QueryableCatalogue, edition: Int64?,
        dialect: any SQLDialect = SpatiaLiteDialect()
    ) throws {
        self.query = query
        self.edition = edition
        self.dialect = dialect
        let names = query.properties ?? catalogue.usual
        if let repeated = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw GeodataError(
                .invalidRequest, "The property \"\(repeated)\" is named more than once.", remedy: "Name it once.")
        }
        columns = try names.map {
            let column = try catalogue.require($0, of: query.collection, code: .invalidRequest)
            guard column.kind != .geometry else {
                throw GeodataError(
                    .invalidRequest, "geometry is no property that can be chosen.",
                    remedy: "Choose how much of it is handed out instead: full, generalised, centroid or none.")
            }
            return column
        }
        dependsOnDay = names.contains { catalogue.dependsOnDay($0) }
        var compiler = FilterCompiler(
            scope: SQLScope(collection: query.collection, edition: edition, day: query.day, dialect: dialect),
            names: .catalogue(catalogue, query.collection), system: query.filterSystem)
        var conditions: [SQLFragment] = []
        if !query.within.isEmpty { conditions.append(compiler.scope.liesWithin(query.within)) }
        if let filter = query.filter { conditions.append("(\(try compiler.condition(filter)))") }
        if let box = query.box {
            compiler.system = query.boxSystem
            conditions.append("(\(try compiler.condition(.touching(box))))")
        }
        conditions =
            compiler.scope.membership(isFoundByPlace: query.box != nil || query.filter?.demandsPlace ?? false)
            + conditions
        whole = (compiler.scope, conditions)
        order = try SortOrder(query, catalogue: catalogue, scope: &compiler.scope).facing(query.after)
        if let token = query.after { conditions.append(try order.isAfter(token, dialect)) }
        var page = order.clause
        if let limit = query.limit { page = "\(page)\nLIMIT \(bind: .integer(Int64(limit) + 1))" }
        let values = ([compiler.scope.key] + order.columns).joined(by: ", ")
        keys = Self.select(values, compiler.scope, conditions, page).statement(dialect)
        geometries = compiler.geometries
        steps = Self.steps(query, columns: columns, indexed: compiler.indexed, order: order)
    }

    /// What decides how a feature is read, whatever page it is on.
    var reading: FeatureReading {
        FeatureReading(
            collection: query.collection, edition: edition, day: dependsOnDay ? query.day : nil,
            columns: columns.map(\.name),
            geometry: query.geometry, system: query.system)
    }

    /// How many features meet the condition, on whatever page.
    package var count: BoundStatement {
        Self.select("count(*)", whole.scope, whole.conditions, "").statement(dialect)
    }

    /// The box around the geometries of all of them, in CRS84.
    package var extent: BoundStatement {
        var scope = whole.scope
        let sides = GeometryColumns.extent(query, &scope)
        return Self.select(sides.joined(by: ", "), scope, whole.conditions, "").statement(dialect)
    }

    /// The statement that reads the features with these keys: `position` in the list, identifier, geometry, properties.
    package func features(_ keys: [Int64]) -> BoundStatement {
        var scope = SQLScope(collection: query.collection, edition: edition, day: query.day, dialect: dialect)
        var selected: [SQLFragment] = ["page.position", scope.identifier]
        selected += GeometryColumns.columns(query, &scope)
        for column in columns {
            switch column.source {
            case .value(let value): selected.append(value(&scope))
            case .interval(let make): selected.append(make(&scope).words)
            case .members(let members): selected.append(dialect.list(members(&scope)))
            case .geometry: selected.append("NULL")
            }
        }
        return ("SELECT \(selected.joined(by: ", "))\n\(scope.from(page: dialect.page(of: keys)))" as SQLFragment)
            .statement(dialect)
    }

    private static func select(
        _ values: SQLFragment, _ scope: SQLScope, _ conditions: [SQLFragment], _ tail: SQLFragment
    ) -> SQLFragment {
        let condition: SQLFragment = conditions.isEmpty ? "" : "\nWHERE \(conditions.joined(by: "\nAND "))"
        return "SELECT \(values)\n\(scope.from)\(condition)\n\(tail)"
    }
}

extension FilterExpression {
    /// Whether a feature touches a box.
    fileprivate static func touching(_ box: FilterBox) -> FilterExpression {
        FilterExpression(
            .operation(.spatialIntersects, [FilterExpression(.property("geometry")), FilterExpression(.box(box))]))
    }

    /// Whether every feature that meets the filter touches one of its geometries, so that the spatial index finds them.
    fileprivate var demandsPlace: Bool {
        guard case .operation(let operation, let arguments) = node else { return false }
        switch operation {
        case .and: return arguments.contains(where: \.demandsPlace)
        case .or: return arguments.allSatisfy(\.demandsPlace)
        default: return operation.family == .spatial && operation != .spatialDisjoint
        }
    }
}

extension SQLScope {
    /// Whether a feature lies in one of the areas, or touches one of them.
    fileprivate func liesWithin(_ codes: [AreaCode]) -> SQLFragment {
        let list = codes.map { "\(bind: .text($0.rawValue))" as SQLFragment }.joined(by: ", ")
        switch collection {
        case .initiatives:
            return """
                initiative.initiative_key IN (SELECT area_initiative.initiative_key FROM area_initiative \
                JOIN area ON area.area_key = area_initiative.area_key WHERE area.area_code IN (\(list)))
                """
        case .areas, .estimates:
            return """
                (area.area_code IN (\(list)) OR area.area_key IN (SELECT area_ancestor.area_key FROM area_ancestor \
                JOIN area AS wider ON wider.area_key = area_ancestor.ancestor_key WHERE wider.area_code IN (\(list))))
                """
        }
    }
}
