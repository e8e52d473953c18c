import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An instant in milliseconds since 1970, written as RFC 3339 has it in UTC: `2026-01-31T08:00:00.123Z`.
package struct LogTime: Sendable, CustomStringConvertible {
    private let milliseconds: Int

    /// Takes an instant.
    package init(millisecondsSince1970 milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// This instant by the clock of the machine.
    package static var now: LogTime {
        LogTime(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    }

    /// The instant in words.
    package var description: String {
        var seconds = time_t((Double(milliseconds) / 1_000).rounded(.down))
        let rest = milliseconds - seconds * 1_000
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ number: some BinaryInteger, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day = "\(padded(parts.tm_year + 1_900, 4))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
        let time = "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec)).\(padded(rest, 3))"
        return "\(day)T\(time)Z"
    }
}
