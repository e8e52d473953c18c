import GRDB
package import GeographyModel

extension StoreReader {
    /// The characteristics that areas can have, each with its key, in the order in which they were recorded.
    package func covariateKeys() throws -> [(covariate: Covariate, key: Int64)] {
        try rows("SELECT covariate_id, title, unit, covariate_key FROM covariate ORDER BY covariate_key") { row in
            (Covariate(id: row[0], title: row[1], unit: row[2]), row[3])
        }
    }

    /// The key of an edition; `nil` where the store has none such.
    package func editionKey(indicator: String, edition: String) throws -> Int64? {
        try rows(
            """
            SELECT edition_key FROM edition JOIN indicator USING (indicator_key)
            WHERE indicator_id = ? AND edition_id = ?
            """, [indicator, edition]
        ) { $0[0] as Int64 }.first
    }

    /// Refuses a state of the store for which nothing was derived.
    ///
    /// - Throws: ``GeodataError`` `storeCorrupt`.
    package func requireDerived() throws {
        try remembered("derived") { try checkDerived() }
    }

    private func checkDerived() throws {
        let derived = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT revision FROM derived_state WHERE only_row = 1"))
        guard try derived == revision() else {
            throw GeodataError(
                .storeCorrupt, "The store was changed without bringing its rankings up to date.",
                remedy: "Run 'hlgeo load' on it.")
        }
    }
}
