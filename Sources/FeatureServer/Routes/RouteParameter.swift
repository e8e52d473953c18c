import GeographyModel

/// A parameter of a route: what a client may send, and what the service's description says of it.
struct RouteParameter: Sendable {
    /// The name.
    let name: String
    /// What it means.
    let explanation: String
    /// What its values look like, as JSON Schema in the dialect of OpenAPI 3.0.
    let schema: PropertyValue
    /// Where it stands: `query` or `path`.
    var place = "query"
    /// Whether the members of a list are parameters of their own rather than separated by commas.
    var explode = true
    /// Whether a request must have it.
    var isRequired = false

    /// The parameter as OpenAPI describes it.
    var document: PropertyValue {
        .object([
            Property("name", .text(name)), Property("in", .text(place)), Property("description", .text(explanation)),
            Property("required", .boolean(place == "path" || isRequired)), Property("schema", schema),
            Property("style", .text(place == "path" ? "simple" : "form")),
            Property("explode", .boolean(place == "path" ? false : explode)),
        ])
    }
}

/// The shapes of values that parameters share.
enum ParameterSchema {
    static let text = PropertyValue.object([Property("type", .text("string"))])
    static let texts = PropertyValue.object([
        Property("type", .text("array")), Property("items", text), Property("minItems", .integer(1)),
    ])
    static let number = PropertyValue.object([Property("type", .text("number"))])
    static let day = PropertyValue.object([Property("type", .text("string")), Property("format", .text("date"))])
    static let flag = PropertyValue.object([Property("type", .text("boolean")), Property("default", .boolean(false))])

    static func oneOf(_ values: [String], usual: String? = nil) -> PropertyValue {
        let usual = usual.map { [Property("default", .text($0))] } ?? []
        return .object([Property("type", .text("string")), Property("enum", .array(values.map { .text($0) }))] + usual)
    }

    static func whole(_ range: ClosedRange<Int>, usual: Int? = nil) -> PropertyValue {
        let usual = usual.map { [Property("default", .integer($0))] } ?? []
        return .object(
            [
                Property("type", .text("integer")), Property("minimum", .integer(range.lowerBound)),
                Property("maximum", .integer(range.upperBound)),
            ] + usual)
    }

    static func degrees(_ limit: Double) -> PropertyValue {
        .object([
            Property("type", .text("number")), Property("minimum", .number(-limit)),
            Property("maximum", .number(limit)),
        ])
    }
}
