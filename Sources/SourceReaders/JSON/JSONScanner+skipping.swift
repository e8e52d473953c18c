import GeographyModel

extension JSONScanner {
    /// Reads the `true` or `false` that comes next.
    package mutating func boolean() throws -> Bool {
        let isTrue = peek() == UInt8(ascii: "t")
        try pass(isTrue ? "true" : "false")
        return isTrue
    }

    /// Passes the `null` that comes next.
    package mutating func null() throws { _ = (peek(), try pass("null")) }

    /// Passes the number that comes next where it is one that JSON does not have (`NaN`, `Infinity`), as some programs
    /// write for missing values.
    mutating func skipNonFinite() -> Bool {
        _ = peek()
        for word in ["NaN", "Infinity", "-Infinity"] where bytes[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return true
        }
        return false
    }

    private mutating func pass(_ word: StaticString) throws {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[offset...].starts(with: letters) else { throw unexpected(word.description) }
        offset += letters.count
    }

    /// Passes the value that comes next, whatever it is, and checks that it is JSON.
    package mutating func skipValue() throws {
        let base = depth
        // One bit a container that was entered here, the innermost lowest: 1 for arrays.
        var arrays: UInt64 = 0
        repeat {
            switch try peekKind() {
            case .object:
                try enterObject()
                arrays <<= 1
            case .array:
                try enterArray()
                arrays = arrays << 1 | 1
            case .string: try skipString()
            case .number: _ = try double()
            case .boolean: _ = try boolean()
            case .null: try null()
            }
            guard depth - base <= UInt64.bitWidth else { throw tooDeep() }
            while depth > base {
                let hasMore = arrays & 1 == 1 ? try nextElement() : try skipKey()
                if hasMore { break }
                arrays >>= 1
            }
        } while depth > base
    }
}
