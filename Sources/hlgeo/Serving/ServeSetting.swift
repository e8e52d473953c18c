import FeatureServer

/// One thing that an operator can set: its name, what it may be, and its sentence.
///
/// The flag, the environment variable, the key in the file, the help and the table of the documentation are all made of
/// this, so that none of them is said twice.
struct ServeSetting: Sendable {
    /// What a setting may be.
    enum Kind: Sendable {
        case text
        case list
        case flag
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        case choice([String])
    }

    /// The name, such as `public-url`; also the key in the file.
    let name: String
    /// What it may be.
    let kind: Kind
    /// What stands for the value in the help, such as `URL`.
    let placeholder: String
    /// What holds where nothing is said, in words.
    let fallback: String
    /// What it means, in a sentence.
    let help: String

    /// The flag, such as `--public-url`.
    var flag: String { "--\(name)" }

    /// The environment variable, such as `HLGEO_PUBLIC_URL`.
    var variable: String { "HLGEO_" + name.uppercased().replacing("-", with: "_") }

    /// What to give, as the end of a sentence that begins with "Give".
    var remedy: String {
        switch kind {
        case .text: "text"
        case .list: "one or more values"
        case .flag: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
        case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        }
    }

    /// A number without a fraction where it has none.
    static func short(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }
}
