/// One row of a CSV file: slices of the file's bytes that become strings when they are asked for.
package struct CSVRow: Sendable {
    /// Where a field stands in the file, without the quotes around it.
    struct Field: Sendable {
        var start: Int
        var end: Int
        /// Whether quotes inside are doubled.
        var hasDoubledQuotes: Bool
    }

    /// The line of the file on which the row begins, from 1.
    package let line: Int
    let bytes: [UInt8]
    let fields: [Field]

    /// How many fields there are.
    package var count: Int { fields.count }

    /// The text of the field at `index`, from 0, as it stands between the separators, quotes undone.
    package subscript(index: Int) -> String {
        let field = fields[index]
        guard field.hasDoubledQuotes else {
            return bytes.withUnsafeBufferPointer {
                String(decoding: UnsafeBufferPointer(rebasing: $0[field.start..<field.end]), as: UTF8.self)
            }
        }
        var text: [UInt8] = []
        var isSecond = false
        for byte in bytes[field.start..<field.end] {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the field at `index` holds nothing but spaces.
    package func isBlank(_ index: Int) -> Bool {
        bytes[fields[index].start..<fields[index].end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
