import GeographyModel

/// The rows of a table that meet a condition, worked out as SQL does: what compares with an unknown value is neither
/// true nor false.
struct TableCondition {
    /// What a condition is for one row.
    enum Truth: UInt8 {
        case no, unknown, yes

        init(_ holds: Bool) { self = holds ? .yes : .no }

        /// The opposite; of what is unknown the opposite is unknown too.
        var negated: Truth {
            switch self {
            case .no: .yes
            case .unknown: .unknown
            case .yes: .no
            }
        }
    }

    private let columns: [String: TableColumn]
    private let count: Int

    init(_ columns: [String: TableColumn], count: Int) {
        self.columns = columns
        self.count = count
    }

    /// What a condition is for each row; `nil` for one that only the database can work out, or that is wrong.
    func truths(of expression: FilterExpression) -> [Truth]? {
        switch expression.node {
        case .boolean(let value): return Array(repeating: Truth(value), count: count)
        case .operation(.and, let parts): return joined(parts) { $0.rawValue < $1.rawValue ? $0 : $1 }
        case .operation(.or, let parts): return joined(parts) { $0.rawValue > $1.rawValue ? $0 : $1 }
        case .operation(.not, let parts) where parts.count == 1: return truths(of: parts[0])?.map(\.negated)
        case .operation(.isNull, let parts) where parts.count == 1:
            return column(parts[0])?.ranks.map { Truth($0 == TableColumn.unknownRank) }
        case .operation(.between, let parts) where parts.count == 3:
            guard case .numbers = column(parts[0])?.values else { return nil }
            return joined([(.greaterOrEqual, parts[1]), (.lessOrEqual, parts[2])].map { compared(parts[0], $0, $1) }) {
                $0.rawValue < $1.rawValue ? $0 : $1
            }
        case .operation(.in, let parts) where parts.count == 2:
            guard case .array(let members) = parts[1].node, !members.isEmpty else { return nil }
            return joined(members.map { compared(parts[0], .equal, $0) }) { $0.rawValue > $1.rawValue ? $0 : $1 }
        case .operation(let operation, let parts) where parts.count == 2:
            return compared(parts[0], operation, parts[1]) ?? compared(parts[1], operation.mirrored, parts[0])
        default: return nil
        }
    }

    private func joined(_ parts: [FilterExpression], _ join: (Truth, Truth) -> Truth) -> [Truth]? {
        joined(parts.map { truths(of: $0) }, join)
    }

    private func joined(_ parts: [[Truth]?], _ join: (Truth, Truth) -> Truth) -> [Truth]? {
        guard var all = parts.first ?? nil else { return nil }
        for part in parts.dropFirst() {
            guard let part else { return nil }
            for row in all.indices { all[row] = join(all[row], part[row]) }
        }
        return all
    }

    /// A property compared with a literal of its own kind.
    private func compared(
        _ property: FilterExpression, _ operation: FilterOperator?, _ literal: FilterExpression
    ) -> [Truth]? {
        guard let operation, let column = column(property) else { return nil }
        switch (column.values, column.kind, literal.node) {
        case (.numbers(let numbers), .integer, .number(let other)),
            (.numbers(let numbers), .number, .number(let other)):
            return compared(numbers, operation, other, <)
        case (.numbers(let numbers), .boolean, .boolean(let other)):
            return compared(numbers, operation, other ? 1 : 0, <)
        case (.words(let words), .text, .text(let other)): return compared(words, operation, other)
        case (.words(let words), .date, .date(let other)): return compared(words, operation, other.description)
        default: return nil
        }
    }

    private func compared(_ words: [String?], _ operation: FilterOperator, _ other: String) -> [Truth]? {
        switch operation {
        // Most often one asks for a code or a name, and whether texts are equal is sooner seen than which comes first.
        case .equal: words.map { $0.map { Truth($0.utf8.elementsEqual(other.utf8)) } ?? .unknown }
        case .notEqual: words.map { $0.map { Truth(!$0.utf8.elementsEqual(other.utf8)) } ?? .unknown }
        default: compared(words, operation, other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    private func compared<Value>(
        _ values: [Value?], _ operation: FilterOperator, _ other: Value, _ precedes: (Value, Value) -> Bool
    ) -> [Truth]? {
        func each(_ holds: (Value) -> Bool) -> [Truth] { values.map { $0.map { Truth(holds($0)) } ?? .unknown } }
        return switch operation {
        case .equal: each { !precedes($0, other) && !precedes(other, $0) }
        case .notEqual: each { precedes($0, other) || precedes(other, $0) }
        case .less: each { precedes($0, other) }
        case .greater: each { precedes(other, $0) }
        case .lessOrEqual: each { !precedes(other, $0) }
        case .greaterOrEqual: each { !precedes($0, other) }
        default: nil
        }
    }

    private func column(_ expression: FilterExpression) -> TableColumn? {
        guard case .property(let name) = expression.node else { return nil }
        return columns[name]
    }
}

extension FilterOperator {
    /// The comparison that says the same with its sides exchanged; `nil` for what is none.
    fileprivate var mirrored: FilterOperator? {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .greater: .less
        case .lessOrEqual: .greaterOrEqual
        case .greaterOrEqual: .lessOrEqual
        default: nil
        }
    }
}
