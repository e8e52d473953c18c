/// The kinds of value that CQL2 tells apart, as a set: what a value is, or what may stand in one place.
struct FilterKinds: OptionSet, Sendable {
    let rawValue: UInt16

    /// A property, of whatever type it turns out to be.
    static let property = FilterKinds(rawValue: 1 << 0)
    /// A function of the collection, of whatever type it turns out to be.
    static let function = FilterKinds(rawValue: 1 << 1)
    /// Words that are written out, with or without `CASEI` and `ACCENTI` around them.
    static let literalText = FilterKinds(rawValue: 1 << 2)
    /// `CASEI` or `ACCENTI` of something that is not written out.
    static let foldedText = FilterKinds(rawValue: 1 << 3)
    /// A number or arithmetic.
    static let number = FilterKinds(rawValue: 1 << 4)
    /// `TRUE` or `FALSE`.
    static let boolean = FilterKinds(rawValue: 1 << 5)
    /// A predicate, or predicates joined.
    static let condition = FilterKinds(rawValue: 1 << 6)
    /// A date or timestamp.
    static let instant = FilterKinds(rawValue: 1 << 7)
    /// An interval.
    static let interval = FilterKinds(rawValue: 1 << 8)
    /// The `..` of an interval.
    static let openEnd = FilterKinds(rawValue: 1 << 9)
    /// A geometry or box.
    static let geometry = FilterKinds(rawValue: 1 << 10)
    /// A list.
    static let array = FilterKinds(rawValue: 1 << 11)

    /// What only the collection knows the type of.
    static let named: FilterKinds = [.property, .function]
    /// What gives words.
    static let text: FilterKinds = [.literalText, .foldedText]
}

extension FilterExpression {
    /// The one kind of value that this is.
    var kind: FilterKinds {
        switch node {
        case .property: .property
        case .text: .literalText
        case .number: .number
        case .boolean: .boolean
        case .date, .timestamp: .instant
        case .interval: .interval
        case .openEnd: .openEnd
        case .geometry, .box: .geometry
        case .array: .array
        case .function: .function
        case .operation(let operation, let arguments):
            switch operation.family {
            case .character: arguments.first?.kind == .literalText ? .literalText : .foldedText
            case .arithmetic: .number
            default: .condition
            }
        }
    }

    /// What this is and how it begins, for errors that say what was found.
    var summary: String {
        switch node {
        case .property(let name): "the property \(FilterSource.excerpt(name))"
        case .text(let words): "the text \(FilterSource.excerpt(words))"
        case .number(let value): "the number \(FilterNumber.text(value))"
        case .boolean(let value): "the word \"\(value)\""
        case .date: "a date"
        case .timestamp: "a timestamp"
        case .interval: "an interval"
        case .openEnd: "the open end \"..\""
        case .geometry: "a geometry"
        case .box: "a box"
        case .array: "a list"
        case .function(let name, _): "the function \(FilterSource.excerpt(name))"
        case .operation(let operation, _): "the operation \"\(operation.rawValue)\""
        }
    }
}
