import FeatureFormats
import GeographyModel
import HealthLiteracy
import QueryEngine

extension Exchange {
    /// The features of a page as GeoJSON, in order; those that were not encoded before are read and kept.
    ///
    /// - Throws: ``GeodataError`` `timeBudgetSpent`.
    func encodedFeatures(of found: FoundPage) throws -> [[UInt8]] {
        let selection = found.selection
        let reading = selection.reading
        var features = encoded.features(selection.identifiers, read: reading, at: found.revision)
        let missing = features.indices.filter { features[$0] == nil }
        if !missing.isEmpty {
            var fresh: [(identifier: String, bytes: [UInt8])] = []
            let places = Dictionary(
                missing.map { (selection.identifiers[$0], $0) }, uniquingKeysWith: { first, _ in first })
            for feature in try found.features(at: missing) {
                guard let place = places[feature.id] else { continue }
                var buffer = TextBuffer(capacity: 1_024)
                buffer.appendGeoJSON(feature)
                let bytes = buffer.takeBytes()
                features[place] = bytes
                fresh.append((feature.id, bytes))
            }
            // Properties can be chosen in more ways than memory holds.
            if selection.carriesUsual { encoded.keep(fresh, read: reading, at: found.revision) }
        }
        return features.compactMap(\.self)
    }
}
