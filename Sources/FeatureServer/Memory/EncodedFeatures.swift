import QueryEngine
import Synchronization

/// Features as GeoJSON, encoded once for each way of reading them, for as long as the state of the store lasts.
///
/// Serving boundaries is almost all writing of numbers, so a page is put together of features that have been written
/// before.
final class EncodedFeatures: Sendable {
    private struct Content {
        var revision = -1
        var tables: [FeatureReading: [String: [UInt8]]] = [:]
        var size = 0
    }

    private let content = Mutex(Content())
    private let capacity: Int

    /// Makes an empty memory.
    ///
    /// - Parameter capacity: How many bytes are kept; where more come, all that were kept before are forgotten.
    init(capacity: Int) { self.capacity = capacity }

    /// How many bytes are kept.
    var size: Int { content.withLock { $0.size } }

    /// The features of one way of reading that are known, by their identifiers.
    ///
    /// - Parameter revision: The state of the store that they must be of.
    func features(_ identifiers: [String], read reading: FeatureReading, at revision: Int) -> [[UInt8]?] {
        content.withLock { content in
            guard content.revision == revision, let table = content.tables[reading] else {
                return Array(repeating: nil, count: identifiers.count)
            }
            return identifiers.map { table[$0] }
        }
    }

    /// Forgets everything.
    func removeAll() { content.withLock { $0 = Content() } }

    /// Keeps features.
    func keep(_ features: [(identifier: String, bytes: [UInt8])], read reading: FeatureReading, at revision: Int) {
        // Besides its bytes a feature takes an array's head, its identifier and a place in a table.
        let size = features.reduce(0) { $0 + $1.bytes.count + 128 }
        content.withLock { content in
            if content.revision < revision { content = Content(revision: revision) }
            guard content.revision == revision, size <= capacity else { return }
            if content.size + size > capacity { content = Content(revision: revision) }
            content.size += size
            for (identifier, bytes) in features { content.tables[reading, default: [:]][identifier] = bytes }
        }
    }
}
