import GeographyModel
import QueryEngine

extension Queryable {
    /// What its values look like as JSON Schema, in words that OpenAPI 3.0 has too. The type is one word, which is all
    /// that many clients read: a value that is not known is not there.
    var valueSchema: [Property] {
        func type(_ name: String) -> [Property] { [Property("type", .text(name))] }
        switch kind {
        case .text: return type("string") + choice
        case .interval: return type("string")
        case .integer: return type("integer")
        case .number: return type("number")
        case .boolean: return type("boolean")
        case .date: return type("string") + [Property("format", .text("date"))]
        case .array: return type("array") + [Property("items", .object(type("string")))]
        case .geometry: return []
        }
    }

    private var choice: [Property] {
        choices.isEmpty ? [] : [Property("enum", .array(choices.map { .text($0) }))]
    }
}
