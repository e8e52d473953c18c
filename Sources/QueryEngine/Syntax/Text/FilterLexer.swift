import GeographyModel

/// Cuts CQL2 text into tokens, one at a time and each byte once.
struct FilterLexer {
    let source: FilterSource
    private var offset = 0

    init(_ source: FilterSource) { self.source = source }

    /// The next token; the end again and again once it is reached.
    ///
    /// - Throws: `GeodataError` with code `invalidFilter` for a quote that is never closed and an exponent without
    ///   digits. Characters that CQL2 does not use are tokens, which the reader refuses where they stand.
    mutating func next() throws -> FilterToken {
        skipSpace()
        let start = offset
        guard start < source.bytes.count else { return FilterToken(kind: .end, range: start..<start) }
        let kind: FilterToken.Kind
        switch source.bytes[start] {
        case UInt8(ascii: "'"):
            try skipQuoted("a text in single quotes")
            kind = .text
        case UInt8(ascii: "\""):
            try skipQuoted("a name in double quotes")
            kind = .quotedName
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try skipNumber()
            kind = .number
        case UInt8(ascii: ".") where isDigit(start + 1):
            try skipNumber()
            kind = .number
        case let byte:
            if let symbol = symbol(byte) {
                offset += symbol.rawValue.utf8.count
                kind = .symbol(symbol)
            } else {
                kind = skipName()
            }
        }
        return FilterToken(kind: kind, range: start..<offset)
    }

    /// What stands between the quotes of a token, with its escapes undone.
    func unquoted(_ token: FilterToken) -> String {
        let inside = source.bytes[token.range].dropFirst().dropLast()
        let quote = source.bytes[token.offset]
        guard inside.contains(quote) else { return String(decoding: inside, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(inside.count)
        var place = inside.startIndex
        while place < inside.endIndex {
            // Inside, a quote is always the second of an escape or followed by its double.
            if place + 1 < inside.endIndex, inside[place + 1] == quote, escapes(inside[place], quote) { place += 1 }
            bytes.append(inside[place])
            place += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a byte before a quote makes the quote part of the text: another quote, or a backslash in texts.
    private func escapes(_ byte: UInt8, _ quote: UInt8) -> Bool {
        byte == quote || quote == UInt8(ascii: "'") && byte == UInt8(ascii: "\\")
    }

    private mutating func skipQuoted(_ name: String) throws {
        let start = offset
        let quote = source.bytes[start]
        offset += 1
        while offset < source.bytes.count {
            let byte = source.bytes[offset]
            if escapes(byte, quote), offset + 1 < source.bytes.count, source.bytes[offset + 1] == quote {
                offset += 2
            } else {
                offset += 1
                if byte == quote { return }
            }
        }
        throw source.invalid(
            "\(name) that is never closed and begins", at: start,
            remedy: "Close the quote, and double each quote that belongs inside.")
    }

    private mutating func skipNumber() throws {
        skipDigits()
        if offset < source.bytes.count, source.bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            skipDigits()
        }
        guard offset < source.bytes.count, source.bytes[offset] | 0x20 == UInt8(ascii: "e") else { return }
        offset += 1
        if offset < source.bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(source.bytes[offset]) {
            offset += 1
        }
        guard isDigit(offset) else {
            let found =
                offset < source.bytes.count ? source.excerpt(offset..<offset + source.scalar(at: offset).length) : nil
            throw source.unexpected(
                found, at: offset, expected: "a digit of the exponent", remedy: "Write the exponent, as in 1.5E3.")
        }
        skipDigits()
    }

    private mutating func skipDigits() { while isDigit(offset) { offset += 1 } }

    private func isDigit(_ place: Int) -> Bool {
        place < source.bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source.bytes[place])
    }

    /// Passes a name, or one character that cannot begin one.
    private mutating func skipName() -> FilterToken.Kind {
        let start = offset
        var (character, length) = source.scalar(at: start)
        offset += length
        guard FilterIdentifier.isStart(character) else { return .stray }
        while offset < source.bytes.count {
            (character, length) = source.scalar(at: offset)
            guard FilterIdentifier.isPart(character) else { break }
            offset += length
        }
        return FilterWord.named(String(decoding: source.bytes[start..<offset], as: UTF8.self)).map { .word($0) }
            ?? .name
    }

    private func symbol(_ byte: UInt8) -> FilterSymbol? {
        let following = offset + 1 < source.bytes.count ? source.bytes[offset + 1] : 0
        return switch byte {
        case UInt8(ascii: "("): .open
        case UInt8(ascii: ")"): .close
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: "="): .equal
        case UInt8(ascii: "<") where following == UInt8(ascii: ">"): .notEqual
        case UInt8(ascii: "<") where following == UInt8(ascii: "="): .lessOrEqual
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">") where following == UInt8(ascii: "="): .greaterOrEqual
        case UInt8(ascii: ">"): .greater
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .times
        case UInt8(ascii: "/"): .divide
        case UInt8(ascii: "%"): .remainder
        case UInt8(ascii: "^"): .power
        default: nil
        }
    }

    private mutating func skipSpace() {
        while offset < source.bytes.count {
            let (character, length) = source.scalar(at: offset)
            guard character.isFilterSpace else { return }
            offset += length
        }
    }
}
