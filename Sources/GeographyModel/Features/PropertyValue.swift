/// A value that a feature, a listing or an answer carries, ready for any output format.
public enum PropertyValue: Hashable, Sendable {
    /// Nothing is known.
    case null
    /// Yes or no.
    case boolean(Bool)
    /// A whole number, such as a count of people.
    case integer(Int)
    /// A measured or computed number, in the unit that its property states.
    case number(Double)
    /// Words.
    case text(String)
    /// An ordered list.
    case array([PropertyValue])
    /// Named values in a fixed order.
    case object([Property])

    /// The text, or null where there is none.
    public init(_ text: String?) { self = text.map(PropertyValue.text) ?? .null }
    /// The number, or null where there is none.
    public init(_ number: Double?) { self = number.map(PropertyValue.number) ?? .null }
    /// The whole number, or null where there is none.
    public init(_ integer: Int?) { self = integer.map(PropertyValue.integer) ?? .null }
}

/// One named value. The names are the same in every output format.
public struct Property: Hashable, Sendable {
    /// The stable, documented name, in `snake_case`.
    public var name: String
    /// The value.
    public var value: PropertyValue

    /// Names a value.
    public init(_ name: String, _ value: PropertyValue) {
        self.name = name
        self.value = value
    }
}
