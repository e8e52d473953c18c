extension CSVRow {
    /// Appends the row as CSV (RFC 4180) with a given number of fields and without a line end: missing fields are empty,
    /// and what is too much is kept together in the last one.
    package func append(to buffer: inout [UInt8], fieldCount: Int) {
        for index in 0..<fieldCount {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            guard index < fields.count else { continue }
            if index == fieldCount - 1, fields.count > fieldCount {
                let joined = (index..<fields.count).map { self[$0] }.joined(separator: ",")
                Self.appendQuoted(Array(joined.utf8)[...], hasDoubledQuotes: false, to: &buffer)
            } else {
                append(fields[index], to: &buffer)
            }
        }
    }

    private func append(_ field: Field, to buffer: inout [UInt8]) {
        let content = bytes[field.start..<field.end]
        let mustQuote = content.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if mustQuote {
            Self.appendQuoted(content, hasDoubledQuotes: field.hasDoubledQuotes, to: &buffer)
        } else {
            buffer.append(contentsOf: content)
        }
    }

    private static func appendQuoted(_ content: ArraySlice<UInt8>, hasDoubledQuotes: Bool, to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "\""))
        for byte in content {
            if byte == UInt8(ascii: "\""), !hasDoubledQuotes { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }
}
