import GeographyModel

/// Puts filters together, one expression after the other, and checks each the same way for both encodings.
///
/// It knows what every operation takes, which geometries and instants exist, and how much the limits allow.
/// Everything that it refuses throws `GeodataError` with code `invalidFilter`, `filterTooDeep` or `tooManyVertices`.
struct FilterBuilder {
    let source: FilterSource
    let limits: FilterLimits
    /// How many places the geometries have up to now.
    private var vertices = 0

    init(source: FilterSource, limits: FilterLimits) {
        self.source = source
        self.limits = limits
    }

    /// Something that holds nothing else.
    func leaf(_ node: FilterExpression.Node, at offset: Int) -> FilterBranch {
        FilterBranch(expression: FilterExpression(node, offset: offset), height: 0)
    }

    /// An operation with its arguments, where it takes them.
    func operation(_ operation: FilterOperator, _ arguments: [FilterBranch], at offset: Int) throws -> FilterBranch {
        let slots = operation.slots
        guard arguments.count == slots.count || operation.joinsMany && arguments.count > slots.count else {
            let wanted = "\(slots.count)\(operation.joinsMany ? " or more" : "")"
            throw source.invalid(
                "the operation \"\(operation.rawValue)\" with \(FilterSource.count(arguments.count, "argument"))",
                at: offset,
                remedy: "Give it \(wanted).")
        }
        for (index, argument) in arguments.enumerated() {
            try check(argument.expression, for: slots[min(index, slots.count - 1)])
        }
        if operation == .in, case .array(let choices) = arguments[1].expression.node {
            guard !choices.isEmpty else {
                throw source.invalid(
                    "an empty list after IN", at: arguments[1].start, remedy: "Put one value or more into the list.")
            }
            for choice in choices { try check(choice, for: .scalar) }
        }
        return try branch(.operation(operation, arguments.map(\.expression)), over: arguments, at: offset)
    }

    /// A function that CQL2 does not define.
    func function(_ name: String, _ arguments: [FilterBranch], at offset: Int) throws -> FilterBranch {
        guard FilterIdentifier.isPlain(name) else {
            throw source.unexpected(
                FilterSource.excerpt(name), at: offset, expected: "the name of an operation or function",
                remedy: "Names of functions begin with a letter and go on with letters, digits, \"_\", \":\" or \".\".")
        }
        if let word = FilterWord.named(name) {
            throw source.unexpected(
                FilterSource.excerpt(name), at: offset, expected: "the name of an operation or function",
                remedy: word.remedyForFunction)
        }
        for argument in arguments { try check(argument.expression, for: .element) }
        return try branch(.function(name, arguments.map(\.expression)), over: arguments, at: offset)
    }

    /// A list.
    func array(_ elements: [FilterBranch], at offset: Int) throws -> FilterBranch {
        for element in elements { try check(element.expression, for: .element) }
        return try branch(.array(elements.map(\.expression)), over: elements, at: offset)
    }

    /// An interval.
    func interval(_ ends: [FilterBranch], at offset: Int) throws -> FilterBranch {
        guard ends.count == 2 else {
            throw source.invalid(
                "an interval with \(FilterSource.count(ends.count, "end"))", at: offset,
                remedy: "Give it a beginning and an end; \"..\" stands for none.")
        }
        for end in ends { try check(end.expression, for: .intervalEnd) }
        return try branch(.interval(ends[0].expression, ends[1].expression), over: ends, at: offset)
    }

    /// Checks that something may stand where it stands.
    func check(_ expression: FilterExpression, for slot: FilterSlot) throws {
        guard !slot.kinds.contains(expression.kind) else { return }
        throw source.unexpected(
            expression.summary, at: expression.offset, expected: slot.name, remedy: slot.remedy(for: expression))
    }

    /// Counts a place that was read.
    mutating func countVertex(at offset: Int) throws {
        vertices += 1
        guard vertices <= limits.vertices else { throw source.tooManyVertices(limits.vertices, at: offset) }
    }

    /// Something one level above the highest of its parts.
    private func branch(
        _ node: FilterExpression.Node, over parts: [FilterBranch], at offset: Int
    ) throws -> FilterBranch {
        let height = parts.reduce(1) { max($0, $1.height + 1) }
        guard height <= limits.depth else { throw source.tooDeep(limits.depth, at: offset) }
        return FilterBranch(expression: FilterExpression(node, offset: offset), height: height)
    }
}
