extension StoreSchema {
    /// Where the residents of areas are on average, and which areas are alike. Fifth schema.
    static let comparing = """
        -- The mean place of an area's residents, CRS84, from which distances are measured.
        CREATE TABLE area_population_centroid (
            area_key INTEGER PRIMARY KEY REFERENCES area ON DELETE CASCADE,
            longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
            latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
            source_key INTEGER NOT NULL REFERENCES source
        ) STRICT;

        -- Areas that a publisher lists as similar, the most alike first; some are not held.
        CREATE TABLE area_similar (
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            place INTEGER NOT NULL CHECK (place > 0),
            similar_code TEXT NOT NULL,
            source_key INTEGER NOT NULL REFERENCES source,
            PRIMARY KEY (area_key, place)
        ) STRICT, WITHOUT ROWID;
        """
}
