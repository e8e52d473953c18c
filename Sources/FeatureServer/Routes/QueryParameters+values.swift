import GeographyModel
import HealthLiteracy
import QueryEngine

/// Values of the kinds that several routes have. All throw ``Problem`` 400 for a value that cannot be read. An empty
/// value is what forms send of a field that nobody filled in, and counts as none.
extension QueryParameters {
    /// Words.
    mutating func takeText(_ name: String) -> String? {
        take(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Words separated by commas.
    mutating func takeList(_ name: String) throws -> [String]? {
        try takeText(name).map { text in
            let parts = text.split(separator: ",").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
            guard !parts.isEmpty else {
                throw Self.invalid(name, text, remedy: "Give words with a comma between them, or leave it out.")
            }
            return parts
        }
    }

    /// A number as people write it; no other base, no infinity.
    static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number.
    mutating func takeWhole(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        try takeText(name).map { text in
            guard let number = Int(text), range.contains(number) else {
                throw Self.invalid(
                    name, text, remedy: "Give a whole number from \(range.lowerBound) to \(range.upperBound).")
            }
            return number
        }
    }

    /// A number in degrees.
    mutating func takeDegrees(_ name: String, upTo limit: Double) throws -> Double? {
        try takeText(name).map { text in
            guard let number = Self.decimal(text), abs(number) <= limit else {
                throw Self.invalid(
                    name, text, remedy: "Give degrees from \(Int(-limit)) to \(Int(limit)), such as 51.53.")
            }
            return number
        }
    }

    /// `true` or `false`; what is not given is `false`.
    mutating func takeFlag(_ name: String) throws -> Bool {
        switch takeText(name) {
        case nil, "false": false
        case "true": true
        case .some(let other): throw Self.invalid(name, other, remedy: "Use true or false.")
        }
    }

    /// One of some words.
    mutating func takeChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ choices: Choice.Type
    ) throws -> Choice? {
        try takeText(name).map { text in
            guard let choice = Choice(rawValue: text) else {
                let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw Self.invalid(name, text, remedy: "Use one of: \(words).")
            }
            return choice
        }
    }

    /// A day.
    mutating func takeDay(_ name: String) throws -> CalendarDay? {
        try takeText(name).map { text in
            guard let day = CalendarDay(text) else {
                throw Self.invalid(name, text, remedy: "Give a day as YYYY-MM-DD.")
            }
            return day
        }
    }

    /// A reference system by its address.
    mutating func takeSystem(_ name: String) throws -> CoordinateReferenceSystem? {
        try takeText(name).map { text in
            guard let system = CoordinateReferenceSystem(name: text) else {
                let known = CoordinateReferenceSystem.allCases.map(\.uri).joined(separator: ", ")
                throw Self.invalid(name, text, remedy: "Known are: \(known).")
            }
            return system
        }
    }

    /// A level of geography.
    mutating func takeLevel(_ name: String) -> AreaType? {
        takeText(name).map { AreaType(collection: $0) ?? AreaType(rawValue: $0) }
    }

    /// The condition that `filter`, `bbox` and their companions state.
    mutating func takeFilter() throws -> FeatureFilter {
        let language = takeText("filter-lang")
        var filter = FeatureFilter(words: takeText("filter"), system: try takeSystem("filter-crs") ?? .crs84)
        switch language {
        // GDAL before 3.13 and QGIS know only the name that a draft of the standard had.
        case nil, "cql2-text", "cql-text": filter.language = .text
        case "cql2-json": filter.language = .json
        case .some(let other):
            throw Self.invalid("filter-lang", other, remedy: "Use cql2-text or cql2-json.")
        }
        filter.box = try take("bbox").map { try Self.box($0) }
        if let system = try takeSystem("bbox-crs") { filter.boxSystem = system }
        return filter
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { decimal(String($0)) }
        guard numbers.count == parts.count, [4, 6].contains(parts.count) else {
            throw invalid("bbox", text, remedy: "Give 4 numbers, or 6 with heights: -0.51,51.28,0.33,51.69.")
        }
        let half = parts.count / 2
        return BoundingBox(west: numbers[0], south: numbers[1], east: numbers[half], north: numbers[half + 1])
    }
}
