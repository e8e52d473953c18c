import GeographyModel
import QueryEngine
import SpatialStore
import TestSupport

/// The embedded data set as the engine sees it.
enum Fixture {
    static let figures = FeatureQuery.Figures(indicator: "low-health-literacy", edition: "modelled-2021")

    static func store() async throws -> SpatialStore {
        try SpatialStore.open(at: try await FixtureStore.path(), access: .readOnly)
    }

    /// A query for all properties that a test names.
    static func query(
        _ collection: CollectionID, _ filter: String? = nil, properties: [String] = [],
        sort: [FeatureQuery.SortKey] = [], limit: Int? = nil
    ) throws -> FeatureQuery {
        FeatureQuery(
            collection: collection, filter: try filter.map { try FilterExpression(text: $0) }, figures: figures,
            day: FixtureStore.day, properties: properties, sort: sort, limit: limit)
    }

    /// All features that a query means.
    static func features(_ query: FeatureQuery) async throws -> [Feature] {
        try await store().read { reader in
            var features: [Feature] = []
            try CollectionReader(reader, limits: QueryLimits(time: nil)).forEach(query) { features.append($0) }
            return features
        }
    }

    /// The identifiers of the features that meet a filter, in order.
    static func identifiers(_ collection: CollectionID, _ filter: String) async throws -> [String] {
        try await features(query(collection, filter)).map(\.id)
    }
}

extension Feature {
    /// The value of a property.
    subscript(_ name: String) -> PropertyValue { properties.first { $0.name == name }?.value ?? .null }

    /// A number, whole or not.
    func number(_ name: String) -> Double? {
        switch self[name] {
        case .number(let number): number
        case .integer(let whole): Double(whole)
        default: nil
        }
    }

    /// Words.
    func text(_ name: String) -> String? {
        if case .text(let text) = self[name] { text } else { nil }
    }
}
