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
        try reader.remembered("catalogue \(collection.name)") {
            QueryableCatalogue(collection, covariates: try reader.covariateKeys())
        }
    }

    /// One page of features.
    ///
    /// - Parameters:
    ///   - query: Which features.
    ///   - countsMatches: Whether to count all features that meet the filter, on whatever page.
    /// - Throws: ``GeodataError`` `invalidFilter`, `invalidRequest`, `editionNotFound`, `tooManyRows`,
    ///   `timeBudgetSpent`.
    public func page(_ query: FeatureQuery, countsMatches: Bool = false) throws -> FeaturePage {
        let selection = try selection(query, countsMatches: countsMatches)
        return FeaturePage(selection, try features(selection))
    }

    /// Which features are on a page, without reading them.
    ///
    /// - Throws: As ``page(_:countsMatches:)``.
    package func selection(_ query: FeatureQuery, countsMatches: Bool = false) throws -> FeatureSelection {
        guard let limit = query.limit, (1...limits.rows).contains(limit) else {
            throw GeodataError(
                .tooManyRows, "A page has 1 to \(limits.rows) features\(query.limit.map { ", not \($0)" } ?? "").",
                remedy: "Ask for fewer at once and follow the page tokens.")
        }
        let deadline = deadline
        let plan = try plan(query, until: deadline)
        var found = try found(plan, until: deadline)
        let hasMore = found.count > limit
        if hasMore { found.removeLast() }
        // The first page of those that fit on one page has been counted already.
        let isWhole = query.after == nil && !hasMore
        return FeatureSelection(
            plan: plan, found: found, hasMore: hasMore,
            numberMatched: countsMatches ? isWhole ? found.count : try count(plan, until: deadline) : nil)
    }

    /// Reads the features of a selection, in its order.
    ///
    /// - Parameter places: Which of them, counted from 0; `nil` reads all.
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    package func features(_ selection: FeatureSelection, at places: [Int]? = nil) throws -> [Feature] {
        switch selection.source {
        case .table(let table, let rows):
            return table.features(places.map { $0.map { rows[$0] } } ?? rows, read: selection.reading)
        case .store(let plan, let keys):
            return try features(plan, (places.map { $0.map { keys[$0] } } ?? keys)[...], until: deadline)
        }
    }

    /// Hands out the rows of the statement that reads the features of a selection, each with its place in it.
    func forEachRow(of selection: FeatureSelection, _ body: (Int, ResultRow) throws -> Void) throws {
        guard case .store(let plan, let keys) = selection.source else { return }
        try reader.forEachRow(of: plan.features(keys), until: deadline) { row in
            if case .integer(let place) = row.value(at: 0) { try body(Int(place), row) }
        }
    }

    /// A value that follows from the state of the store alone, made once for each state.
    func remembered<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
        try reader.remembered(name, make)
    }

    /// Hands out all features that a query means, a few hundred in memory at once.
    ///
    /// - Throws: As ``page(_:countsMatches:)``, and what `body` throws.
    public func forEach(_ query: FeatureQuery, _ body: (Feature) throws -> Void) throws {
        let deadline = deadline
        let plan = try plan(query, until: deadline)
        var keys: [Int64] = []
        try reader.forEachRow(of: plan.keys, until: deadline) { row in
            if case .integer(let key) = row.value(at: 0) { keys.append(key) }
        }
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
        let key = try reader.remembered("edition key \(figures.indicator)\n\(figures.edition)") {
            try reader.editionKey(indicator: figures.indicator, edition: figures.edition)
        }
        if let key { return key }
        throw GeodataError(
            .editionNotFound, "There is no edition \"\(figures.edition)\" of \(figures.indicator).",
            remedy: "Name one of the editions that the store lists, or none.")
    }

    private func found(_ plan: QueryPlan, until deadline: ContinuousClock.Instant?) throws -> [FoundFeature] {
        var found: [FoundFeature] = []
        let width = plan.order.columns.count
        try reader.forEachRow(of: plan.keys, until: deadline) { row in
            guard case .integer(let key) = row.value(at: 0) else { return }
            found.append(FoundFeature(key: key, values: (1...width).map { row.value(at: $0) }))
        }
        return found
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
    /// What the page before ends before; `nil` on the first page.
    public var previous: PageToken?
}

extension FeaturePage {
    /// The page of a selection.
    ///
    /// - Parameter features: All of its features.
    package init(_ selection: FeatureSelection, _ features: [Feature]) {
        self.init(
            columns: selection.reading.columns, features: features, numberMatched: selection.numberMatched,
            next: selection.next, previous: selection.previous)
    }
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
