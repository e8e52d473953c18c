import Foundation
import SourceReaders

/// A token as its holder has it: 256 random bits, of which the store keeps only the SHA-256.
///
/// A plain hash is right here. Slow, salted ones protect passwords, which can be guessed; 256 random bits cannot, so
/// whoever reads the store learns nothing that opens it.
public struct TokenSecret: Sendable {
    /// What every token begins with, so that people and scanners for leaked secrets recognise it.
    public static let prefix = "hlgeo_"
    /// How many random bytes a token has.
    public static let size = 32

    /// The token: the prefix and 43 characters of base64url (RFC 4648 §5).
    public let text: String

    /// Makes a token from random numbers.
    public init(using generator: inout some RandomNumberGenerator) {
        let bytes = (0..<Self.size).map { _ in UInt8.random(in: 0...255, using: &generator) }
        text =
            Self.prefix
            + Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// A new token from the system's own source of randomness, which is fit for secrets.
    public static func random() -> TokenSecret {
        var generator = SystemRandomNumberGenerator()
        return TokenSecret(using: &generator)
    }

    /// The last four characters, by which people tell tokens apart; 232 bits stay unknown.
    var ending: String { String(text.suffix(4)) }

    /// What the store keeps of a token.
    static func hash(_ text: String) -> [UInt8] { Checksum.digest(of: Array(text.utf8)) }
}
