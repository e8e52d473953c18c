import CSpatiaLite
import GRDB

/// SpatiaLite's functions on one SQLite connection.
///
/// SpatiaLite keeps a cache for each connection, which must be given back when the connection closes. GRDB has no hook
/// for that moment, but SQLite calls the destructor of every user-defined function then: a function that nobody calls
/// carries the cache, and its destructor frees it.
enum SpatiaLiteConnection {
    /// Makes SpatiaLite's SQL functions available on `db`; their C libraries keep quiet on standard error.
    static func attach(to db: Database) throws {
        guard let handle = db.sqliteConnection, let cache = spatialite_alloc_connection() else {
            throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "SpatiaLite could not be started")
        }
        spatialite_init_ex(handle, cache, 0)
        spatialite_set_silent_mode(cache)
        let status = sqlite3_create_function_v2(
            handle, "hlgeo_spatialite_cache", 0, SQLITE_UTF8, cache,
            { context, _, _ in sqlite3_result_null(context) }, nil, nil,
            { cache in spatialite_cleanup_ex(cache) })
        guard status == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: status), message: "SpatiaLite could not be started")
        }
    }

    /// The versions of SpatiaLite, GEOS and PROJ in use.
    static func versions(_ db: Database) throws -> [(name: String, version: String)] {
        let row = try Row.fetchOne(
            db, sql: "SELECT sqlite_version(), spatialite_version(), geos_version(), proj_version()")
        return zip(["SQLite", "SpatiaLite", "GEOS", "PROJ"], 0...).map { name, column in
            (name, (row?[column] as String?) ?? "not available")
        }
    }
}
