package import GeographyModel
import SpatialStore

/// How features are read: everything besides the features themselves and the state of the store that decides what is
/// handed out of them. Two features of one identifier that are read alike are alike.
package struct FeatureReading: Hashable, Sendable {
    /// The collection.
    package let collection: CollectionID
    let edition: Int64?
    /// The day on which activity is judged; `nil` where no property depends on it.
    let day: CalendarDay?
    /// The names of the properties that each feature carries, in order.
    package let columns: [String]
    let geometry: GeometryDetail
    let system: CoordinateReferenceSystem
}

/// The features of one page, found but not read.
package struct FeatureSelection: Sendable {
    /// Where the features can be read.
    enum Source: Sendable {
        /// In the store, by their keys.
        case store(QueryPlan, keys: [Int64])
        /// In memory, by their rows.
        case table(FeatureTable, rows: [Int])
    }

    let source: Source
    /// How they are to be read.
    package let reading: FeatureReading
    /// Whether they carry the properties that features carry unless a query names others.
    package let carriesUsual: Bool
    /// What identifies each feature, in order.
    package let identifiers: [String]
    /// How many features meet the filter, on all pages together; `nil` where that was not asked.
    package let numberMatched: Int?
    /// What the next page begins after; `nil` on the last page.
    package let next: PageToken?
    /// What the page before ends before; `nil` on the first page.
    package let previous: PageToken?

    /// The features where they are in memory; `nil` where the store has to be read.
    ///
    /// - Parameter places: Which of them, counted from 0.
    package func featuresInMemory(at places: [Int]) -> [Feature]? {
        guard case .table(let table, let rows) = source else { return nil }
        return table.features(places.map { rows[$0] }, read: reading)
    }
}

extension FeatureSelection {
    /// - Parameters:
    ///   - found: The features in the order of the plan, which is backward where its token is.
    ///   - hasMore: Whether more follow in that order.
    init(plan: QueryPlan, found: [FoundFeature], hasMore: Bool, numberMatched: Int?) {
        let isBackward = plan.order.isReversed
        let found = isBackward ? found.reversed() : found
        let identifiers = found.map { feature in
            feature.values.suffix(plan.order.identifierCount)
                .map { if case .text(let words) = $0 { words } else { "" } }.joined(separator: "/")
        }
        func token(_ feature: FoundFeature?, isBackward: Bool) -> PageToken? {
            feature.map { PageToken(order: plan.order.signature, values: $0.values, isBackward: isBackward) }
        }
        self.init(
            source: .store(plan, keys: found.map(\.key)), reading: plan.reading,
            carriesUsual: plan.query.properties == nil, identifiers: identifiers, numberMatched: numberMatched,
            next: hasMore || isBackward ? token(found.last, isBackward: false) : nil,
            previous: (isBackward ? hasMore : plan.query.after != nil) ? token(found.first, isBackward: true) : nil)
    }
}

/// A feature that a plan found.
struct FoundFeature {
    let key: Int64
    /// What it is sorted by, ending with its identifiers.
    let values: [SQLValue]
}
