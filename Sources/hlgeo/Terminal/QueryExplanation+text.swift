import QueryEngine

extension QueryExplanation {
    /// The explanation as text: what is done in words, then each statement with its values and how it runs.
    var text: String {
        var lines = steps.enumerated().map { "\($0 + 1). \($1)" }
        for (place, statement) in statements.enumerated() {
            lines += ["", place == 0 ? "Find:" : "Read:"]
            lines += statement.split(separator: "\n").map { "    \($0)" }
            if !values[place].isEmpty { lines.append("  with \(values[place].joined(separator: ", "))") }
            lines += ["  runs as"] + scans[place].map { "    \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
