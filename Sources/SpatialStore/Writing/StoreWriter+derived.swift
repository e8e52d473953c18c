import GRDB
package import GeographyModel

/// How a figure stands among those of all areas of its level in its edition.
package struct RecordedStanding: Sendable {
    /// The figure's area.
    package var area: AreaCode
    /// 1 is the greatest need; `nil` where the figure cannot be ranked.
    package var rank: Int?
    /// The least rank that the figures' uncertainty leaves.
    package var rankLower: Int?
    /// The greatest rank that the figures' uncertainty leaves.
    package var rankUpper: Int?
    /// The probability 0…1 of being in the worst fifth.
    package var probabilityInWorst: Double?
    /// 1 is the fifth of greatest need, 5 the one of least.
    package var quantileGroup: Int?
    /// The comparison with the country at 95 %, in its stable word.
    package var comparedToEngland: String?
    /// People on the bad side of the indicator.
    package var people: Int?
    /// People whom the figure is of.
    package var population: Int?

    /// A figure of which only the people are known.
    package init(area: AreaCode, people: Int?, population: Int?) {
        self.area = area
        self.people = people
        self.population = population
    }
}

/// What follows from the rest of the store is written anew as a whole.
extension StoreWriter {
    /// What this transaction has changed so far.
    package func changedParts() throws -> ChangedParts { try ChangeWatch.changed(db) }

    /// Forgets which areas lie above which.
    package func clearAncestors() throws { try run("DELETE FROM area_ancestor", []) }

    /// Forgets which areas initiatives touch.
    package func clearReaches() throws { try run("DELETE FROM area_initiative", []) }

    /// Forgets how the figures of an edition stand.
    package func clearStandings(of key: Int64) throws {
        try run("DELETE FROM estimate_standing WHERE edition_key = ?", [key])
    }

    /// Whether what was derived holds for the state before this transaction.
    package func isDerivedBefore() throws -> Bool {
        let derived = try Int.fetchOne(db, sql: "SELECT revision FROM derived_state WHERE only_row = 1")
        return try derived == reader.revision()
    }

    /// Records that best-fit lookups lead from an area to one of a wider level.
    package func putAncestor(_ ancestor: Area, of code: AreaCode) throws {
        try run(
            "INSERT OR IGNORE INTO area_ancestor (area_key, ancestor_type, ancestor_key) VALUES (?, ?, ?)",
            [try key(of: code), ancestor.type.rawValue, try key(of: ancestor.code)])
    }

    /// Records how an initiative touches an area.
    package func putReach(_ reach: String, of initiativeID: String, over code: AreaCode) throws {
        try run(
            """
            INSERT INTO area_initiative (area_key, initiative_key, reach)
            VALUES (?, (SELECT initiative_key FROM initiative WHERE initiative_id = ?), ?)
            """, [try key(of: code), initiativeID, reach])
    }

    /// Records how the figures of an edition stand.
    package func put(_ standings: [RecordedStanding], of key: Int64) throws {
        for standing in standings {
            try run(
                """
                INSERT INTO estimate_standing (edition_key, area_key, rank, rank_lower, rank_upper,
                    probability_in_worst, quantile_group, compared_to_england, people, population)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    key, try self.key(of: standing.area), standing.rank, standing.rankLower, standing.rankUpper,
                    standing.probabilityInWorst, standing.quantileGroup, standing.comparedToEngland, standing.people,
                    standing.population,
                ])
        }
    }

    /// Marks what was derived as holding for the revision that this transaction ends with.
    package func markDerived() throws {
        try run(
            """
            INSERT INTO derived_state (only_row, revision) VALUES (1, ?)
            ON CONFLICT (only_row) DO UPDATE SET revision = excluded.revision
            """, [try nextRevision()])
    }
}
