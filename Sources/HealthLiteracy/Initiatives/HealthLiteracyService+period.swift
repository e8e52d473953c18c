public import GeographyModel
import QueryEngine
import SpatialStore

extension HealthLiteracyService {
    /// From the first day that any initiative may have run on, as far as sources say, to the last; that is `nil` where one
    /// of them may go on without end.
    ///
    /// - Returns: `nil` where no initiative has a date.
    public func periodOfInitiatives() async throws -> (first: CalendarDay, last: CalendarDay?)? {
        try await store.read { reader in
            try reader.remembered("period of initiatives") {
                var ends: (first: [CalendarDay?], last: [CalendarDay?]) = ([], [])
                let query = FeatureQuery(collection: .initiatives, day: today, properties: ["period"])
                try CollectionReader(reader).forEach(query) { feature in
                    guard case .text(let words) = feature.properties.first?.value else { return }
                    let days = words.split(separator: "/").map { CalendarDay(String($0)) }
                    guard days.count == 2 else { return }
                    ends.first.append(days[0])
                    ends.last.append(days[1])
                }
                let stated = (ends.first + ends.last).compactMap(\.self)
                guard let first = stated.min() else { return nil }
                return (first, ends.last.contains(nil) ? nil : stated.max())
            }
        }
    }
}
