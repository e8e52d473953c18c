import GeographyModel

extension FilterTextReader {
    /// Reads a value without operations around it: a literal, a property, a function, a group or a list.
    mutating func value(for slot: FilterSlot) throws -> FilterBranch {
        let start = token.offset
        switch token.kind {
        case .number: return try builder.number(try unsignedNumber(), at: start)
        case .text:
            let words = try builder.text(unquoted, at: start)
            try advance()
            return words
        case .quotedName:
            let property = try builder.property(unquoted, at: start)
            try advance()
            return property
        case .name: return try named(letters)
        case .word(.true), .word(.false):
            let isTrue = token.kind == .word(.true)
            try advance()
            return builder.leaf(.boolean(isTrue), at: start)
        case .word(let word) where !word.isReserved: return try worded(word)
        case .symbol(.open): return try groupOrList(for: slot)
        default: throw unexpected(slot.name, remedy: slot.remedy)
        }
    }

    /// Reads a number that has no sign.
    mutating func unsignedNumber() throws -> Double {
        guard token.kind == .number else { throw unexpected("a number", remedy: "Write a number, such as 51.5.") }
        let value = try builder.finite(Double(letters) ?? .infinity, at: token.offset)
        try advance()
        return value
    }

    /// Reads an argument of a function or an element of a list, where a group that stands alone is a list of one.
    mutating func listable(for slot: FilterSlot) throws -> FilterBranch {
        try listed(try expression(.or, for: slot))
    }

    /// Reads the arguments of a function or an operation that is written like one.
    mutating func arguments(for slot: FilterSlot, mayBeLists: Bool) throws -> [FilterBranch] {
        try expect(.open, remedy: "Put the arguments in parentheses.")
        if token.kind == .symbol(.close) {
            try advance()
            return []
        }
        return try nested { reader in
            var arguments: [FilterBranch] = []
            repeat {
                arguments.append(
                    mayBeLists ? try reader.listable(for: slot) : try reader.expression(.or, for: slot))
            } while try reader.expectNext()
            return arguments
        }
    }

    /// Reads a property, or a function where a parenthesis follows the name.
    private mutating func named(_ name: String) throws -> FilterBranch {
        let start = token.offset
        try advance()
        guard token.kind == .symbol(.open) else { return try builder.property(name, at: start) }
        return try builder.function(name, try arguments(for: .element, mayBeLists: true), at: start)
    }

    /// Reads what a word means where a parenthesis follows it; without one it is a property.
    private mutating func worded(_ word: FilterWord) throws -> FilterBranch {
        let (start, name) = (token.offset, letters)
        try advance()
        if case .geometry(let type, var hasHeights) = word, try passHeightTag(&hasHeights) {
            return try geometry(type, hasHeights: hasHeights, at: start)
        }
        guard token.kind == .symbol(.open) else { return try builder.property(name, at: start) }
        switch word {
        case .call(let operation):
            let slot = operation.slots[0]
            let arguments = try arguments(for: slot, mayBeLists: operation.family == .array)
            return try builder.operation(operation, arguments, at: start)
        case .bbox: return try builder.box(try numbers(), at: start)
        case .date: return try builder.date(try quoted(), at: start)
        case .timestamp: return try builder.timestamp(try quoted(), at: start)
        case .interval: return try builder.interval(try intervalEnds(), at: start)
        default: return try builder.function(name, [], at: start)
        }
    }

    /// Reads what begins with a parenthesis. One expression is a group, which may turn out to be a list of one.
    private mutating func groupOrList(for slot: FilterSlot) throws -> FilterBranch {
        let start = token.offset
        try advance()
        if token.kind == .symbol(.close) {
            try advance()
            return try builder.array([], at: start)
        }
        return try nested { reader in
            var first = try reader.expression(.or, for: slot)
            guard reader.token.kind == .symbol(.comma) else {
                try reader.expect(.close, remedy: "Close the parenthesis.")
                first.parentheses.insert(start, at: 0)
                return first
            }
            var elements = [try reader.listed(first)]
            while try reader.expectNext() { elements.append(try reader.listable(for: .element)) }
            return try reader.builder.array(elements, at: start)
        }
    }

    /// What stands in a list: each pair of parentheses around it and nothing else is a list of one.
    private func listed(_ branch: FilterBranch) throws -> FilterBranch {
        var result = branch
        result.parentheses = []
        for place in branch.parentheses.reversed() { result = try builder.array([result], at: place) }
        return result
    }
}
