package import GeographyModel

extension JSONScanner {
    /// The line of the next byte, from 1.
    package var line: Int { 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } }

    /// The error that says what should have come here.
    package func unexpected(_ expected: String) -> GeodataError {
        guard offset < bytes.count else {
            return malformed("ends where \(expected) was expected", remedy: "The file may be cut short; get it again.")
        }
        let word = String(decoding: bytes[offset...].prefix(9), as: UTF8.self)
        if ["NaN", "Infinity", "-Infinity"].contains(where: word.hasPrefix) {
            return malformed("holds a number that is not finite, which JSON cannot say", remedy: "Write null instead.")
        }
        let found = Unicode.Scalar(bytes[offset])
        let name = (0x21..<0x7F).contains(found.value) ? "\"\(found)\"" : "byte \(found.value)"
        return malformed("has \(name) where \(expected) was expected", remedy: "Check that the file is valid JSON.")
    }

    /// The error for nesting that no real file has.
    func tooDeep() -> GeodataError {
        malformed("nests deeper than \(depthLimit) levels", remedy: "Check that the file is what it should be.")
    }

    /// An error that names the file and the place.
    func malformed(_ complaint: String, remedy: String) -> GeodataError {
        GeodataError(.inputMalformed, "\(file) \(complaint), at byte \(offset), line \(line).", remedy: remedy)
    }
}
