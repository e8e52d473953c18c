import GeographyModel

/// A strict pull parser for JSON (RFC 8259) over bytes: the caller asks for what it expects, one token after the other.
///
/// It never recurses and never looks further than it must. Anything that is not JSON, is nested too deeply or is cut
/// short throws a `GeodataError` with code `inputMalformed` that says at which byte and line, and what was expected.
/// A copy of a scanner is a bookmark: a value can be skipped now and read later from the copy.
///
/// ```swift
/// var scanner = JSONScanner(bytes, file: "places.json")
/// try scanner.enterObject()
/// while let key = try scanner.nextKey() {
///     if key == "name" { print(try scanner.string()) } else { try scanner.skipValue() }
/// }
/// try scanner.expectEnd()
/// ```
package struct JSONScanner {
    /// The kinds of value, known from the first byte.
    package enum Kind { case object, array, string, number, boolean, null }

    let bytes: UnsafeBufferPointer<UInt8>
    let file: String
    /// How deep containers may nest.
    let depthLimit: Int
    /// The byte that is read next.
    package internal(set) var offset: Int
    /// How many containers are open.
    private(set) var depth = 0
    /// Whether the innermost container has been entered and nothing of it asked for yet.
    private var isFresh = false

    /// Starts at the first byte, after a UTF-8 byte order mark where there is one. The bytes must outlive the scanner.
    ///
    /// Containers may nest `depthLimit` deep; GeoJSON itself needs nine.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, depthLimit: Int = 64) {
        self.bytes = bytes
        self.file = file
        self.depthLimit = depthLimit
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Passes white space.
    @inline(__always) mutating func skipSpace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }

    /// Passes white space and says which byte follows; 0 at the end, which no token begins with.
    @inline(__always) mutating func peek() -> UInt8 {
        skipSpace()
        return offset < bytes.count ? bytes[offset] : 0
    }

    /// The kind of the value that comes next.
    package mutating func peekKind() throws -> Kind {
        switch peek() {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: throw unexpected("a value")
        }
    }

    /// Enters the object that comes next.
    package mutating func enterObject() throws {
        guard peek() == UInt8(ascii: "{") else { throw unexpected("an object") }
        try enter()
    }

    /// Enters the array that comes next.
    @inline(__always) package mutating func enterArray() throws {
        guard peek() == UInt8(ascii: "[") else { throw unexpected("an array") }
        try enter()
    }

    @inline(__always) private mutating func enter() throws {
        guard depth < depthLimit else { throw tooDeep() }
        depth += 1
        offset += 1
        isFresh = true
    }

    /// Goes to the next element of the array that was entered; `false` where it ends, which leaves it.
    @inline(__always) package mutating func nextElement() throws -> Bool {
        let byte = peek()
        if byte == UInt8(ascii: "]") {
            leave()
            return false
        }
        if isFresh {
            isFresh = false
            return true
        }
        guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or the end of the array") }
        offset += 1
        if peek() == UInt8(ascii: "]") { throw unexpected("a value after the comma") }
        return true
    }

    /// Goes to the next member of the object that was entered and reads its name; `nil` where the object ends.
    package mutating func nextKey() throws -> String? {
        guard try goToKey() else { return nil }
        let key = try string()
        try passColon()
        return key
    }

    /// Goes to the next member without reading its name; `false` where the object ends.
    mutating func skipKey() throws -> Bool {
        guard try goToKey() else { return false }
        try skipString()
        try passColon()
        return true
    }

    private mutating func goToKey() throws -> Bool {
        var byte = peek()
        if byte == UInt8(ascii: "}") {
            leave()
            return false
        }
        if isFresh {
            isFresh = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or the end of the object") }
            offset += 1
            byte = peek()
        }
        guard byte == UInt8(ascii: "\"") else { throw unexpected("a member name in double quotes") }
        return true
    }

    private mutating func passColon() throws {
        guard peek() == UInt8(ascii: ":") else { throw unexpected("a colon") }
        offset += 1
    }

    @inline(__always) private mutating func leave() {
        depth -= 1
        offset += 1
        isFresh = false
    }

    /// Checks that nothing but white space follows.
    package mutating func expectEnd() throws {
        skipSpace()
        guard offset == bytes.count else { throw unexpected("the end of the file") }
    }
}
