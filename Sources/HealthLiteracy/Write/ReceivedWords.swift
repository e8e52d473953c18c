import GeographyModel

/// What words from a client must be like, whatever they are about.
enum ReceivedWords {
    /// What is wrong with a value.
    struct Problem: Error {
        /// What is wrong and what to do, without the member's name.
        var sentence: String
    }

    /// How many areas an initiative may name.
    static let areaLimit = 500
    /// How many characters the code or name of an area may have.
    static let areaNameLimit = 200

    /// How many characters a field may have. Names become identifiers, which stand in addresses.
    static func limit(of field: InitiativeDraft.Field) -> Int {
        switch field {
        case .name: 200
        case .summary, .remark: 10_000
        case .start, .end: 50
        default: 1_000
        }
    }

    /// The text of a value, without the white space at its ends.
    ///
    /// Characters are counted as Unicode scalars, so that none is longer than it looks. Control characters are refused:
    /// they change what terminals, logs and tables show.
    static func checked(_ value: PropertyValue, limit: Int, isLong: Bool) -> Result<String, Problem> {
        guard case .text(let text) = value else {
            return .failure(Problem(sentence: "must be text, not \(kind(value))."))
        }
        let count = text.unicodeScalars.count
        guard count <= limit else {
            return .failure(Problem(sentence: "has \(count) characters; at most \(limit) are taken."))
        }
        let breaks: Set<Unicode.Scalar> = isLong ? ["\n", "\r", "\t"] : []
        if let control = text.unicodeScalars.first(where: {
            $0.properties.generalCategory == .control && !breaks.contains($0)
        }) {
            let digits = String(control.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            return .failure(Problem(sentence: "has the control character \(code). Take it out."))
        }
        return .success(text.trimmingWhitespace())
    }

    /// Whether words would run as a program where a page made a link of them.
    static func isScript(_ words: String) -> Bool {
        let scheme = words.prefix { $0 != ":" }
        guard scheme.endIndex != words.endIndex else { return false }
        return ["javascript", "vbscript", "data", "blob", "file"].contains(scheme.trimmingSpaces.lowercased())
    }

    /// A name from a client as a message shows it.
    static func short(_ name: String) -> String {
        name.unicodeScalars.count > 60 ? "\(String(String.UnicodeScalarView(name.unicodeScalars.prefix(57))))..." : name
    }

    /// What kind of value it is, in words.
    static func kind(_ value: PropertyValue) -> String {
        switch value {
        case .null: "null"
        case .boolean: "true or false"
        case .integer, .number: "a number"
        case .text: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension InitiativeDraft.Field {
    /// Whether its words may have several lines.
    var isLong: Bool { self == .summary || self == .remark }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmingWhitespace() }
}
