/// A place in a filter where a value is expected: what may stand there, and how errors speak of it.
struct FilterSlot: Sendable {
    /// What may stand there.
    let kinds: FilterKinds
    /// What it is called, with its article.
    let name: String
    /// What to do where something else stands there.
    let remedy: String

    private init(_ name: String, _ kinds: FilterKinds, remedy: String) {
        self.kinds = kinds
        self.name = name
        self.remedy = remedy
    }

    /// The filter itself, and what `AND`, `OR` and `NOT` join.
    static let condition = FilterSlot(
        "a condition", [.condition, .boolean, .function],
        remedy: "A condition compares a property with something, as in name = 'London'.")
    /// One side of a comparison.
    static let scalar = FilterSlot(
        "a value", [.named, .text, .number, .boolean, .instant],
        remedy: "Put a property, a text in single quotes, a number, a date or a function there.")
    /// What `LIKE` looks at, and what `CASEI` and `ACCENTI` take.
    static let text = FilterSlot(
        "a text", [.named, .text], remedy: "Put a property or a text in single quotes there.")
    /// What `LIKE` looks for.
    static let pattern = FilterSlot(
        "a pattern", .literalText,
        remedy: "A pattern is a text in single quotes, such as 'Lon%', with or without CASEI or ACCENTI around it.")
    /// What arithmetic and `BETWEEN` take.
    static let number = FilterSlot(
        "a number", [.named, .number],
        remedy: "Put a number, a property or arithmetic there; for dates and texts write x >= low AND x <= high.")
    /// What `IS NULL` takes.
    static let nullable = FilterSlot(
        "a value", [.named, .text, .number, .boolean, .condition, .instant, .interval, .geometry],
        remedy: "Put a property there, as in name IS NULL.")
    /// What `S_…` takes.
    static let geometry = FilterSlot(
        "a geometry", [.named, .geometry],
        remedy: "Put a geometry property, a geometry such as POINT(-0.1 51.5), or a BBOX there.")
    /// What `T_…` takes.
    static let time = FilterSlot(
        "a date, timestamp or interval", [.named, .instant, .interval],
        remedy:
            "Put a property, DATE('2024-05-01'), a TIMESTAMP or INTERVAL('2024-05-01', '..') there."
    )
    /// What an interval begins or ends with.
    static let intervalEnd = FilterSlot(
        "a date, a timestamp or \"..\"", [.named, .instant, .openEnd],
        remedy: "Put a date or timestamp in quotes, '..', a property or a function there.")
    /// What `A_…` takes.
    static let array = FilterSlot(
        "a list", [.named, .array], remedy: "Put a property or a list in parentheses, such as ('a', 'b'), there.")
    /// What `IN` looks through: a list of scalars that is not empty.
    static let choices = FilterSlot(
        "a list of values", .array, remedy: "Put the values in parentheses, as in name IN ('a', 'b').")
    /// What lists hold and functions take.
    static let element = FilterSlot(
        "a value", [.named, .text, .number, .boolean, .condition, .instant, .interval, .geometry, .array],
        remedy: "Put a property, a text in single quotes, a number, a date, a geometry, a list or a function there.")

    /// What to do where `found` stands there.
    func remedy(for found: FilterExpression) -> String {
        guard kinds == FilterSlot.condition.kinds, case .property = found.node else { return remedy }
        return "Write \(found.text) = true, or compare it with something else."
    }
}
