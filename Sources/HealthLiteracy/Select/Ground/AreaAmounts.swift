import GeographyModel
import QueryEngine
import SpatialStore

/// Reads a numeric property of all areas of a level, such as what a site costs or how many people live there.
enum AreaAmounts {
    /// The values by code; areas without one are left out.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a property that the level does not have or that is no number.
    static func read(
        _ name: String, of type: AreaType, figures chosen: RecordedEdition?, day: CalendarDay, _ reader: StoreReader
    ) throws -> (values: [AreaCode: Double], title: String) {
        let features = try CollectionReader(reader)
        let catalogue = try features.catalogue(of: .areas(type))
        let numeric = catalogue.all.filter { [.number, .integer].contains($0.kind) }
        guard let queryable = numeric.first(where: { $0.name == name }) else {
            let near = numeric.map(\.name).min { AreaName.slips($0, name) < AreaName.slips($1, name) } ?? ""
            throw GeodataError(
                .invalidRequest, "\(type.plural) have no numeric property \"\(name)\"; the nearest is \"\(near)\".",
                remedy: "Known are: \(numeric.map(\.name).joined(separator: ", ")).")
        }
        var values: [AreaCode: Double] = [:]
        let query = FeatureQuery(
            collection: .areas(type), figures: chosen.map(FeatureQuery.Figures.init), day: day, properties: [name])
        try features.forEach(query) { feature in
            switch feature.properties.first?.value {
            case .number(let value): values[AreaCode(feature.id)] = value
            case .integer(let value): values[AreaCode(feature.id)] = Double(value)
            default: break
            }
        }
        return (values, queryable.title)
    }
}
