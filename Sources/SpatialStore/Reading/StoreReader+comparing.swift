import GRDB
public import GeographyModel

extension StoreReader {
    /// The mean place of the residents of each area of a type that has one, CRS84.
    public func populationCentroids(of type: AreaType) throws -> [AreaCode: Position] {
        let pairs = try rows(
            """
            SELECT area_code, centroid.longitude, centroid.latitude
            FROM area_population_centroid AS centroid JOIN area USING (area_key) WHERE area_type = ?
            """, [type.rawValue]
        ) { (AreaCode($0[0]), Position(longitude: $0[1], latitude: $0[2])) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The areas that a publisher lists as similar to each area of a type, the most alike first, with the publisher.
    public func similarAreas(of type: AreaType) throws -> (lists: [AreaCode: [AreaCode]], source: DataSource?) {
        var lists: [AreaCode: [AreaCode]] = [:]
        var source: String?
        let pairs = try rows(
            """
            SELECT area_code, similar_code, source_id FROM area_similar
            JOIN area USING (area_key) JOIN source ON source.source_key = area_similar.source_key
            WHERE area_type = ? ORDER BY area_code, place
            """, [type.rawValue]
        ) { (AreaCode($0[0]), AreaCode($0[1]), $0[2] as String) }
        for (code, similar, id) in pairs {
            lists[code, default: []].append(similar)
            source = id
        }
        return (lists, try sources().first { $0.id == source })
    }
}
