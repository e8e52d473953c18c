import GRDB
import GeographyModel

/// The versions of the store's schema, oldest first. A migration that has shipped is never edited.
enum StoreMigrations {
    /// The migrator that brings a file to the newest schema.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 places, figures and initiatives") { db in
            try db.execute(sql: "PRAGMA application_id = \(StoreConfiguration.applicationID)")
            try initialiseSpatialMetadata(db)
            try db.execute(sql: StoreSchema.provenance)
            try db.execute(sql: StoreSchema.places)
            try db.execute(sql: StoreSchema.figures)
            try db.execute(sql: StoreSchema.initiatives)
            try registerGeometry(db)
        }
        migrator.registerMigration("2 models") { db in try db.execute(sql: StoreSchema.models) }
        migrator.registerMigration("3 what follows") { db in
            try db.execute(sql: StoreSchema.derived)
            try completeDates(db)
        }
        migrator.registerMigration("4 writing over the service") { db in try db.execute(sql: StoreSchema.writing) }
        migrator.registerMigration("5 comparing places") { db in try db.execute(sql: StoreSchema.comparing) }
        return migrator
    }

    /// The reference systems that boundaries are stored in or asked for in.
    private static let referenceSystems = [4326, 27700, 3857]

    /// Creates SpatiaLite's own tables with only the reference systems in use: all of EPSG takes seconds and space.
    private static func initialiseSpatialMetadata(_ db: Database) throws {
        // 0: within the migration's own transaction.
        _ = try Int.fetchOne(db, sql: "SELECT InitSpatialMetadata(0, 'NONE')")
        for system in referenceSystems {
            _ = try Int.fetchOne(db, sql: "SELECT InsertEpsgSrid(?)", arguments: [system])
        }
    }

    /// Tells SpatiaLite, and through it GDAL and QGIS, of the geometry column, and indexes it.
    ///
    /// `AddGeometryColumn` does not know STRICT tables, so the column is declared as BLOB and recovered.
    private static func registerGeometry(_ db: Database) throws {
        let recovered = try Int.fetchOne(
            db, sql: "SELECT RecoverGeometryColumn('area', 'geometry', 4326, 'MULTIPOLYGON', 'XY')")
        let indexed = try Int.fetchOne(db, sql: "SELECT CreateSpatialIndex('area', 'geometry')")
        guard recovered == 1, indexed == 1 else {
            throw DatabaseError(message: "SpatiaLite refused the geometry column")
        }
    }

    /// Fills in the days that initiatives of older stores lack, from the words of their sources.
    private static func completeDates(_ db: Database) throws {
        let entries = try Row.fetchAll(db, sql: "SELECT initiative_key, start_text, end_text FROM initiative")
        for entry in entries {
            let start = (entry[1] as String?).flatMap { PartialDate($0) }
            let end = (entry[2] as String?).flatMap { PartialDate($0) }
            try db.execute(
                sql: "UPDATE initiative SET start_latest = ?, end_earliest = ? WHERE initiative_key = ?",
                arguments: [start?.latest?.description, end?.earliest.description, entry[0] as Int64])
        }
    }
}
