/// A nine-character GSS code such as `E09000025`, or a user's own code for an area of their own.
public struct AreaCode: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The code as published, upper case.
    public let rawValue: String

    /// Takes a code as it stands, without the white space around it and in upper case.
    public init(rawValue: String) {
        self.rawValue = rawValue.trimmingWhitespace().uppercased()
    }

    /// Takes a code as it stands.
    public init(_ code: String) { self.init(rawValue: code) }

    /// Whether the code has the form that the Government Statistical Service gives: a letter and eight digits.
    public var isGSS: Bool {
        let scalars = rawValue.utf8
        guard scalars.count == 9, let first = scalars.first else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
            && scalars.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The code itself.
    public var description: String { rawValue }

    /// The order of the codes' characters.
    public static func < (left: AreaCode, right: AreaCode) -> Bool { left.rawValue < right.rawValue }
}
