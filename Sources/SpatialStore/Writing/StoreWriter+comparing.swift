import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records the mean place of an area's residents, CRS84.
    public func setPopulationCentroid(_ position: Position, of code: AreaCode, from source: SourceKey) throws {
        try run(
            """
            INSERT OR REPLACE INTO area_population_centroid (area_key, longitude, latitude, source_key)
            VALUES (?, ?, ?, ?)
            """, [try key(of: code), position.longitude, position.latitude, source.rawValue])
    }

    /// Records which areas are listed as similar to an area, the most alike first.
    public func putSimilar(_ codes: [AreaCode], to code: AreaCode, from source: SourceKey) throws {
        for (place, similar) in codes.enumerated() {
            try run(
                """
                INSERT OR REPLACE INTO area_similar (area_key, place, similar_code, source_key) VALUES (?, ?, ?, ?)
                """, [try key(of: code), place + 1, similar.rawValue, source.rawValue])
        }
    }
}
