import FeatureServer
import Testing

struct RequestIDTests {
    @Test(arguments: ["a", "0f8b-4_2.X", String(repeating: "x", count: 64)])
    func `a trusted proxy names the request`(_ name: String) {
        #expect(RequestID.choose(incoming: name, isTrusted: true) == name)
        #expect(RequestID.choose(incoming: name, isTrusted: false) != name)
    }

    @Test(arguments: [nil, "", "a b", "a\n", "a\"", "\u{E9}", "a/b", String(repeating: "x", count: 65)])
    func `other names are replaced with random ones`(_ name: String?) {
        let first = RequestID.choose(incoming: name, isTrusted: true)
        #expect(first.count == 32 && first.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(first != RequestID.choose(incoming: name, isTrusted: true))
    }

    @Test func `small numbers are written out in full`() {
        var generator = Zeros()
        #expect(
            RequestID.choose(incoming: nil, isTrusted: false, using: &generator) == String(repeating: "0", count: 32))
    }

    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}
