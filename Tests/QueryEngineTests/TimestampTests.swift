import QueryEngine
import Testing

struct TimestampTests {
    @Test(
        "An instant is read from RFC 3339 in UTC, and from nothing else",
        arguments: [
            ("2017-06-10T07:30:00Z", true), ("2017-06-10t07:30:00.25z", true), ("2016-12-31T23:59:60Z", true),
            ("2017-06-10", false), ("2017-06-31T07:30:00Z", false), ("2017-06-10T24:00:00Z", false),
            ("2017-06-10T07:30Z", false), ("2017-06-10T07:30:00+01:00", false), ("2017-06-10T07:30:00.Z", false),
            ("", false),
        ])
    func reading(_ text: String, _ isInstant: Bool) {
        #expect((Timestamp(text) != nil) == isInstant)
    }
}
