import GeographyModel

extension FilterTextReader {
    /// Reads what follows a value that `[NOT] LIKE`, `[NOT] BETWEEN`, `[NOT] IN` or `IS [NOT] NULL` looks at.
    mutating func predicate(of left: FilterBranch) throws -> FilterBranch {
        var isNegated = try pass(.not)
        let result: FilterBranch
        if try pass(.like) {
            let pattern = try expression(.sum, for: .pattern)
            result = try builder.operation(.like, [left, pattern], at: left.start)
        } else if try pass(.between) {
            result = try between(left)
        } else if try pass(.in) {
            result = try builder.operation(.in, [left, try choices()], at: left.start)
        } else if !isNegated, try pass(.is) {
            isNegated = try pass(.not)
            guard try pass(.null) else { throw unexpected("NULL", remedy: "Write IS NULL or IS NOT NULL.") }
            result = try builder.operation(.isNull, [left], at: left.start)
        } else {
            throw unexpected(
                "LIKE, BETWEEN or IN", remedy: "NOT stands before these words, or before a whole condition.")
        }
        return isNegated ? try builder.operation(.not, [result], at: left.start) : result
    }

    private mutating func between(_ left: FilterBranch) throws -> FilterBranch {
        let low = try expression(.sum, for: .number)
        guard try pass(.and) else {
            throw unexpected("the AND of BETWEEN", remedy: "Write x BETWEEN low AND high.")
        }
        let high = try expression(.sum, for: .number)
        return try builder.operation(.between, [left, low, high], at: left.start)
    }

    /// Reads the list of `IN`, whose parentheses never make lists within it.
    private mutating func choices() throws -> FilterBranch {
        let start = token.offset
        try expect(.open, remedy: FilterSlot.choices.remedy)
        var choices: [FilterBranch] = []
        if token.kind == .symbol(.close) {
            try advance()
        } else {
            try nested { reader in
                repeat { choices.append(try reader.expression(.sum, for: .scalar)) } while try reader.expectNext()
            }
        }
        return try builder.array(choices, at: start)
    }

    /// Passes a word where it comes next.
    private mutating func pass(_ word: FilterWord) throws -> Bool {
        guard token.kind == .word(word) else { return false }
        try advance()
        return true
    }
}
