/// Finds the rows and fields of RFC 4180 in bytes; the hot loop behind ``CSVReader``.
///
/// Lines end with CRLF, LF or a lone CR. A quote in the middle of an unquoted field is an ordinary character.
struct CSVScanner: Sendable {
    /// What was found.
    enum Outcome: Equatable {
        /// A row that begins on this line.
        case row(line: Int)
        /// A row that has text after a closing quote.
        case strayText(line: Int)
        /// A quote that began on this line and runs to the end of the file.
        case unterminatedQuote(line: Int)
        /// No more rows.
        case end
    }

    let bytes: [UInt8]
    let separator: UInt8
    private var position = 0
    private var line = 1

    /// The byte that is read next.
    var offset: Int { position }
    /// How many lines lie before it.
    var linesRead: Int { line - 1 }

    init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    /// Finds the next row that is not blank and puts its fields into `fields`, which is emptied first.
    mutating func scanRow(into fields: inout [CSVRow.Field]) -> Outcome {
        let (start, startLine, separator) = (position, line, separator)
        let (outcome, end, endLine) = bytes.withUnsafeBufferPointer { buffer in
            var cursor = Cursor(bytes: buffer, separator: separator, position: start, line: startLine)
            let outcome = cursor.scanRow(into: &fields)
            return (outcome, cursor.position, cursor.line)
        }
        (position, line) = (end, endLine)
        return outcome
    }

    /// The scanner's state while it may touch the bytes directly.
    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        let separator: UInt8
        var position: Int
        var line: Int

        mutating func scanRow(into fields: inout [CSVRow.Field]) -> Outcome {
            skipBlankLines()
            fields.removeAll(keepingCapacity: true)
            guard position < bytes.count else { return .end }
            let start = line
            var hasStrayText = false
            while true {
                if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                    let quoteLine = line
                    guard let field = quotedField() else { return .unterminatedQuote(line: quoteLine) }
                    fields.append(field)
                    let end = position
                    skipPlain()
                    // Spaces after a closing quote are a common slip and change nothing.
                    hasStrayText = hasStrayText || bytes[end..<position].contains { $0 != 0x20 }
                } else {
                    let begin = position
                    skipPlain()
                    fields.append(.init(start: begin, end: position, hasDoubledQuotes: false))
                }
                guard position < bytes.count, bytes[position] == separator else { break }
                position += 1
            }
            skipLineEnd()
            return hasStrayText ? .strayText(line: start) : .row(line: start)
        }

        /// Goes to the next separator or line end.
        private mutating func skipPlain() {
            while position < bytes.count {
                let byte = bytes[position]
                if byte == separator || byte == 0x0A || byte == 0x0D { return }
                position += 1
            }
        }

        private mutating func quotedField() -> CSVRow.Field? {
            position += 1
            var field = CSVRow.Field(start: position, end: position, hasDoubledQuotes: false)
            while position < bytes.count {
                let byte = bytes[position]
                if byte == UInt8(ascii: "\"") {
                    guard position + 1 < bytes.count, bytes[position + 1] == byte else {
                        field.end = position
                        position += 1
                        return field
                    }
                    field.hasDoubledQuotes = true
                    position += 2
                } else if byte == 0x0A || byte == 0x0D {
                    skipLineEnd()
                } else {
                    position += 1
                }
            }
            return nil
        }

        private mutating func skipLineEnd() {
            guard position < bytes.count else { return }
            let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
            position += isPair ? 2 : 1
            line += 1
        }

        /// Passes lines that hold nothing but spaces (tabs count as content where they separate fields).
        private mutating func skipBlankLines() {
            while position < bytes.count {
                var ahead = position
                while ahead < bytes.count, bytes[ahead] == 0x20 || (bytes[ahead] == 0x09 && separator != 0x09) {
                    ahead += 1
                }
                guard ahead < bytes.count else {
                    position = ahead
                    return
                }
                guard bytes[ahead] == 0x0A || bytes[ahead] == 0x0D else { return }
                position = ahead
                skipLineEnd()
            }
        }
    }
}
