import GeographyModel
import QueryEngine

/// When something is or was, as OGC API – Features writes it (17-069r4 §7.15.4): a date, a date-time of RFC 3339 with any
/// offset, or two of them with a slash between, either of which may be open (`..` or nothing).
struct DatetimeParameter {
    /// One end of it.
    enum End {
        case open
        case day(CalendarDay)
        case instant(Timestamp)
    }

    let first: End
    let last: End

    /// Reads the value of a parameter.
    ///
    /// - Throws: ``Problem`` 400 for anything else, and for an end before its beginning.
    init(_ text: String, of name: String = "datetime") throws {
        // A + that was not percent-encoded has become a space on its way.
        let parts = text.replacing(" ", with: "+").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = Self.end(parts[0]), let last = Self.end(parts[parts.count - 1]),
            parts.count == 2 || !first.isOpen, !first.isOpen || !last.isOpen
        else {
            throw QueryParameters.invalid(
                name, text,
                remedy: "Give a date, a date-time such as 2024-05-01T12:00:00Z, or two with / between; .. is open.")
        }
        guard !last.isBefore(first) else {
            throw QueryParameters.invalid(name, text, remedy: "Give the earlier date or date-time first.")
        }
        (self.first, self.last) = (first, last)
    }

    /// Whether a property, which is an interval, has a time in common with it.
    func touches(_ property: String) -> FilterExpression {
        FilterExpression(
            .operation(
                .timeIntersects,
                [FilterExpression(.property(property)), FilterExpression(.interval(first.expression, last.expression))])
        )
    }

    private static func end(_ text: Substring) -> End? {
        if text.isEmpty || text == ".." { return .open }
        if let day = CalendarDay(String(text)) { return .day(day) }
        return Timestamp(dateTime: text).map { .instant($0) }
    }
}

extension DatetimeParameter.End {
    var isOpen: Bool {
        if case .open = self { return true }
        return false
    }

    /// Whether it is over before another begins; never where one of them is open.
    func isBefore(_ other: Self) -> Bool {
        switch (self, other) {
        case (.open, _), (_, .open): false
        case (.day(let day), .day(let begin)): day < begin
        case (.day(let day), .instant(let begin)): day < begin.day
        case (.instant(let instant), .day(let begin)): instant.day < begin
        // Without the Z at the end, the letters of instants are in the order of time.
        case (.instant(let instant), .instant(let begin)):
            instant.description.dropLast() < begin.description.dropLast()
        }
    }

    fileprivate var expression: FilterExpression {
        switch self {
        case .open: FilterExpression(.openEnd)
        case .day(let day): FilterExpression(.date(day))
        case .instant(let instant): FilterExpression(.timestamp(instant))
        }
    }
}

extension Timestamp {
    /// Reads a date-time of RFC 3339 in any zone, such as `2020-01-01T00:30:00+01:00`, as the same instant in UTC.
    fileprivate init?(dateTime text: some StringProtocol) {
        let text = text.uppercased()
        guard !text.hasSuffix("Z") else {
            self.init(text)
            return
        }
        // The offset is the last six characters; what is before it must be a date-time of its own.
        let sign = text.dropLast(5).last
        let offset = text.suffix(5).split(separator: ":", omittingEmptySubsequences: false)
        guard sign == "+" || sign == "-", offset.count == 2,
            offset.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(offset[0]), let minutes = Int(offset[1]), hours < 24, minutes < 60,
            let local = Timestamp(text.dropLast(6) + "Z")
        else { return nil }
        let clock = local.description.drop { $0 != "T" }.dropFirst()
        guard let hour = Int(clock.prefix(2)), let minute = Int(clock.dropFirst(3).prefix(2)) else { return nil }
        let east = (hours * 60 + minutes) * (sign == "+" ? 1 : -1)
        let time = hour * 60 + minute - east
        let day = time < 0 ? local.day.before : time >= 1_440 ? local.day.after : local.day
        guard let day else { return nil }
        let inDay = (time + 1_440) % 1_440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        self.init("\(day)T\(two(inDay / 60)):\(two(inDay % 60))\(clock.dropFirst(5))")
    }
}

extension CalendarDay {
    /// The day before; `nil` where the calendar begins.
    fileprivate var before: CalendarDay? {
        if day > 1 { return CalendarDay(year: year, month: month, day: day - 1) }
        return month > 1
            ? CalendarDay(year: year, month: month - 1, day: CalendarDay.length(ofMonth: month - 1, in: year))
            : CalendarDay(year: year - 1, month: 12, day: 31)
    }

    /// The day after; `nil` where the calendar ends.
    fileprivate var after: CalendarDay? {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? (month < 12
                ? CalendarDay(year: year, month: month + 1, day: 1) : CalendarDay(year: year + 1, month: 1, day: 1))
    }
}
