/// What a request is called in the log and in its answer's `X-Request-Id`, so that both can be found again.
package enum RequestID {
    /// The name that a trusted proxy gave the request, else a new random one of 128 bits in hexadecimal.
    ///
    /// - Parameters:
    ///   - incoming: The request's `X-Request-Id`; taken only where it is 1 to 64 letters, digits, `.`, `_` and `-`.
    ///   - isTrusted: Whether the peer is a trusted proxy.
    package static func choose(incoming: String?, isTrusted: Bool) -> String {
        var generator = SystemRandomNumberGenerator()
        return choose(incoming: incoming, isTrusted: isTrusted, using: &generator)
    }

    /// The same with random numbers of the caller's choice.
    package static func choose(
        incoming: String?, isTrusted: Bool, using generator: inout some RandomNumberGenerator
    ) -> String {
        if isTrusted, let incoming, isSound(incoming) { return incoming }
        let halves: [UInt64] = [generator.next(), generator.next()]
        return String(unsafeUninitializedCapacity: 32) { digits in
            for place in 0..<32 {
                let four = UInt8(truncatingIfNeeded: halves[place / 16] >> UInt64(60 - place % 16 * 4) & 0xF)
                digits[place] = four < 10 ? UInt8(ascii: "0") + four : UInt8(ascii: "a") + four - 10
            }
            return 32
        }
    }

    private static func isSound(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122: true
                default: "._-".utf8.contains(byte)
                }
            }
    }
}
