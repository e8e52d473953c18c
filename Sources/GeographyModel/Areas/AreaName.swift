/// How the names of areas are compared: without case, accents, punctuation, or the ways that offices write them.
public enum AreaName {
    /// One spelling for all ways to write a name: lower case, no accents, `&` as `and`, punctuation as single spaces.
    ///
    /// ```swift
    /// AreaName.key("Kingston upon Hull, City of")  // "kingston upon hull city of"
    /// ```
    public static func key(_ name: String) -> String {
        plainKey(name) ?? foldedKey(name)
    }

    /// The key of a name in plain ASCII, byte by byte; `nil` where it has other letters.
    private static func plainKey(_ name: String) -> String? {
        var key: [UInt8] = []
        var pendingSpace = false
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if pendingSpace, !key.isEmpty { key.append(UInt8(ascii: " ")) }
                pendingSpace = false
                key.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if pendingSpace, !key.isEmpty { key.append(UInt8(ascii: " ")) }
                pendingSpace = false
                key.append(byte | 0x20)
            case UInt8(ascii: "'"), UInt8(ascii: "."): continue
            case UInt8(ascii: "&"), 0x80...: return nil
            default: pendingSpace = true
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static func foldedKey(_ name: String) -> String {
        var key = ""
        var pendingSpace = false
        func append(_ letters: some StringProtocol) {
            if pendingSpace, !key.isEmpty { key.append(" ") }
            pendingSpace = false
            key.append(contentsOf: letters)
        }
        for character in name {
            if character == "&" {
                pendingSpace = true
                append("and")
                pendingSpace = true
            } else if character == "'" || character == "’" || character == "." {
                continue
            } else if character.isLetter || character.isNumber {
                append(unaccented(character))
            } else {
                pendingSpace = true
            }
        }
        return key
    }

    /// The keys under which an area may be asked for, its own name first: offices write "Bristol, City of", people
    /// write "Bristol" and "City of Bristol"; a board is known by its place.
    public static func keys(for name: String, type: AreaType) -> [String] {
        let whole = key(name)
        var keys = [whole]
        for suffix in [" city of", " county of"] where name.contains(",") && whole.hasSuffix(suffix) {
            let bare = String(whole.dropLast(suffix.count))
            keys += [bare, suffix.dropFirst() + " " + bare]
        }
        if type == .icb {
            let bare = whole.removing(prefix: "nhs ").removing(suffix: " integrated care board")
            keys += [bare, "nhs \(bare)", "\(bare) icb", "nhs \(bare) icb", "\(bare) integrated care board"]
        }
        if type == .county { keys.append("\(whole) county") }
        if type == .region { keys.append("\(whole.removing(prefix: "the ")) region") }
        var seen: Set<String> = []
        return keys.filter { seen.insert($0).inserted }
    }

    /// How many single-letter slips (insertion, deletion, substitution, swap of neighbours) lie between two keys.
    ///
    /// Restricted Damerau–Levenshtein distance (optimal string alignment).
    public static func slips(_ left: String, _ right: String) -> Int {
        let (first, second) = (Array(left.utf8), Array(right.utf8))
        guard !first.isEmpty else { return second.count }
        guard !second.isEmpty else { return first.count }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [row] + [Int](repeating: 0, count: second.count)
            for column in 1...second.count {
                let differs = first[row - 1] != second[column - 1]
                current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (differs ? 1 : 0))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }

    private static func unaccented(_ character: Character) -> String {
        if let ascii = character.asciiValue {
            return String(Character(UnicodeScalar(ascii))).lowercased()
        }
        let base = character.unicodeScalars.first { !$0.properties.isDiacritic }
        return base.map { plainLetters[$0] ?? String(Character($0)).lowercased() } ?? ""
    }

    /// The accented letters of Latin script that British and European place names use, without their accents.
    private static let plainLetters: [UnicodeScalar: String] = {
        let table: [(String, String)] = [
            ("àáâãäåāă", "a"), ("çćč", "c"), ("ďđð", "d"), ("èéêëēė", "e"), ("ìíîïī", "i"), ("łĺ", "l"),
            ("ñńň", "n"), ("òóôõöøō", "o"), ("ŕř", "r"), ("śšş", "s"), ("ťţ", "t"), ("ùúûüūů", "u"), ("ŵ", "w"),
            ("ýÿŷ", "y"), ("źžż", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
        ]
        var letters: [UnicodeScalar: String] = [:]
        for (accented, plain) in table {
            for scalar in (accented + accented.uppercased()).unicodeScalars { letters[scalar] = plain }
        }
        return letters
    }()
}

extension String {
    fileprivate func removing(prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }

    fileprivate func removing(suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }

    /// The text without the white space at its ends.
    package func trimmingWhitespace() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
