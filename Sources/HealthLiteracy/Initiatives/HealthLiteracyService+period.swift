public import GeographyModel
import QueryEngine
import SpatialStore

extension HealthLiteracyService {
    /// From the first day on which any initiative may have run to the last; an end is `nil` where it is open.
    ///
    /// - Returns: `nil` where no initiative has a date.
    public func periodOfInitiatives() async throws -> (first: CalendarDay?, last: CalendarDay?)? {
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
                guard !ends.first.isEmpty else { return nil }
                return (
                    ends.first.contains(nil) ? nil : ends.first.compactMap(\.self).min(),
                    ends.last.contains(nil) ? nil : ends.last.compactMap(\.self).max()
                )
            }
        }
    }
}
