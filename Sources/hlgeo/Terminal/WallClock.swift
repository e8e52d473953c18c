import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time outside, read once at the entry and handed on as a value.
enum WallClock {
    /// Today by the machine's own time zone.
    static var today: CalendarDay {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return day(parts)
    }

    /// The seconds since 1970.
    static var seconds: Double { Double(time(nil)) }

    /// Today in UTC.
    static var utcDay: CalendarDay {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        return day(parts)
    }

    /// This instant, ISO 8601 in UTC.
    static var instant: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(parts))T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
    }

    private static func day(_ parts: tm) -> CalendarDay {
        let first = CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        guard let first else { preconditionFailure("the C library gave a day that no calendar has") }
        return first
    }
}
