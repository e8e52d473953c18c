/// Text in the exposition format of Prometheus 0.0.4, written series by series.
struct MetricsText {
    /// What kind of number a family holds.
    enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    /// What has been written.
    private(set) var text = ""

    /// Begins a family; the samples of a counter are named with `_total` after its name.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        let name = kind == .counter ? name + "_total" : name
        let escaped = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        text += "# HELP \(name) \(escaped)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes one sample; its value is a number in decimal notation.
    mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: String) {
        let inner = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += inner.isEmpty ? "\(name) \(value)\n" : "\(name){\(inner)} \(value)\n"
    }

    /// Writes a gauge that has one sample without labels.
    mutating func single(_ name: String, _ help: String, _ value: String) {
        family(name, .gauge, help)
        sample(name, [], value)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
