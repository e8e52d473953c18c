import GeographyModel
import Testing

@testable import SourceReaders

@Suite struct JSONNumberTests {
    /// The standard library's conversion is correctly rounded and shares no code with the scanner's fast paths.
    private func expectNearest(_ text: String) throws {
        let expected = try #require(Double(text))
        let value = try scan(text.utf8) { try $0.double() }
        #expect(value.bitPattern == expected.bitPattern, "\(text)")
    }

    @Test(arguments: [
        "0", "-0", "0.1", "-0.096516", "51.520274", "9007199254740993", "9007199254740993.5", "0.30000000000000004",
        "1.7976931348623157e308", "4.9e-324", "2.2250738585072011e-308", "1e22", "1e23", "8.5e22", "123456789012345678",
        "9999999999999999999", "18446744073709551616", "-0.00000000000000000001", "1e-400", "1e400", "-1e999999999",
        "0e999999999", "3.14159265358979323846264338327950288", "9223372036854775808", "1E5", "1e+05",
        "0.000000000000000000",
        "9007199254740992.5", "900719925474099.35", "1.00000000000000011102230246251565",
    ])
    func `a number is the nearest double`(text: String) throws { try expectNearest(text) }

    @Test(arguments: 1...19)
    func `numbers of every length and point are the nearest doubles`(digits: Int) throws {
        var generator = LinearCongruence(state: UInt64(digits))
        for _ in 0..<400 {
            let mantissa = (0..<digits).map { _ in String(generator.next() >> 33 % 10) }.joined()
            let point = Int(generator.next() >> 33) % (digits + 1)
            let whole = mantissa.prefix(point).drop { $0 == "0" }
            let fraction = mantissa.dropFirst(point)
            try expectNearest("-\(whole.isEmpty ? "0" : whole)" + (fraction.isEmpty ? "" : ".\(fraction)"))
        }
    }

    @Test(arguments: [
        ("12", JSONScanner.Number.integer(12)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("12.0", .double(12)), ("1e2", .double(100)),
        ("99999999999999999999", .double(1e20)), ("-0", .double(-0.0)),
    ])
    func `a number is whole only where it is written so and fits`(text: String, number: JSONScanner.Number) throws {
        #expect(try scan(text.utf8) { try $0.number() } == number)
    }

    @Test(arguments: ["01", "-", "+1", ".5", "1.", "1.e5", "1e", "1e+", "-a", "--1", "0x10", "1_000", "", "00", "-01"])
    func `a number outside the grammar is refused`(text: String) {
        let error = geodataError {
            try scan(text.utf8) {
                _ = try $0.double()
                try $0.expectEnd()
            }
        }
        #expect(error?.code == .inputMalformed)
    }

    @Test func `a number of a million digits is read, not overflowed`() throws {
        try expectNearest(String(repeating: "9", count: 1_000_000))
        try expectNearest("0." + String(repeating: "0", count: 100_000) + "1e100001")
    }
}

/// Knuth's MMIX generator, so that a failure comes again.
struct LinearCongruence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
