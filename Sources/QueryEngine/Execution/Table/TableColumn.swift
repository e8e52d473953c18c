import SpatialStore

/// One property of all features of a table.
struct TableColumn: Sendable {
    /// What the values can be compared with.
    enum Values: Sendable {
        case numbers([Double?])
        case words([String?])
    }

    let kind: Queryable.Kind
    /// The values as the store has them, by row.
    let stored: [SQLValue]
    /// The same for comparing.
    let values: Values
    /// The place of each row among the distinct values in ascending order; ``unknownRank`` where there is no value.
    let ranks: [Int]

    /// Stands after every value.
    static let unknownRank = Int.max

    /// Takes the values of a queryable; `nil` where they are of several kinds or beyond what a `Double` tells apart,
    /// whose comparison is left to the database.
    init?(_ stored: [SQLValue], of kind: Queryable.Kind) {
        self.kind = kind
        self.stored = stored
        switch kind {
        case .text, .date:
            var words: [String?] = []
            for value in stored {
                switch value {
                case .null: words.append(nil)
                case .text(let text): words.append(text)
                case .integer, .real, .blob: return nil
                }
            }
            values = .words(words)
            ranks = Self.ranks(words) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        case .integer, .number, .boolean:
            var numbers: [Double?] = []
            for value in stored {
                switch value {
                case .null: numbers.append(nil)
                case .integer(let whole) where whole.magnitude < 1 << 53: numbers.append(Double(whole))
                case .real(let number): numbers.append(number)
                case .integer, .text, .blob: return nil
                }
            }
            values = .numbers(numbers)
            ranks = Self.ranks(numbers, <)
        case .interval, .array, .geometry: return nil
        }
    }

    private static func ranks<Value>(_ values: [Value?], _ precedes: (Value, Value) -> Bool) -> [Int] {
        let known = values.indices.compactMap { row in values[row].map { (row, $0) } }.sorted { precedes($0.1, $1.1) }
        var ranks = Array(repeating: unknownRank, count: values.count)
        var rank = 0
        for (place, (row, value)) in known.enumerated() {
            if place > 0, precedes(known[place - 1].1, value) { rank += 1 }
            ranks[row] = rank
        }
        return ranks
    }
}
