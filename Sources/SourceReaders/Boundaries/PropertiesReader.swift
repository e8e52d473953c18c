import GeographyModel

/// Reads the scalar members of an object as properties.
///
/// The features of a file mostly have the same members in the same order, so the names of the last feature are kept:
/// where they come again there is nothing to compare for duplicates.
struct PropertiesReader {
    private var names: [String] = []

    /// Reads a `properties` member: an object, or null.
    ///
    /// - Returns: The properties, and the names that stood there more than once; the last value counts.
    mutating func read(_ scanner: inout JSONScanner) throws -> (properties: [Property], duplicates: [String]) {
        guard try scanner.peekKind() == .object else {
            try scanner.skipValue()
            return ([], [])
        }
        var properties: [Property] = []
        properties.reserveCapacity(names.count)
        try scanner.enterObject()
        var repeats = true
        while let key = try scanner.nextKey() {
            guard let value = try Self.scalar(&scanner) else { continue }
            let place = properties.count
            repeats = repeats && place < names.count && names[place] == key
            properties.append(Property(repeats ? names[place] : key, value))
        }
        if repeats { return (properties, []) }
        let duplicates = Self.removeDuplicates(&properties)
        names = properties.map(\.name)
        return (properties, duplicates)
    }

    /// Reads a scalar; passes a list or an object and returns `nil`. A number beyond all doubles is null.
    static func scalar(_ scanner: inout JSONScanner) throws -> PropertyValue? {
        switch try scanner.peekKind() {
        case .string: return .text(try scanner.string())
        case .boolean: return .boolean(try scanner.boolean())
        case .null:
            try scanner.null()
            return .null
        case .number:
            switch try scanner.number() {
            case .integer(let value): return .integer(value)
            case .double(let value): return value.isFinite ? .number(value) : .null
            }
        case .object, .array:
            try scanner.skipValue()
            return nil
        }
    }

    /// Keeps the last of the properties that share a name, in the first one's place.
    private static func removeDuplicates(_ properties: inout [Property]) -> [String] {
        var places: [String: Int] = [:]
        var kept: [Property] = []
        var duplicates: [String] = []
        for property in properties {
            if let place = places[property.name] {
                kept[place].value = property.value
                if !duplicates.contains(property.name) { duplicates.append(property.name) }
            } else {
                places[property.name] = kept.count
                kept.append(property)
            }
        }
        properties = kept
        return duplicates
    }
}
