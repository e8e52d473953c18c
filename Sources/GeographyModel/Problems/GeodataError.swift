/// Something that cannot go on: what happened, what to do, and what caused it.
///
/// The code decides a program's exit status and a server's response status, in one table each.
public struct GeodataError: Error, Sendable {
    /// The kind of failure. The raw value is stable and documented.
    public enum Code: String, CaseIterable, Sendable {
        /// The request itself is wrong: an unknown option value, a contradiction.
        case invalidRequest = "invalid-request"
        /// The filter is not CQL2, or names or compares what the collection does not have.
        case invalidFilter = "invalid-filter"
        /// The filter's text is longer than is allowed.
        case filterTooLong = "filter-too-long"
        /// The filter nests deeper than is allowed.
        case filterTooDeep = "filter-too-deep"
        /// The geometries of the filter have more places than is allowed.
        case tooManyVertices = "too-many-vertices"
        /// More rows were asked for at once than is allowed.
        case tooManyRows = "too-many-rows"
        /// The answer took longer than is allowed and was given up.
        case timeBudgetSpent = "time-budget-spent"
        /// No area has that code or name.
        case areaNotFound = "area-not-found"
        /// No indicator has that identifier.
        case indicatorNotFound = "indicator-not-found"
        /// No edition has that identifier.
        case editionNotFound = "edition-not-found"
        /// No feature of the collection has that identifier.
        case featureNotFound = "feature-not-found"
        /// What was to be made is there already.
        case alreadyExists = "already-exists"
        /// What was to be changed is no longer what the caller has read.
        case changedMeanwhile = "changed-meanwhile"
        /// The token does not allow the change.
        case notAuthorised = "not-authorised"
        /// The edition has no figure at the level that was asked for.
        case noFigures = "no-figures"
        /// The input file is not there or cannot be read.
        case inputMissing = "input-missing"
        /// The input is not what its name says, is cut short, or cannot be understood.
        case inputMalformed = "input-malformed"
        /// The input uses a coordinate reference system that is not supported.
        case unsupportedCRS = "unsupported-crs"
        /// The input was refused because of bad rows.
        case inputRefused = "input-refused"
        /// The store is not there.
        case storeMissing = "store-missing"
        /// The store holds no data yet.
        case storeEmpty = "store-empty"
        /// The file is not a store of this program.
        case storeForeign = "store-foreign"
        /// The store is damaged.
        case storeCorrupt = "store-corrupt"
        /// The store was written by a newer version of the program.
        case storeNewer = "store-newer"
        /// Another process is writing to the store.
        case storeBusy = "store-busy"
        /// A store that was to be made is there already.
        case storeExists = "store-exists"
        /// A file could not be written: no space, no permission.
        case outputFailed = "output-failed"
        /// A fault of the program itself.
        case `internal` = "internal"
    }

    /// The kind of failure.
    public var code: Code
    /// What happened, in one clear sentence.
    public var message: String
    /// What to do about it.
    public var remedy: String?
    /// The error underneath, where there is one.
    public var cause: (any Error)?

    /// Makes an error.
    public init(_ code: Code, _ message: String, remedy: String? = nil, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }
}

extension GeodataError: CustomStringConvertible {
    /// The message followed by the remedy.
    public var description: String { remedy.map { "\(message) \($0)" } ?? message }
}
