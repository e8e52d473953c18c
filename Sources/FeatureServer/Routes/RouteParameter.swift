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
    /// Whether a request must have it.
    var isRequired = false
    /// A value that makes a request work.
    var example: PropertyValue?

    /// The parameter as OpenAPI describes it; the members of a list have commas between them.
    var document: PropertyValue {
        .object(
            [
                Property("name", .text(name)), Property("in", .text(place)),
                Property("description", .text(explanation)),
                Property("required", .boolean(place == "path" || isRequired)), Property("schema", schema),
                Property("style", .text(place == "path" ? "simple" : "form")), Property("explode", .boolean(false)),
            ] + (example.map { [Property("example", $0)] } ?? []))
    }

    /// The same with another shape of its values.
    func with(_ schema: PropertyValue) -> RouteParameter {
        RouteParameter(
            name: name, explanation: explanation, schema: schema, place: place, isRequired: isRequired, example: example
        )
    }

    /// The same with an example.
    func with(example: String) -> RouteParameter {
        var parameter = self
        parameter.example = .text(example)
        return parameter
    }
}

/// The shapes of values that parameters share.
enum ParameterSchema {
    static let text = PropertyValue.object([Property("type", .text("string"))])
    static let texts = list(of: text)
    /// Words, one at least.
    static let words = PropertyValue.object([Property("type", .text("string")), Property("minLength", .integer(1))])

    /// Names, each once.
    static let names = set(of: words)

    /// A list in which nothing stands twice.
    static func set(of items: PropertyValue) -> PropertyValue {
        .object([
            Property("type", .text("array")), Property("items", items), Property("minItems", .integer(1)),
            Property("uniqueItems", .boolean(true)),
        ])
    }

    static func list(of items: PropertyValue) -> PropertyValue {
        .object([Property("type", .text("array")), Property("items", items), Property("minItems", .integer(1))])
    }
    static let number = PropertyValue.object([Property("type", .text("number"))])
    static let day = PropertyValue.object([Property("type", .text("string")), Property("format", .text("date"))])
    static let flag = flag(usual: false)

    static func flag(usual: Bool) -> PropertyValue {
        .object([Property("type", .text("boolean")), Property("default", .boolean(usual))])
    }

    static func pattern(_ pattern: String) -> PropertyValue {
        .object([Property("type", .text("string")), Property("pattern", .text(pattern))])
    }

    static func oneOf(_ values: [String], usual: String? = nil, format: String? = nil) -> PropertyValue {
        let usual = usual.map { [Property("default", .text($0))] } ?? []
        let format = format.map { [Property("format", .text($0))] } ?? []
        return .object(
            [Property("type", .text("string"))] + format + [Property("enum", .array(values.map { .text($0) }))] + usual)
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
