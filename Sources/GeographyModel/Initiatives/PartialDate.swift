/// A date as people write it when they do not know it to the day: `2022 spring`, `2023 early`, `2022-10`, `2019+`.
///
/// It is read as the widest interval that it allows, so that nothing is ruled out which the source leaves open.
public struct PartialDate: Hashable, Sendable {
    /// The words as they stand in the source.
    public let text: String
    /// The first day that the words allow.
    public let earliest: CalendarDay
    /// The last day that the words allow; `nil` where they leave the end open (`2019+`).
    public let latest: CalendarDay?

    /// Reads a partial date; `nil` where the words are not understood.
    ///
    /// Understood are a year, year and month, or a full date (ISO 8601), a year with a season or with *early*, *mid* or *late*
    /// (before or after it), and any of these with `+` behind it for "or later". A winter may lie at either end of its year.
    public init?(_ text: String) {
        let trimmed = text.trimmingWhitespace().lowercased()
        let isOpen = trimmed.hasSuffix("+")
        let words = (isOpen ? String(trimmed.dropLast()) : trimmed).split(separator: " ").map(String.init)
        guard let interval = PartialDate.interval(words) else { return nil }
        self.text = text.trimmingWhitespace()
        earliest = interval.first
        latest = isOpen ? nil : interval.last
    }

    private static func interval(_ words: [String]) -> (first: CalendarDay, last: CalendarDay)? {
        switch words.count {
        case 1: return isoInterval(words[0])
        case 2:
            if let year = Int(words[0]) { return months(of: words[1], in: year) }
            if let year = Int(words[1]) { return months(of: words[0], in: year) }
            return nil
        default: return nil
        }
    }

    private static func isoInterval(_ word: String) -> (first: CalendarDay, last: CalendarDay)? {
        if let day = CalendarDay(word) { return (day, day) }
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
        if parts.count == 1 { return span(year, 1, year, 12) }
        guard parts.count == 2, parts[1].count == 2, let month = Int(parts[1]) else { return nil }
        return span(year, month, year, month)
    }

    private static func months(of word: String, in year: Int) -> (first: CalendarDay, last: CalendarDay)? {
        switch word {
        case "spring": span(year, 3, year, 5)
        case "summer": span(year, 6, year, 8)
        case "autumn", "fall": span(year, 9, year, 11)
        case "winter": span(year, 1, year + 1, 2)
        case "early": span(year, 1, year, 6)
        case "mid": span(year, 4, year, 9)
        case "late", "end": span(year, 7, year, 12)
        default: nil
        }
    }

    private static func span(
        _ firstYear: Int, _ firstMonth: Int, _ lastYear: Int, _ lastMonth: Int
    ) -> (first: CalendarDay, last: CalendarDay)? {
        guard (1...12).contains(lastMonth),
            let first = CalendarDay(year: firstYear, month: firstMonth, day: 1),
            let last = CalendarDay(
                year: lastYear, month: lastMonth, day: CalendarDay.length(ofMonth: lastMonth, in: lastYear))
        else { return nil }
        return (first, last)
    }
}
