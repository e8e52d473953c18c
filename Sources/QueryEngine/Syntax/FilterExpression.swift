public import GeographyModel

/// A filter as a tree, in the terms of CQL2 (OGC 21-065r2), whatever encoding it was read from.
///
/// The tree has the shape of CQL2's JSON encoding: an operation with its arguments, so that `a IN (1, 2)` is
/// ``FilterOperator/in`` with a property and an array, and `NOT BETWEEN` is ``FilterOperator/not`` around
/// ``FilterOperator/between``. Names of properties and functions are not checked here; planning does that.
/// Two expressions are equal where they say the same, wherever they stood in their texts.
public struct FilterExpression: Sendable {
    /// What stands at one place of the tree.
    public indirect enum Node: Hashable, Sendable {
        /// A property by its name.
        case property(String)
        /// Words.
        case text(String)
        /// A finite number.
        case number(Double)
        /// Yes or no.
        case boolean(Bool)
        /// A day.
        case date(CalendarDay)
        /// An instant in UTC.
        case timestamp(Timestamp)
        /// From a beginning to an end, each a date, a timestamp, a property, a function or ``openEnd``.
        case interval(FilterExpression, FilterExpression)
        /// The `..` of an interval that has no beginning or no end.
        case openEnd
        /// A geometry, in the filter's reference system.
        case geometry(FilterGeometry)
        /// A box, in the filter's reference system.
        case box(FilterBox)
        /// A list of values.
        case array([FilterExpression])
        /// One of CQL2's own operations with its arguments, in the order of the JSON encoding.
        case operation(FilterOperator, [FilterExpression])
        /// A function that CQL2 does not define, with its arguments.
        case function(String, [FilterExpression])
    }

    /// What stands here.
    public var node: Node
    /// Where it begins in the text that it was read from: characters (Unicode scalars) before it, from 0.
    public var offset: Int

    /// Makes an expression; one that was not read from a text stands at 0.
    public init(_ node: Node, offset: Int = 0) {
        self.node = node
        self.offset = offset
    }
}

extension FilterExpression: Hashable {
    /// Equal where the trees are, wherever they stood.
    public static func == (left: FilterExpression, right: FilterExpression) -> Bool { left.node == right.node }

    /// Hashes the tree, not its place.
    public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}

extension FilterExpression {
    /// The same tree with every place given by another rule.
    func withOffsets(_ offset: (Int) -> Int) -> FilterExpression {
        func moved(_ parts: [FilterExpression]) -> [FilterExpression] { parts.map { $0.withOffsets(offset) } }
        let node: Node =
            switch self.node {
            case .array(let elements): .array(moved(elements))
            case .operation(let operation, let arguments): .operation(operation, moved(arguments))
            case .function(let name, let arguments): .function(name, moved(arguments))
            case .interval(let first, let last): .interval(first.withOffsets(offset), last.withOffsets(offset))
            default: self.node
            }
        return FilterExpression(node, offset: offset(self.offset))
    }

    /// The tree with places counted in characters instead of bytes of the text that it was read from.
    func countingCharacters(of text: String) -> FilterExpression {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 >= 0x80 }) else { return self }
        var characters: [Int] = [0]
        characters.reserveCapacity(bytes.count + 1)
        for byte in bytes { characters.append((characters.last ?? 0) + (byte & 0xC0 == 0x80 ? 0 : 1)) }
        // A place within a character does not come; the count before the byte is the number of characters begun.
        return withOffsets { characters[min($0, bytes.count)] }
    }
}

extension FilterExpression {
    /// Whether a spatial predicate stands anywhere in it.
    public var isOfPlaces: Bool {
        switch node {
        case .operation(let operation, let arguments):
            operation.family == .spatial || arguments.contains(where: \.isOfPlaces)
        case .function(_, let arguments), .array(let arguments): arguments.contains(where: \.isOfPlaces)
        default: false
        }
    }
}
