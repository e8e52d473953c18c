import CSpatiaLite
import GRDB

/// How connections to a store are set up.
enum StoreConfiguration {
    /// Marks the file as a store of this program (`PRAGMA application_id`): "HLGE" in ASCII.
    static let applicationID: Int32 = 0x484C_4745

    /// How long SQLite itself waits for a lock, in seconds, before ``Patience`` looks at the clock.
    static let lockTimeout = 0.5

    /// Lets connections on several threads take memory without waiting for one another. It holds from the first
    /// connection of the process on; where another library has opened one before, everything stays as it is.
    private static let memoryIsUncounted = hlgeo_leave_memory_uncounted() == SQLITE_OK

    /// Sets up SQLite itself; to be called before the first connection.
    static func prepareLibrary() { _ = memoryIsUncounted }

    /// The settings of every connection: foreign keys on, SpatiaLite at hand, other writers waited for.
    static func make(readOnly: Bool, label: String) -> Configuration {
        prepareLibrary()
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.label = label
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(lockTimeout)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try SpatiaLiteConnection.attach(to: db)
            FoldingFunctions.add(to: db)
            // Negative sizes are KiB: 16 MiB holds the pages of every district. What a statement needs to undo itself
            // stays in memory: on disk it costs a dozen writes a row.
            try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}
