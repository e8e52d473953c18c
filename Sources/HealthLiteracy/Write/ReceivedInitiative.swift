import GeographyModel
import SourceReaders

/// An initiative as a client sends it: a GeoJSON Feature whose properties are named as the collection shows them.
///
/// What is wrong with it is collected, each problem with the member that it is about; only a body that is no Feature is
/// refused outright. Members of the Feature that GeoJSON does not know (`links`, `timeStamp`) are passed over.
struct ReceivedInitiative {
    /// The identifiers that the Feature gives itself.
    private(set) var identifiers: [(member: String, id: String)] = []
    /// What is said of it; areas are still to be chosen.
    private(set) var draft = InitiativeDraft()
    /// Codes of its areas; `nil` where nothing is said.
    private(set) var areaCodes: [String]?
    /// Names of its areas; `nil` where nothing is said.
    private(set) var areaNames: [String]?
    /// The point's coordinates in the order in which they stand there.
    private(set) var coordinates: (first: Double, second: Double)?
    /// What is wrong, a sentence each.
    private(set) var problems: [String] = []

    /// Reads a Feature.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` for what is not JSON, or no Feature.
    init(_ bytes: [UInt8]) throws {
        guard case .object(let members) = try Self.json(bytes),
            members.contains(where: { $0.name == "type" && $0.value == .text("Feature") })
        else {
            throw GeodataError(
                .inputMalformed, "The body is no GeoJSON Feature.",
                remedy: #"Send {"type": "Feature", "geometry": …, "properties": {"name": …}}."#)
        }
        refuseRepeated(members, in: "")
        var hasGeometry = false
        for member in members {
            switch member.name {
            case "id": take(identifier: member.value, member: "id")
            case "properties": take(properties: member.value)
            case "geometry":
                hasGeometry = true
                take(geometry: member.value)
            default: continue
            }
        }
        if !hasGeometry { problems.append("geometry: is missing. Write null where there is no point.") }
    }

    private static func json(_ bytes: [UInt8]) throws -> PropertyValue {
        try bytes.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes, file: "The body")
            let value = try scanner.value()
            try scanner.expectEnd()
            return value
        }
    }

    private mutating func refuseRepeated(_ members: [Property], in parent: String) {
        var seen: Set<String> = []
        for member in members where !seen.insert(member.name).inserted {
            problems.append("\(parent)\(ReceivedWords.short(member.name)): stands there more than once.")
        }
    }

    private mutating func take(identifier value: PropertyValue, member: String) {
        switch value {
        case .text(let id): identifiers.append((member, id))
        case .integer(let number): identifiers.append((member, String(number)))
        case .null: return
        default: problems.append("\(member): must be text, not \(ReceivedWords.kind(value)).")
        }
    }

    private mutating func take(properties value: PropertyValue) {
        guard case .object(let properties) = value else {
            if value != .null { problems.append("properties: must be an object, not \(ReceivedWords.kind(value)).") }
            return
        }
        refuseRepeated(properties, in: "properties.")
        for property in properties {
            let member = "properties.\(ReceivedWords.short(property.name))"
            switch InitiativeDraft.Field(rawValue: property.name) {
            case .areaCodes: areaCodes = areas(property.value, member) ?? areaCodes
            case .areaNames: areaNames = areas(property.value, member) ?? areaNames
            case .some(let field) where field != .longitude && field != .latitude:
                draft.words[field] = words(property.value, field, member)
            default:
                if property.name == "initiative_id" {
                    take(identifier: property.value, member: member)
                } else if !ReceivedProperties.derived.contains(property.name) {
                    problems.append("\(member): initiatives have no such property.")
                }
            }
        }
    }

    private mutating func words(
        _ value: PropertyValue, _ field: InitiativeDraft.Field, _ member: String
    ) -> String? {
        if value == .null { return nil }
        switch ReceivedWords.checked(value, limit: ReceivedWords.limit(of: field), isLong: field.isLong) {
        case .success(let words):
            if field == .sourceAddress, ReceivedWords.isScript(words) {
                problems.append("\(member): must be a web address, or words. Begin an address with https://.")
            }
            return words.isEmpty ? nil : words
        case .failure(let problem):
            problems.append("\(member): \(problem.sentence)")
            return nil
        }
    }

    private mutating func areas(_ value: PropertyValue, _ member: String) -> [String]? {
        let elements: [PropertyValue]
        switch value {
        case .null: return nil
        case .text(let text): elements = InitiativeDraft.areas(in: text).map { .text($0) }
        case .array(let all): elements = all
        default:
            problems.append("\(member): must be an array of codes or names, not \(ReceivedWords.kind(value)).")
            return nil
        }
        guard elements.count <= ReceivedWords.areaLimit else {
            problems.append("\(member): has \(elements.count) areas; at most \(ReceivedWords.areaLimit) are taken.")
            return nil
        }
        var areas: [String] = []
        for (place, element) in elements.enumerated() {
            switch ReceivedWords.checked(element, limit: ReceivedWords.areaNameLimit, isLong: false) {
            case .success(let words): areas.append(words)
            case .failure(let problem): problems.append("\(member)[\(place)]: \(problem.sentence)")
            }
        }
        return areas
    }

    private mutating func take(geometry value: PropertyValue) {
        if value == .null { return }
        guard case .object(let members) = value else {
            problems.append("geometry: must be a Point or null, not \(ReceivedWords.kind(value)).")
            return
        }
        refuseRepeated(members, in: "geometry.")
        guard members.contains(where: { $0.name == "type" && $0.value == .text("Point") }) else {
            problems.append("geometry: must be a Point or null.")
            return
        }
        // A third number, the height, is passed over.
        guard case .array(let numbers)? = members.first(where: { $0.name == "coordinates" })?.value,
            (2...3).contains(numbers.count), let first = numbers[0].finiteNumber, let second = numbers[1].finiteNumber
        else {
            problems.append("geometry.coordinates: must be two numbers, such as [0.03, 51.53].")
            return
        }
        coordinates = (first, second)
    }
}

extension PropertyValue {
    /// The number, where it is one that is finite.
    fileprivate var finiteNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number) where number.isFinite: number
        default: nil
        }
    }
}
