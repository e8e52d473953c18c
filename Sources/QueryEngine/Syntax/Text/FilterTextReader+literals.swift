import GeographyModel

extension FilterTextReader {
    /// Reads a number with or without a sign.
    mutating func number() throws -> Double {
        let isNegative = token.kind == .symbol(.minus)
        if isNegative || token.kind == .symbol(.plus) { try advance() }
        let value = try unsignedNumber()
        return isNegative ? -value : value
    }

    /// Reads the numbers of a box.
    mutating func numbers() throws -> [Double] {
        try expect(.open, remedy: "Put the numbers in parentheses.")
        var numbers: [Double] = []
        repeat { numbers.append(try number()) } while try expectNext()
        return numbers
    }

    /// Reads a text that stands alone in parentheses.
    mutating func quoted() throws -> String {
        try expect(.open, remedy: "Put the text in parentheses.")
        guard token.kind == .text else {
            throw unexpected("a text in single quotes", remedy: "Write it as in DATE('2024-05-01').")
        }
        let text = unquoted
        try advance()
        try expect(.close, remedy: "Close the parenthesis.")
        return text
    }

    /// Reads what an interval begins and ends with.
    mutating func intervalEnds() throws -> [FilterBranch] {
        try expect(.open, remedy: "Write an interval as in INTERVAL('2024-05-01', '..').")
        return try nested { reader in
            var ends: [FilterBranch] = []
            repeat { ends.append(try reader.intervalEnd()) } while try reader.expectNext()
            return ends
        }
    }

    private mutating func intervalEnd() throws -> FilterBranch {
        guard token.kind == .text else { return try expression(.sum, for: .intervalEnd) }
        let end = try builder.intervalEnd(unquoted, at: token.offset)
        try advance()
        return end
    }
}
