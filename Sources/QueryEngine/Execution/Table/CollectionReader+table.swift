package import GeographyModel
import SpatialStore

extension CollectionReader {
    /// A level of geography in memory, with the figures of one edition or with none.
    ///
    /// - Returns: `nil` where there are too many areas.
    /// - Throws: ``GeodataError`` `editionNotFound`, `timeBudgetSpent`.
    package func table(of type: AreaType, figures: FeatureQuery.Figures?, day: CalendarDay) throws -> FeatureTable? {
        let collection = CollectionID.areas(type)
        let catalogue = try catalogue(of: collection)
        let held = catalogue.all.filter { $0.kind != .geometry && !catalogue.dependsOnDay($0.name) }
        let all = FeatureQuery(
            collection: collection, figures: figures, day: day, properties: held.map(\.name),
            limit: FeatureTable.capacity)
        guard try count(all) <= FeatureTable.capacity else { return nil }
        let selection = try selection(all)
        var rows: [[SQLValue]] = Array(repeating: [], count: selection.identifiers.count)
        try forEachRow(of: selection) { place, row in
            rows[place] = held.indices.map { row.value(at: 2 + $0) }
        }
        var columns: [String: TableColumn] = [:]
        for (place, queryable) in held.enumerated() {
            columns[queryable.name] = TableColumn(rows.map { $0[place] }, of: queryable.kind)
        }
        return FeatureTable(
            collection: collection, figures: figures, edition: selection.reading.edition,
            identifiers: selection.identifiers, columns: columns, usual: catalogue.usual, shapes: try shapes(type, day))
    }

    private func shapes(_ type: AreaType, _ day: CalendarDay) throws -> FeatureTable.Shapes {
        func geometries(_ detail: GeometryDetail) throws -> [FeatureGeometry?] {
            let query = FeatureQuery(
                collection: .areas(type), day: day, properties: [], geometry: detail, limit: FeatureTable.capacity)
            return try features(try selection(query)).map(\.geometry)
        }
        return try remembered("shapes \(type.rawValue)") {
            FeatureTable.Shapes(generalised: try geometries(.generalised), centroids: try geometries(.centroid))
        }
    }
}
