import GRDB
import GeographyModel

/// What SQLite's result codes mean to somebody who uses a store.
enum StoreFailure {
    /// Runs `body` and turns its database errors into sentences about the store at `path`.
    static func explained<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw translate(error, path: path) }
    }

    /// The same for asynchronous work.
    static func explained<Value: Sendable>(
        _ path: String, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        do { return try await body() } catch { throw translate(error, path: path) }
    }

    private static func translate(_ error: any Error, path: String) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        let reload = "Build it anew with 'hlgeo load --store \(path)' after moving the damaged file away."
        switch failure.resultCode {
        case .SQLITE_NOTADB:
            return GeodataError(
                .storeForeign, "\(path) is not a store of hlgeo: it is not an SQLite file.",
                remedy: "Name another file with --store.", cause: failure)
        case .SQLITE_CORRUPT:
            return GeodataError(.storeCorrupt, "The store \(path) is damaged.", remedy: reload, cause: failure)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return GeodataError(
                .storeBusy,
                "Another process is writing to the store \(path) and did not finish in time.",
                remedy: "Nothing was changed; try again when it has finished.", cause: failure)
        case .SQLITE_FULL:
            return GeodataError(
                .outputFailed, "There is no space left on the disk that holds \(path).",
                remedy: "Nothing was changed; make room and try again.", cause: failure)
        case .SQLITE_READONLY, .SQLITE_PERM:
            return GeodataError(
                .outputFailed, "The store \(path) cannot be written.",
                remedy: "Check the permissions of the file and of its folder.", cause: failure)
        case .SQLITE_IOERR:
            return GeodataError(
                .outputFailed,
                "Reading or writing the store \(path) failed: \(failure.message ?? "input/output error").",
                remedy: "Nothing was changed; check the disk.", cause: failure)
        case .SQLITE_CANTOPEN:
            return GeodataError(
                .storeMissing, "The store \(path) cannot be opened.",
                remedy: "Check that its folder exists and may be read, or name another file with --store.",
                cause: failure)
        case .SQLITE_INTERRUPT:
            return CancellationError()
        default:
            return GeodataError(
                .internal, "The store \(path) did not answer: \(failure.message ?? "unknown reason").", cause: failure)
        }
    }
}
