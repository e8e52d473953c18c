import GeographyModel
import SourceReaders

/// Reads CQL2 JSON. Members may come in any order, and every value is checked as in CQL2 text.
struct FilterJSONReader {
    var builder: FilterBuilder
    var scanner: JSONScanner
    private var nesting = 0

    /// Reads all of `bytes`, which are the source's.
    static func filter(_ bytes: UnsafeBufferPointer<UInt8>, builder: FilterBuilder) throws -> FilterExpression {
        var reader = FilterJSONReader(bytes, builder: builder)
        do {
            let filter = try reader.value()
            try reader.scanner.expectEnd()
            try builder.check(filter.expression, for: .condition)
            return filter.expression
        } catch let error as GeodataError where error.code == .inputMalformed {
            throw reader.malformed(error)
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, builder: FilterBuilder) {
        self.builder = builder
        // An operation has two containers, an object and its arguments; a MultiPolygon at the bottom has five.
        let containers = 2 * builder.limits.depth + 8
        scanner = JSONScanner(bytes, file: "The \(builder.source.subject)", depthLimit: containers)
    }

    /// Reads any value.
    mutating func value() throws -> FilterBranch {
        let kind = try scanner.peekKind()
        let start = scanner.offset
        switch kind {
        case .string: return try builder.text(try scanner.string(), at: start)
        case .number: return try builder.number(try scanner.double(), at: start)
        case .boolean: return builder.leaf(.boolean(try scanner.boolean()), at: start)
        case .array: return try builder.array(try list { try $0.value() }, at: start)
        case .object: return try object(at: start)
        case .null:
            throw builder.source.unexpected(
                "\"null\"", at: start, expected: "a value",
                remedy: "To look for missing values write {\"op\":\"isNull\",\"args\":[…]}.")
        }
    }

    /// Reads a list of values, one level further in.
    mutating func list(_ element: (inout Self) throws -> FilterBranch) throws -> [FilterBranch] {
        try scanner.enterArray()
        guard nesting < builder.limits.depth else {
            throw builder.source.tooDeep(builder.limits.depth, at: scanner.offset)
        }
        nesting += 1
        defer { nesting -= 1 }
        var elements: [FilterBranch] = []
        while try scanner.nextElement() { elements.append(try element(&self)) }
        return elements
    }

    /// Reads a list of numbers.
    mutating func numbers() throws -> [Double] {
        try scanner.enterArray()
        var numbers: [Double] = []
        while try scanner.nextElement() {
            let start = scanner.offset
            numbers.append(try builder.finite(try scanner.double(), at: start))
        }
        return numbers
    }

    /// The scanner's error as the filter's, with the place as a character instead of a byte.
    private func malformed(_ error: GeodataError) -> GeodataError {
        let suffix = ", at byte \(scanner.offset), line \(scanner.line)."
        var complaint = error.message.hasSuffix(suffix) ? String(error.message.dropLast(suffix.count)) : error.message
        complaint = complaint.replacing("end of the file", with: "end of the filter")
        return GeodataError(
            .invalidFilter, "\(complaint), \(builder.source.place(scanner.offset)).",
            remedy: "Check that this is the JSON encoding of CQL2.", cause: error)
    }
}
