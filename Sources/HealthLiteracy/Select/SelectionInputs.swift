import SourceReaders

/// The files that a selection may be asked with: demand points, candidates, and the distances between them.
public struct SelectionInputs: Sendable {
    /// A file on disk, or bytes that came otherwise.
    public enum Source: Sendable {
        /// The file at this path; `-` is standard input.
        case path(String)
        /// Bytes, with the name that messages give them.
        case bytes([UInt8], name: String)

        /// Reads it.
        func read() throws -> InputFile {
            switch self {
            case .path(let path): try InputFile(path: path)
            case .bytes(let bytes, let name): try InputFile(name: name, stored: bytes)
            }
        }
    }

    /// Demand points (CSV); `nil` takes areas of the store.
    public var demand: Source?
    /// Candidates (CSV); `nil` takes areas of the store.
    public var candidates: Source?
    /// Distances or travel times from demand to candidates (CSV, long or wide); `nil` measures them.
    public var matrix: Source?

    /// Names the files; without arguments everything comes from the store.
    public init(demand: Source? = nil, candidates: Source? = nil, matrix: Source? = nil) {
        self.demand = demand
        self.candidates = candidates
        self.matrix = matrix
    }
}
