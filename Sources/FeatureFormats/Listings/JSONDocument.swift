package import GeographyModel

/// A value as a JSON document for people and programs: two spaces an indent, members in the order given, a line feed at
/// the end.
package struct JSONDocument: Sendable {
    private let value: PropertyValue

    /// Makes a document of `value`.
    package init(_ value: PropertyValue) { self.value = value }

    /// Appends the document to `buffer`.
    package func write(into buffer: inout TextBuffer) {
        Self.write(value, depth: 0, into: &buffer)
        buffer.append(UInt8(ascii: "\n"))
    }

    /// The document as text.
    package var text: String {
        var buffer = TextBuffer()
        write(into: &buffer)
        return buffer.text
    }

    private static func write(_ value: PropertyValue, depth: Int, into buffer: inout TextBuffer) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            buffer.append("[")
            for (place, element) in elements.enumerated() {
                if place > 0 { buffer.append(",") }
                startLine(depth + 1, in: &buffer)
                write(element, depth: depth + 1, into: &buffer)
            }
            startLine(depth, in: &buffer)
            buffer.append("]")
        case .object(let properties) where !properties.isEmpty:
            buffer.append("{")
            for (place, property) in properties.enumerated() {
                if place > 0 { buffer.append(",") }
                startLine(depth + 1, in: &buffer)
                buffer.appendJSON(property.name)
                buffer.append(": ")
                write(property.value, depth: depth + 1, into: &buffer)
            }
            startLine(depth, in: &buffer)
            buffer.append("}")
        default:
            buffer.appendJSON(value)
        }
    }

    private static func startLine(_ depth: Int, in buffer: inout TextBuffer) {
        buffer.append("\n")
        for _ in 0..<depth { buffer.append("  ") }
    }
}
