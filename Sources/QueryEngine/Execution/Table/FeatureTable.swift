import GeographyModel
import SpatialStore

/// A small collection in memory: all values of its features that do not depend on the day, and their places.
///
/// It answers the usual questions without the database, and as the database answers them, byte for byte. It says so
/// where it cannot: spatial functions, other functions, arithmetic, arrays, intervals, later pages, full boundaries.
package struct FeatureTable: Sendable {
    /// Where features are, in CRS84 and by row; what is the same in every edition is held once.
    struct Shapes: Sendable {
        let generalised: [FeatureGeometry?]
        let centroids: [FeatureGeometry?]
    }

    /// How many features a collection may have at most to be kept in memory.
    package static let capacity = 2_000

    let collection: CollectionID
    let figures: FeatureQuery.Figures?
    let edition: Int64?
    /// What identifies each feature, in ascending order.
    let identifiers: [String]
    let columns: [String: TableColumn]
    /// The properties that features carry unless a query names others.
    let usual: [String]
    let shapes: Shapes

    /// Which features are on a page.
    ///
    /// - Parameters:
    ///   - query: What is asked for.
    ///   - rows: How many features a page may have.
    ///   - touching: What identifies the features that touch the box of the query, in ascending order; `nil` where nobody
    ///     knows them.
    /// - Returns: `nil` for what the table cannot answer, and for what is wrong.
    package func selection(
        _ query: FeatureQuery, upTo rows: Int, touching: [String]? = nil
    ) -> FeatureSelection? {
        let properties = query.properties ?? usual
        guard query.collection == collection, query.figures == figures, query.within.isEmpty,
            query.box == nil || touching != nil,
            query.after == nil, let limit = query.limit, (1...rows).contains(limit),
            holds(query.geometry, query.system),
            Set(properties).count == properties.count, properties.allSatisfy({ columns[$0] != nil }),
            let found = found(query.filter, in: touching), let ordered = ordered(found, by: query.sort)
        else { return nil }
        let hasMore = ordered.count > limit
        let page = hasMore ? Array(ordered.prefix(limit)) : ordered
        let reading = FeatureReading(
            collection: collection, edition: edition, day: nil, columns: properties, geometry: query.geometry,
            system: query.system)
        return FeatureSelection(
            source: .table(self, rows: page), reading: reading, carriesUsual: query.properties == nil,
            identifiers: page.map { identifiers[$0] }, numberMatched: ordered.count,
            next: hasMore ? page.last.map { token(after: $0, query) } : nil, previous: nil)
    }

    /// Reads features.
    func features(_ rows: [Int], read reading: FeatureReading) -> [Feature] {
        let properties = reading.columns.compactMap { name in columns[name].map { (name, $0) } }
        return rows.map { row in
            let geometry: FeatureGeometry? =
                switch reading.geometry {
                case .none, .full: nil
                case .generalised: shapes.generalised[row]
                case .centroid: shapes.centroids[row]
                }
            return Feature(
                id: identifiers[row], geometry: geometry,
                properties: properties.map { Property($0, PropertyValue($1.stored[row], $1.kind)) })
        }
    }

    private func holds(_ geometry: GeometryDetail, _ system: CoordinateReferenceSystem) -> Bool {
        geometry == .none || geometry != .full && system == .crs84
    }

    private func found(_ filter: FilterExpression?, in chosen: [String]?) -> [Int]? {
        let candidates = chosen.map { rows(of: $0) } ?? Array(identifiers.indices)
        guard let filter else { return candidates }
        return TableCondition(columns, count: identifiers.count).truths(of: filter)
            .map { truths in candidates.filter { truths[$0] == .yes } }
    }

    private func rows(of chosen: [String]) -> [Int] {
        var rest = chosen[...]
        return identifiers.indices.filter { row in
            guard rest.first == identifiers[row] else { return false }
            rest.removeFirst()
            return true
        }
    }

    /// Rows in the order of a query, those without a value last; of equal ones the order of identifiers stays.
    private func ordered(_ rows: [Int], by keys: [FeatureQuery.SortKey]) -> [Int]? {
        guard !keys.isEmpty else { return rows }
        var places: [[Int]] = []
        for key in keys {
            guard let column = columns[key.name] else { return nil }
            places.append(
                key.isDescending
                    ? column.ranks.map { $0 == TableColumn.unknownRank ? $0 : -$0 } : column.ranks)
        }
        return rows.sorted { left, right in
            for place in places where place[left] != place[right] { return place[left] < place[right] }
            return left < right
        }
    }

    private func token(after row: Int, _ query: FeatureQuery) -> PageToken {
        let values = query.sort.compactMap { columns[$0.name]?.stored[row] }
        return PageToken(order: SortOrder.signature(query), values: values + [.text(identifiers[row])])
    }
}
