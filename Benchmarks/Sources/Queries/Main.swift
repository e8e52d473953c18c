import GeographyModel
import QueryEngine
import SpatialStore

/// Times pages of queries inside the engine, from the text of the filter to the features, and prints
/// `name,median,least` in microseconds.
///
///     Queries STORE COLLECTION INDICATOR EDITION SORT FILTER [RUNS]
@main
struct Main {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 6, let collection = CollectionID(name: arguments[1]),
            let day = CalendarDay("2026-11-21")
        else {
            print("usage: Queries STORE COLLECTION INDICATOR EDITION SORT FILTER [RUNS]")
            return
        }
        let runs = arguments.count > 6 ? Int(arguments[6]) ?? 200 : 200
        let store = try SpatialStore.open(at: arguments[0], access: .readOnly)
        let descending = arguments[4].hasPrefix("-")
        let name = descending ? String(arguments[4].dropFirst()) : arguments[4]
        let times = try await store.read { reader in
            try (0..<runs).map { _ in
                let clock = ContinuousClock()
                var found = 0
                let time = try clock.measure {
                    let query = FeatureQuery(
                        collection: collection, filter: try FilterExpression(text: arguments[5]),
                        figures: .init(indicator: arguments[2], edition: arguments[3]), day: day,
                        sort: [.init(name, isDescending: descending)], limit: 20)
                    found = try CollectionReader(reader).page(query).features.count
                }
                precondition(found > 0, "the filter finds nothing")
                return Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
            }
        }.sorted()
        print("\(collection.name),\(times[times.count / 2]),\(times[0])")
    }
}
