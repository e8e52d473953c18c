import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The header field `Date` (RFC 9110 §6.6.1), made once a second.
struct DateField {
    private var second: time_t = 0
    private var made = ""

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The value now, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    var text: String {
        mutating get {
            var now = time(nil)
            guard now != second else { return made }
            var parts = tm()
            gmtime_r(&now, &parts)
            second = now
            made =
                "\(Self.days[Int(parts.tm_wday)]), \(Self.two(parts.tm_mday)) \(Self.months[Int(parts.tm_mon)]) "
                + "\(Int(parts.tm_year) + 1900) \(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min)):"
                + "\(Self.two(parts.tm_sec)) GMT"
            return made
        }
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
