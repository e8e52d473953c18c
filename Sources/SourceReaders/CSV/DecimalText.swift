/// The grammar of a plain decimal number: `-? (digits (. digits)? | . digits) ([eE] [+-]? digits)?`, ASCII only.
enum DecimalText {
    /// Whether the whole text is such a number.
    static func isDecimal(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = dropDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard dropDigits(&rest) > 0 else { return false }
        } else if whole == 0 {
            return false
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
            guard dropDigits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// Drops leading digits and says how many there were.
    private static func dropDigits(_ text: inout Substring.UTF8View) -> Int {
        let digits = text.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        text = text.dropFirst(digits.count)
        return digits.count
    }
}
