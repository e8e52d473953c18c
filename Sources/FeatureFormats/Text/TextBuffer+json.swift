package import GeographyModel

extension TextBuffer {
    /// Appends a JSON string with its quotation marks: `"`, `\` and control characters escaped, all else as it is.
    package mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { all in
            var safe = 0
            for place in all.indices where all[place] < 0x20 || all[place] == 0x22 || all[place] == 0x5C {
                append(UnsafeBufferPointer(rebasing: all[safe..<place]))
                appendEscape(of: all[place])
                safe = place + 1
            }
            append(UnsafeBufferPointer(rebasing: all[safe...]))
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append(byte < 0x10 ? "\\u000" : "\\u001")
            append([UInt8]("0123456789abcdef".utf8)[Int(byte & 0xF)])
        }
    }

    /// Appends a value as JSON without any white space; a number that is not finite is `null`.
    package mutating func appendJSON(_ value: PropertyValue) {
        switch value {
        case .null: append("null")
        case .boolean(let isTrue): append(isTrue ? "true" : "false")
        case .integer(let integer): append(integer: integer)
        case .number(let number): if !append(number: number) { append("null") }
        case .text(let text): appendJSON(text)
        case .array(let elements):
            append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { append(UInt8(ascii: ",")) }
                appendJSON(element)
            }
            append(UInt8(ascii: "]"))
        case .object(let properties):
            append(UInt8(ascii: "{"))
            for (place, property) in properties.enumerated() {
                if place > 0 { append(UInt8(ascii: ",")) }
                appendMember(property)
            }
            append(UInt8(ascii: "}"))
        }
    }

    /// Appends `"name":value`.
    mutating func appendMember(_ property: Property) {
        appendJSON(property.name)
        append(UInt8(ascii: ":"))
        appendJSON(property.value)
    }
}
