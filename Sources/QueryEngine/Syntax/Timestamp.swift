public import GeographyModel

/// An instant in UTC as RFC 3339 writes it, such as `2017-06-10T07:30:00Z`; fractions of a second are kept as written.
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
    /// The day in UTC.
    public let day: CalendarDay
    /// The text as it was read, in upper case.
    public let description: String

    /// Reads `YYYY-MM-DDThh:mm:ss[.fff]Z`; `nil` where the text is anything else or names no instant.
    public init?(_ text: String) {
        let text = text.uppercased()
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CalendarDay(String(parts[0])), parts[1].hasSuffix("Z") else { return nil }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let second = clock.last else { return nil }
        let seconds = second.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fields = [clock[0], clock[1], seconds[0]]
        let isDigits = (fields + seconds.dropFirst()).allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) }
        }
        guard isDigits, fields.allSatisfy({ $0.utf8.count == 2 }),
            let hours = Int(fields[0]), let minutes = Int(fields[1]), let whole = Int(fields[2]),
            hours < 24, minutes < 60, whole <= 60
        else { return nil }
        self.day = day
        description = text
    }
}
