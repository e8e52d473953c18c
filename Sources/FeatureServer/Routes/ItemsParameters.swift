import GeographyModel
import HealthLiteracy
import QueryEngine

/// What a client asks of the features of a collection (OGC API – Features, Parts 1 to 3).
struct ItemsParameters {
    /// The query that it means.
    var query: CollectionQuery

    /// The names of all parameters that are read here; queryables can be parameters too.
    static let names = RouteParameter.ofItems.map(\.name) + ["f"]
    /// How many features a page has unless a client says otherwise, and at most.
    static let pageSizes = (usual: 10, greatest: 10_000)

    /// Reads the parameters.
    ///
    /// - Parameters:
    ///   - parameters: Those of the request.
    ///   - collection: Whose features are asked for.
    ///   - queryables: The names that can be parameters too.
    /// - Throws: ``Problem`` 400 for a parameter or a value that is not known.
    init(_ parameters: inout QueryParameters, of collection: CollectionID, queryables: [Queryable]) throws {
        try parameters.requireKnown(Self.names + queryables.map(\.name))
        query = CollectionQuery(collection: collection, geometry: .generalised, limit: Self.pageSizes.usual)
        if let limit = parameters.take("limit") { query.limit = try Self.limit(limit) }
        query.after = try parameters.takeText("token").map { try PageToken($0) }
        query.filter = try parameters.takeFilter()
        query.system = try parameters.takeSystem("crs") ?? .crs84
        query.sort = try parameters.takeText("sortby").map { try Self.sort($0) } ?? []
        query.properties = parameters.take("properties").map { $0.split(separator: ",").map(String.init) }
        query.geometry = try parameters.takeChoice("geometry", GeometryDetail.self) ?? .generalised
        if try parameters.takeFlag("skipGeometry") { query.geometry = .none }
        query.indicator = parameters.takeText("indicator")
        query.edition = parameters.takeText("edition")
        query.within = try parameters.takeList("within") ?? []
        query.day = try parameters.takeDay("as-of")
        query.conditions = try conditions(&parameters, queryables)
    }

    /// The conditions that `datetime` and queryables as parameters state; all other parameters have been read.
    private func conditions(_ parameters: inout QueryParameters, _ queryables: [Queryable]) throws -> [FilterExpression]
    {
        var conditions: [FilterExpression] = []
        if let time = parameters.take("datetime") {
            let time = try DatetimeParameter(time)
            // Only initiatives have a time; all other features are there at every time.
            if query.collection == .initiatives { conditions.append(time.touches("period")) }
        }
        // Most requests give none.
        guard !parameters.isEmpty else { return conditions }
        for queryable in queryables {
            guard let value = parameters.takeText(queryable.name) else { continue }
            conditions.append(try .equality(queryable, value))
        }
        return conditions
    }

    private static func limit(_ text: String) throws -> Int {
        let isWhole = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        // A number that is too great to be read is greater than the greatest page too.
        let limit = isWhole ? Int(text) ?? .max : 0
        guard limit >= 1 else {
            throw QueryParameters.invalid(
                "limit", text, remedy: "Give a whole number from 1 to \(pageSizes.greatest).")
        }
        // More than the greatest page is answered with the greatest, as the standard has it.
        return min(limit, pageSizes.greatest)
    }

    private static func sort(_ text: String) throws -> [FeatureQuery.SortKey] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let name = part.hasPrefix("-") || part.hasPrefix("+") || part.hasPrefix(" ") ? part.dropFirst() : part
            guard !name.isEmpty else {
                throw QueryParameters.invalid("sortby", text, remedy: "Write it like -value,area_name.")
            }
            return FeatureQuery.SortKey(String(name), isDescending: part.hasPrefix("-"))
        }
    }
}

extension FilterExpression {
    /// Whether a queryable has the value that a parameter gives.
    fileprivate static func equality(_ queryable: Queryable, _ value: String) throws -> FilterExpression {
        let property = FilterExpression(.property(queryable.name))
        func equal(_ node: Node) -> FilterExpression {
            FilterExpression(.operation(.equal, [property, FilterExpression(node)]))
        }
        switch queryable.kind {
        case .text:
            guard queryable.choices.isEmpty || queryable.choices.contains(value) else {
                throw QueryParameters.invalid(
                    queryable.name, value, remedy: "Use one of: \(queryable.choices.joined(separator: ", ")).")
            }
            return equal(.text(value))
        case .integer, .number:
            let isWhole = queryable.kind == .integer
            guard let number = QueryParameters.decimal(value), !isWhole || number == number.rounded() else {
                throw QueryParameters.invalid(
                    queryable.name, value, remedy: isWhole ? "Give a whole number." : "Give a number.")
            }
            return equal(.number(number))
        case .boolean:
            guard let flag = Bool(value) else {
                throw QueryParameters.invalid(queryable.name, value, remedy: "Give true or false.")
            }
            return equal(.boolean(flag))
        case .date:
            guard let day = CalendarDay(value) else {
                throw QueryParameters.invalid(queryable.name, value, remedy: "Give a day as YYYY-MM-DD.")
            }
            return equal(.date(day))
        case .array:
            let words = value.split(separator: ",").map { FilterExpression(.text(String($0).trimmingWhitespace())) }
            return FilterExpression(.operation(.arrayContains, [property, FilterExpression(.array(words))]))
        case .interval: return try DatetimeParameter(value, of: queryable.name).touches(queryable.name)
        case .geometry: throw QueryParameters.invalid(queryable.name, value, remedy: "Ask with filter or bbox instead.")
        }
    }
}
