/// Reads numbers out of text fields, strictly and in no locale: a decimal point, never a decimal comma.
///
/// ```swift
/// FieldParser.number("1,234")  // .number(1234)
/// FieldParser.number("[c]")    // .suppressed("[c]")
/// FieldParser.number("12,5")   // .problem(…), "write 12.5"
/// ```
package enum FieldParser {
    /// Markers for withheld or missing figures: those of the Government Analysis Function, of ONS and of Eurostat.
    private static let markers: Set<String> = [
        "*", "c", "x", "z", "[c]", "[x]", "[z]", ":", "..", "-", "n/a",
    ]

    /// Reads one field.
    ///
    /// - Parameters:
    ///   - text: The field; white space around it does not count.
    ///   - allowsThousands: Whether commas may part groups of three digits, as in counts. Where they may not, as in
    ///     percentages, `1,234` is a problem rather than 1234.
    package static func number(_ text: String, allowsThousands: Bool = true) -> NumberField {
        var field = CSVText.trimmed(text)
        if field.isEmpty { return .blank }
        if markers.contains(field.lowercased()) { return .suppressed(field) }
        if field.hasSuffix("%") { field = CSVText.trimmed(String(field.dropLast())) }

        if field.contains(",") {
            if allowsThousands, let plain = withoutThousands(field) { return decimal(plain) }
            return .problem(comma(field))
        }
        return decimal(field)
    }

    /// The field without its grouping commas; `nil` where they do not part groups of three digits.
    private static func withoutThousands(_ field: String) -> String? {
        let parts = field.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard var head = groups.first else { return nil }
        groups.removeFirst()
        if head.hasPrefix("-") { head.removeFirst() }
        guard (1...3).contains(head.utf8.count), groups.allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        guard parts.count == 1 || !parts[1].contains(",") else { return nil }
        return field.filter { $0 != "," }
    }

    private static func comma(_ field: String) -> FieldProblem {
        let pointed = field.replacing(",", with: ".")
        guard field.filter({ $0 == "," }).count == 1, DecimalText.isDecimal(pointed) else {
            return notANumber(field)
        }
        return FieldProblem(
            code: "decimal-comma", message: "the number has a decimal comma", remedy: "Write \(pointed).")
    }

    private static func decimal(_ field: String) -> NumberField {
        guard DecimalText.isDecimal(field), let value = Double(field) else {
            let pointed = field.replacing("\u{2212}", with: "-")
            return .problem(
                pointed != field && DecimalText.isDecimal(pointed)
                    ? FieldProblem(
                        code: "not-a-number", message: "the minus sign is not the plain one",
                        remedy: "Write \(pointed).")
                    : notANumber(field))
        }
        let vanished = value == 0 && field.prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
        guard value.isFinite, !vanished else {
            return .problem(
                FieldProblem(
                    code: "number-out-of-range", message: "the number is beyond what a computer's number holds",
                    remedy: "Check the figure."))
        }
        return .number(value)
    }

    private static func notANumber(_ field: String) -> FieldProblem {
        FieldProblem(
            code: "not-a-number", message: "the field is not a number",
            remedy: "Write a plain decimal number such as 12.5, or leave the field empty.")
    }
}
