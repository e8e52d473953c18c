import GeographyModel

/// Compact JSON (RFC 8259) as UTF-8 bytes.
extension [UInt8] {
    /// Adds an array with one element after the other.
    mutating func appendJSON<List: Sequence>(list: List, _ appendElement: (List.Element, inout [UInt8]) -> Void) {
        append(UInt8(ascii: "["))
        for (place, element) in list.enumerated() {
            if place > 0 { append(UInt8(ascii: ",")) }
            appendElement(element, &self)
        }
        append(UInt8(ascii: "]"))
    }

    /// Adds a whole number.
    mutating func appendJSON(integer: Int) {
        if (0..<10).contains(integer) {
            append(UInt8(ascii: "0") + UInt8(integer))
        } else {
            append(contentsOf: String(integer).utf8)
        }
    }

    /// Adds a number in the fewest digits that read back as the same; null where it is not finite.
    mutating func appendJSON(number: Double) {
        guard number.isFinite else {
            append(contentsOf: "null".utf8)
            return
        }
        let digits = number.description
        append(contentsOf: (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8)
    }

    /// Adds numbers with commas between them.
    mutating func appendJSON(numbers: [Double]) {
        for (place, number) in numbers.enumerated() {
            if place > 0 { append(UInt8(ascii: ",")) }
            appendJSON(number: number)
        }
    }

    /// Adds a string in quotes, escaped where RFC 8259 §7 demands it.
    mutating func appendJSON(string: String) {
        append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Adds a property's value.
    mutating func appendJSON(_ value: PropertyValue) {
        switch value {
        case .null: append(contentsOf: "null".utf8)
        case .boolean(let flag): append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let integer): appendJSON(integer: integer)
        case .number(let number): appendJSON(number: number)
        case .text(let text): appendJSON(string: text)
        case .array(let values): appendJSON(list: values) { $1.appendJSON($0) }
        case .object(let properties):
            append(UInt8(ascii: "{"))
            for (place, property) in properties.enumerated() {
                if place > 0 { append(UInt8(ascii: ",")) }
                appendJSON(string: property.name)
                append(UInt8(ascii: ":"))
                appendJSON(property.value)
            }
            append(UInt8(ascii: "}"))
        }
    }
}
