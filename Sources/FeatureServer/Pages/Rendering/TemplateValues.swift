import Mustache

/// Names and values that a template asks for; a type of its own, since the template engine is slow with dictionaries.
struct TemplateValues: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: Any] = [:]

    init(dictionaryLiteral elements: (String, Any)...) {
        for (name, value) in elements { values[name] = value }
    }

    /// The value of a name; setting `nil` takes it away.
    subscript(name: String) -> Any? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? { values[name] }
}
