import GRDB
import GeographyModel

/// SQL functions that compare words as people do, which SQLite knows for ASCII only.
enum FoldingFunctions {
    /// Makes `hlgeo_casei(text)` and `hlgeo_accenti(text)` available on `db`.
    static func add(to db: Database) {
        db.add(function: function("hlgeo_casei", TextFolding.withoutCase))
        db.add(function: function("hlgeo_accenti", TextFolding.withoutAccents))
    }

    private static func function(_ name: String, _ fold: @escaping @Sendable (String) -> String) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 1, pure: true) { values in
            String.fromDatabaseValue(values[0]).map(fold)
        }
    }
}
