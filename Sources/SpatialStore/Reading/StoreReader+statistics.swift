import GRDB
import GeographyModel

extension StoreReader {
    /// The versions of the libraries that answer: SQLite, SpatiaLite, GEOS, PROJ.
    public func libraryVersions() throws -> [(name: String, version: String)] {
        try SpatiaLiteConnection.versions(db)
    }

    /// The last committed changes, newest first: revision, when (ISO 8601 UTC), and what.
    public func history(limit: Int) throws -> [(revision: Int, changedAt: String, action: String)] {
        try rows("SELECT revision, changed_at, action FROM store_revision ORDER BY revision DESC LIMIT ?", [limit]) {
            ($0[0], $0[1], $0[2])
        }
    }
}
