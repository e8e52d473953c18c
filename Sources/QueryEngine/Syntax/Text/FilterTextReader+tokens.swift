import GeographyModel

extension FilterTextReader {
    /// Goes to the next token.
    mutating func advance() throws { token = try lexer.next() }

    /// Passes a sign.
    mutating func expect(_ symbol: FilterSymbol, remedy: String) throws {
        guard token.kind == .symbol(symbol) else { throw unexpected("\"\(symbol.rawValue)\"", remedy: remedy) }
        try advance()
    }

    /// Passes a comma, or the parenthesis that closes a list; `false` at the end of the list.
    mutating func expectNext() throws -> Bool {
        switch token.kind {
        case .symbol(.comma), .symbol(.close):
            let goesOn = token.kind == .symbol(.comma)
            try advance()
            return goesOn
        default:
            throw unexpected("\",\" or \")\"", remedy: "Separate with commas, and close the parenthesis at the end.")
        }
    }

    /// Refuses what stands after a value where only a comparison would make it a condition.
    func expectComparison(after operand: FilterBranch) throws {
        guard !FilterSlot.condition.kinds.contains(operand.expression.kind) else { return }
        switch token.kind {
        case .end, .word(.and), .word(.or), .symbol(.close), .symbol(.comma): return
        default: throw unexpected("a comparison", remedy: strayRemedy)
        }
    }

    /// What stands between the quotes of the token.
    var unquoted: String { lexer.unquoted(token) }

    /// The letters of the token.
    var letters: String { String(decoding: builder.source.bytes[token.range], as: UTF8.self) }

    /// Reads something inside parentheses, one level further in.
    mutating func nested<Result>(_ body: (inout Self) throws -> Result) throws -> Result {
        guard nesting < builder.limits.depth else {
            throw builder.source.tooDeep(builder.limits.depth, at: token.offset)
        }
        nesting += 1
        defer { nesting -= 1 }
        return try body(&self)
    }

    /// The error that says what should have come here.
    func unexpected(_ expected: String, remedy: String) -> GeodataError {
        builder.source.unexpected(
            token.kind == .end ? nil : builder.source.excerpt(token.range), at: token.offset, expected: expected,
            remedy: remedy)
    }

    /// What to do about something that can neither go on with an expression nor end it.
    var strayRemedy: String {
        switch letters {
        case "!": "\"Not equal\" is written <>."
        case "[", "]", "{", "}": "Lists are written in parentheses."
        default: "Join conditions with AND or OR, and put names with unusual characters into double quotes."
        }
    }
}
