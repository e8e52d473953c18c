import GeographyModel

/// A file that somebody brings, whole in memory: its bytes, and what identifies it.
///
/// Gzip is recognised by its first bytes, whatever the name says, and is inflated. The checksum and the size are those
/// of the file as it stands on disk, so that anybody can check them with `sha256sum`.
///
/// ```swift
/// let file = try InputFile(path: "boundaries.geojson.gz")
/// print(file.sha256, file.bytes.count)
/// ```
package struct InputFile: Sendable {
    /// The file as the user named it; every message and diagnostic says so.
    package var name: String
    /// The content, inflated where the file is gzip.
    package var bytes: [UInt8]
    /// SHA-256 of the file on disk, in lower-case hexadecimal.
    package var sha256: String
    /// Bytes on disk.
    package var size: Int
    /// Whether the file on disk is gzip.
    package var isCompressed: Bool

    /// The most bytes that a file may hold after it is inflated: 4 GiB, so that a gzip bomb cannot fill the machine.
    package static let sizeLimit = 4 << 30

    /// Reads the file at `path`, or standard input where that is `-`.
    ///
    /// - Throws: `GeodataError` with code `inputMissing` where the path leads to no readable file, and
    ///   `inputMalformed` where the file is empty, is damaged gzip, or is of a kind that has to be unpacked or
    ///   converted first.
    package init(path: String, sizeLimit: Int = InputFile.sizeLimit) throws {
        let isStandardInput = path == "-"
        let stored = try FileBytes.read(path: isStandardInput ? "/dev/stdin" : path)
        try self.init(name: isStandardInput ? "standard-input" : path, stored: stored, sizeLimit: sizeLimit)
    }

    /// Takes bytes that are in memory already, as if they stood in a file called `name`.
    ///
    /// - Throws: `GeodataError` with code `inputMalformed`, as for a file.
    package init(name: String, stored: [UInt8], sizeLimit: Int = InputFile.sizeLimit) throws {
        guard !stored.isEmpty else {
            throw GeodataError(.inputMalformed, "\(name) is empty.", remedy: "Download or save it again.")
        }
        self.name = name
        size = stored.count
        sha256 = Checksum.sha256(of: stored)
        isCompressed = Gzip.isGzip(stored)
        bytes = isCompressed ? try Gzip.inflate(stored, name: name, sizeLimit: sizeLimit) : stored
        guard !bytes.isEmpty else {
            throw GeodataError(
                .inputMalformed, "\(name) is gzip with nothing inside.", remedy: "Download or save it again.")
        }
        if let foreign = ForeignFormat(bytes) {
            throw GeodataError(.inputMalformed, "\(name) is \(foreign.description).", remedy: foreign.remedy)
        }
    }
}
