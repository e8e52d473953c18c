import CSpatiaLite
import GRDB
import GeographyModel

/// Ends statements that take too long, by SQLite's own progress handler.
enum StatementDeadline {
    /// How many of SQLite's steps pass between two looks at the clock: well under a millisecond of plain steps.
    private static let steps: Int32 = 1_000

    /// Runs `body`, whose statements are given up after `deadline`.
    ///
    /// - Throws: ``GeodataError`` `timeBudgetSpent`; what `body` throws.
    static func watch<Value>(
        _ db: Database, _ deadline: ContinuousClock.Instant?, _ body: () throws -> Value
    ) throws -> Value {
        guard var deadline, let handle = db.sqliteConnection else { return try body() }
        return try withUnsafeMutablePointer(to: &deadline) { pointer in
            sqlite3_progress_handler(
                handle, steps,
                { context in
                    let deadline = context?.assumingMemoryBound(to: ContinuousClock.Instant.self).pointee
                    return deadline.map { ContinuousClock.now > $0 ? 1 : 0 } ?? 0
                }, pointer)
            defer { sqlite3_progress_handler(handle, 0, nil, nil) }
            do { return try body() } catch let error as DatabaseError
                where error.resultCode == .SQLITE_INTERRUPT && ContinuousClock.now > pointer.pointee
            {
                throw GeodataError(
                    .timeBudgetSpent, "The answer took longer than is allowed and was given up.",
                    remedy: "Narrow the filter or the box, or ask for fewer properties.")
            }
        }
    }
}
