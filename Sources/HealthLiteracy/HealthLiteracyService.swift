public import GeographyModel
public import SpatialStore

/// The questions that people bring, one method each. The command line and every server call the same methods, so that
/// their answers are the same to the digit.
///
/// ```swift
/// let service = HealthLiteracyService(store: store, today: day)
/// let ranking = try await service.rank(RankingQuery(within: ["London"]))
/// ```
public struct HealthLiteracyService: Sendable {
    /// Where the answers come from.
    public let store: SpatialStore
    /// The day on which initiatives count as active unless a query names another.
    public let today: CalendarDay

    /// Makes a service on an open store.
    public init(store: SpatialStore, today: CalendarDay) {
        self.store = store
        self.today = today
    }
}
