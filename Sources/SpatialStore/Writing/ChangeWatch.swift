import GRDB

/// What a transaction has changed, as far as something is derived from it.
package struct ChangedParts: Sendable {
    /// Areas, or which lies in which.
    package var places = false
    /// Characteristics of areas, or what an indicator means.
    package var foundations = false
    /// Initiatives, or where they are.
    package var initiatives = false
    /// The keys of editions whose figures or draws changed.
    package var editions: Set<Int64> = []
}

/// Notes what a transaction changes, by triggers that live no longer than it: no statement can forget to say so.
enum ChangeWatch {
    private static let watched: [(table: String, events: [String], part: String, key: String)] =
        [
            ("area", ["INSERT", "DELETE"], "places", "0"), ("area_membership", all, "places", "0"),
            ("covariate_value", all, "foundations", "0"),
            ("indicator", ["UPDATE OF unit, polarity"], "foundations", "0"),
            ("initiative", all, "initiatives", "0"), ("initiative_area", all, "initiatives", "0"),
            ("edition", ["INSERT", "UPDATE OF population_covariate_key"], "edition", "edition_key"),
            ("estimate", all, "edition", "edition_key"), ("estimate_draws", all, "edition", "edition_key"),
        ]
    private static let all = ["INSERT", "UPDATE", "DELETE"]

    /// Begins to watch, within a transaction.
    static func begin(_ db: Database) throws {
        try db.execute(sql: "CREATE TEMP TABLE changed (part TEXT, key INTEGER, PRIMARY KEY (part, key)) WITHOUT ROWID")
        for (table, events, part, key) in watched {
            for (number, event) in events.enumerated() {
                let row = key == "0" ? "0" : (event == "DELETE" ? "old." : "new.") + key
                try db.execute(
                    sql: """
                        CREATE TEMP TRIGGER changed_\(table)_\(number) AFTER \(event) ON main.\(table) BEGIN
                            \(note(part, row))
                        END
                        """)
            }
        }
        // A level that an area is moved to is a change of places; its boundary is not.
        try db.execute(
            sql: """
                CREATE TEMP TRIGGER changed_area_type AFTER UPDATE OF area_type ON main.area
                WHEN old.area_type <> new.area_type BEGIN \(note("places", "0")) END
                """)
    }

    /// What a trigger does. `OR IGNORE` would not do: the statement that fires a trigger decides on its conflicts.
    private static func note(_ part: String, _ key: String) -> String {
        """
        INSERT INTO changed SELECT '\(part)', \(key)
        WHERE NOT EXISTS (SELECT 1 FROM changed WHERE part = '\(part)' AND key = \(key));
        """
    }

    /// Stops watching, before the transaction ends.
    static func end(_ db: Database) throws {
        let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'")
        for trigger in triggers where trigger.hasPrefix("changed_") {
            try db.execute(sql: "DROP TRIGGER temp.\(trigger)")
        }
        try db.execute(sql: "DROP TABLE temp.changed")
    }

    /// What was changed so far.
    static func changed(_ db: Database) throws -> ChangedParts {
        var parts = ChangedParts()
        for row in try Row.fetchAll(db, sql: "SELECT part, key FROM changed") {
            switch row[0] as String {
            case "places": parts.places = true
            case "foundations": parts.foundations = true
            case "initiatives": parts.initiatives = true
            default: parts.editions.insert(row[1])
            }
        }
        return parts
    }
}
