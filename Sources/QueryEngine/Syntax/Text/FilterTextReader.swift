import GeographyModel

/// Reads CQL2 text in one pass: recursive descent for what begins a value, precedence climbing for what joins values.
///
/// A parenthesis may begin a group or a list. Both are read alike, and a group remembers its parentheses until it is
/// clear what it is: where a list may stand and nothing goes on with the group, each pair makes a list of one.
struct FilterTextReader {
    var builder: FilterBuilder
    /// The token that is read next.
    var token: FilterToken
    var lexer: FilterLexer
    /// How many parentheses are open.
    var nesting = 0

    init(_ text: String, subject: String, limits: FilterLimits) throws {
        try FilterSource.checkLength(text, subject: subject, limits: limits)
        let source = FilterSource(subject: subject, bytes: Array(text.utf8))
        builder = FilterBuilder(source: source, limits: limits)
        lexer = FilterLexer(source)
        token = try lexer.next()
    }

    /// Reads the whole text as a filter.
    mutating func filter() throws -> FilterExpression {
        let filter = try expression(.or, for: .condition)
        try expectComparison(after: filter)
        guard token.kind == .end else { throw unexpected("AND, OR or the end of the filter", remedy: strayRemedy) }
        try builder.check(filter.expression, for: .condition)
        return filter.expression
    }

    /// Reads an expression whose operations bind at least so closely; `slot` is what a missing value should have been.
    mutating func expression(_ loosest: FilterPrecedence, for slot: FilterSlot) throws -> FilterBranch {
        var left = try beginning(loosest, for: slot)
        while let joined = try joined(left, loosest) { left = joined }
        return left
    }

    /// Reads what goes on with `left`; `nil` where nothing does that binds closely enough.
    private mutating func joined(_ left: FilterBranch, _ loosest: FilterPrecedence) throws -> FilterBranch? {
        switch token.kind {
        case .word(.or) where loosest <= .or: return try chain(.or, .or, from: left)
        case .word(.and) where loosest <= .and: return try chain(.and, .and, from: left)
        case .word(.like), .word(.between), .word(.in), .word(.is), .word(.not):
            return loosest <= .predicate ? try predicate(of: left) : nil
        case .word(.div): return try operation(.wholeDivide, on: left, loosest)
        case .symbol(let symbol):
            guard let operation = symbol.operation else { return nil }
            return try self.operation(operation, on: left, loosest)
        default: return nil
        }
    }

    /// Reads all operands that the same word joins; they become one operation.
    private mutating func chain(
        _ operation: FilterOperator, _ word: FilterWord, from left: FilterBranch
    ) throws -> FilterBranch {
        var operands = [left]
        while token.kind == .word(word) {
            try advance()
            let operand = try expression(operation.precedence.closer, for: .condition)
            try expectComparison(after: operand)
            operands.append(operand)
        }
        return try builder.operation(operation, operands, at: left.start)
    }

    /// Reads the right side of an operation between two values.
    private mutating func operation(
        _ operation: FilterOperator, on left: FilterBranch, _ loosest: FilterPrecedence
    ) throws -> FilterBranch? {
        guard operation.precedence >= loosest else { return nil }
        if operation == .power, left.parentheses.isEmpty, case .operation(.power, _) = left.expression.node {
            throw unexpected("another operation", remedy: "Put parentheses around the power that is taken first.")
        }
        try advance()
        let slot = operation.slots[1]
        let right = try expression(operation.precedence.closer, for: slot)
        return try builder.operation(operation, [left, right], at: left.start)
    }

    /// Reads what an expression begins with: `NOT`, a sign, or a value.
    private mutating func beginning(_ loosest: FilterPrecedence, for slot: FilterSlot) throws -> FilterBranch {
        switch token.kind {
        case .word(.not) where loosest <= .not: try negation()
        case .symbol(.minus), .symbol(.plus): try signed()
        default: try value(for: slot)
        }
    }

    private mutating func negation() throws -> FilterBranch {
        var places: [Int] = []
        while token.kind == .word(.not) {
            places.append(token.offset)
            try advance()
        }
        var result = try expression(.predicate, for: .condition)
        for place in places.reversed() { result = try builder.operation(.not, [result], at: place) }
        return result
    }

    /// Reads signs and what follows; a minus changes a number, and multiplies anything else by −1.
    private mutating func signed() throws -> FilterBranch {
        var minuses: [Int] = []
        while token.kind == .symbol(.minus) {
            minuses.append(token.offset)
            try advance()
        }
        if token.kind == .symbol(.plus) {
            try advance()
            guard token.kind == .number else {
                throw unexpected("a number after the plus sign", remedy: "Leave the plus sign out.")
            }
        }
        var result = try value(for: .number)
        for place in minuses.reversed() {
            if case .number(let value) = result.expression.node {
                result = builder.leaf(.number(-value), at: place)
            } else {
                result = try builder.operation(.times, [builder.leaf(.number(-1), at: place), result], at: place)
            }
        }
        return result
    }
}
