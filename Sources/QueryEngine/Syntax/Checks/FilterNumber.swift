/// How numbers are printed in filters.
enum FilterNumber {
    /// The shortest text that reads back as the same number: `5`, not `5.0`; `1E-05`.
    static func text(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text.uppercased()
    }
}
