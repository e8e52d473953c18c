public import GeographyModel
public import SpatialStore

/// Answers queries from one consistent state of a store.
///
/// ```swift
/// let page = try await store.read { reader in
///     try CollectionReader(reader).page(FeatureQuery(collection: .areas(.district), day: day, limit: 20))
/// }
/// ```
public struct CollectionReader {
    private let reader: StoreReader
    private let limits: QueryLimits
    /// How many features are read by one statement: few enough that their boundaries fit in memory at once.
    private static let batch = 256

    /// Reads from a store within limits.
    ///
    /// - Throws: ``GeodataError`` `storeCorrupt` where what queries read was not derived for this state of the store.
    public init(_ reader: StoreReader, limits: QueryLimits = QueryLimits()) throws {
        self.reader = reader
        self.limits = limits
        try reader.requireDerived()
    }

    /// When a query that begins now is given up.
    private var deadline: ContinuousClock.Instant? { limits.time.map { ContinuousClock.now + $0 } }

    /// The queryables of a collection.
    public func catalogue(of collection: CollectionID) throws -> QueryableCatalogue {
        QueryableCatalogue(collection, covariates: try reader.covariateKeys())
    }

    /// One page of features.
    ///
    /// - Parameters:
    ///   - query: Which features.
    ///   - countsMatches: Whether to count all features that meet the filter, on whatever page.
    /// - Throws: ``GeodataError`` `invalidFilter`, `invalidRequest`, `editionNotFound`, `tooManyRows`,
    ///   `timeBudgetSpent`.
    public func page(_ query: FeatureQuery, countsMatches: Bool = false) throws -> FeaturePage {
        guard let limit = query.limit, (1...limits.rows).contains(limit) else {
            throw GeodataError(
                .tooManyRows, "A page has 1 to \(limits.rows) features\(query.limit.map { ", not \($0)" } ?? "").",
                remedy: "Ask for fewer at once and follow the page tokens.")
        }
        let deadline = deadline
        let plan = try plan(query, until: deadline)
        var (keys, last) = try keys(plan, until: deadline)
        let hasMore = keys.count > limit
        if hasMore { keys.removeLast() }
        let next = hasMore ? PageToken(order: plan.order.signature, values: last[0]) : nil
        let matched: Int? = countsMatches ? try count(plan, until: deadline) : nil
        return FeaturePage(
            columns: plan.columns.map(\.name), features: try features(plan, keys[...], until: deadline),
            numberMatched: matched,
            next: next)
    }

    /// Hands out all features that a query means, a few hundred in memory at once.
    ///
    /// - Throws: As ``page(_:countsMatches:)``, and what `body` throws.
    public func forEach(_ query: FeatureQuery, _ body: (Feature) throws -> Void) throws {
        let deadline = deadline
        let plan = try plan(query, until: deadline)
        var (keys, _) = try keys(plan, until: deadline)
        if let limit = query.limit { keys = Array(keys.prefix(limit)) }
        for start in stride(from: 0, to: keys.count, by: Self.batch) {
            let batch = keys[start..<min(start + Self.batch, keys.count)]
            for feature in try features(plan, batch, until: deadline) { try body(feature) }
        }
    }

    /// How many features meet the filter.
    public func count(_ query: FeatureQuery) throws -> Int {
        let deadline = deadline
        return try count(try plan(query, until: deadline), until: deadline)
    }

    /// The box around the geometries of the features that meet the filter, in CRS84; `nil` where there are none.
    public func extent(of query: FeatureQuery) throws -> BoundingBox? {
        let deadline = deadline
        let plan = try plan(query, until: deadline)
        var box: BoundingBox?
        try reader.forEachRow(of: plan.extent, until: deadline) { row in
            let sides = (0..<4).compactMap { row.value(at: $0).number }
            if sides.count == 4 { box = BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3]) }
        }
        return box
    }

    /// How a query is answered, without answering it.
    public func explanation(of query: FeatureQuery) throws -> QueryExplanation {
        let plan = try plan(query, until: deadline)
        let statements = [plan.keys, plan.features([])]
        return QueryExplanation(
            steps: plan.steps, statements: statements.map(\.sql), values: statements.map { $0.values.map(\.shown) },
            scans: try statements.map { try reader.explanation(of: $0) })
    }

    /// Plans a query and checks the geometries of its filter.
    private func plan(_ query: FeatureQuery, until deadline: ContinuousClock.Instant?) throws -> QueryPlan {
        let plan = try QueryPlan(query, catalogue: catalogue(of: query.collection), edition: edition(of: query))
        for geometry in plan.geometries {
            let check: SQLFragment = "SELECT \(plan.dialect.fault(of: geometry.sql))"
            try reader.forEachRow(of: check.statement(plan.dialect), until: deadline) { row in
                guard case .text(let fault) = row.value(at: 0) else { return }
                throw GeodataError(
                    .invalidFilter,
                    "The geometry at character \(geometry.offset + 1) of the filter is not valid: \(fault).",
                    remedy: "Mend it; rings must not cross themselves or one another.")
            }
        }
        return plan
    }

    /// The key of the edition whose figures a query means; `nil` where it means none.
    private func edition(of query: FeatureQuery) throws -> Int64? {
        guard let figures = query.figures else { return nil }
        if let key = try reader.editionKey(indicator: figures.indicator, edition: figures.edition) { return key }
        throw GeodataError(
            .editionNotFound, "There is no edition \"\(figures.edition)\" of \(figures.indicator).",
            remedy: "See 'hlgeo info' for the editions that the store has.")
    }

    private func keys(_ plan: QueryPlan, until deadline: ContinuousClock.Instant?) throws -> (
        keys: [Int64], last: [[SQLValue]]
    ) {
        var keys: [Int64] = []
        var last: [[SQLValue]] = []
        let width = plan.order.columns.count
        try reader.forEachRow(of: plan.keys, until: deadline) { row in
            guard case .integer(let key) = row.value(at: 0) else { return }
            keys.append(key)
            // The last row of a page, whose values its token needs, is the last but one where there is a next page.
            guard let limit = plan.query.limit, keys.count >= limit else { return }
            last.append((1...width).map { row.value(at: $0) })
        }
        return (keys, last)
    }

    private func count(_ plan: QueryPlan, until deadline: ContinuousClock.Instant?) throws -> Int {
        var count = 0
        try reader.forEachRow(of: plan.count, until: deadline) { count = Int($0.value(at: 0).number ?? 0) }
        return count
    }

    private func features(
        _ plan: QueryPlan, _ keys: ArraySlice<Int64>, until deadline: ContinuousClock.Instant?
    ) throws -> [Feature] {
        guard !keys.isEmpty else { return [] }
        var features: [Feature?] = Array(repeating: nil, count: keys.count)
        let firstProperty = 2 + GeometryColumns.count(plan.query)
        try reader.forEachRow(of: plan.features(Array(keys)), until: deadline) { row in
            guard case .integer(let position) = row.value(at: 0), case .text(let id) = row.value(at: 1) else { return }
            features[Int(position)] = Feature(
                id: id, geometry: try GeometryColumns.read(plan.query, row, at: 2),
                properties: plan.columns.enumerated().map { place, column in
                    Property(column.name, PropertyValue(row.value(at: firstProperty + place), column.kind))
                })
        }
        return features.compactMap(\.self)
    }
}

/// One page of an answer.
public struct FeaturePage: Sendable {
    /// The names of the properties that each feature carries, in order.
    public var columns: [String]
    /// The features, in order.
    public var features: [Feature]
    /// How many features meet the filter on all pages together; `nil` where that was not asked.
    public var numberMatched: Int?
    /// What the next page begins after; `nil` on the last page.
    public var next: PageToken?
}

/// How a query is answered.
public struct QueryExplanation: Sendable {
    /// What is done, in sentences.
    public var steps: [String]
    /// The statements: the first finds the features, the second reads them.
    public var statements: [String]
    /// The values that are bound to each statement's placeholders, in order.
    public var values: [[String]]
    /// How the database runs each statement.
    public var scans: [[String]]
}
