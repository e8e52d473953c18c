import GeographyModel
import SourceReaders

extension FilterJSONReader {
    /// Reads an object: all members first, then what they stand for together.
    mutating func object(at start: Int) throws -> FilterBranch {
        try scanner.enterObject()
        var members = FilterJSONMembers(offset: start)
        var end = scanner.offset
        while let key = try scanner.nextKey() {
            guard let name = FilterJSONMembers.Name(rawValue: key) else {
                throw builder.source.invalid(
                    "the unknown member \(FilterSource.excerpt(key))", at: quote(from: end),
                    remedy:
                        "The members are \(FilterJSONMembers.Name.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            _ = try scanner.peekKind()
            guard members.note(name, at: scanner.offset) else {
                throw builder.source.invalid(
                    "the member \"\(key)\" twice", at: quote(from: end), remedy: "Leave one out.")
            }
            try read(name, into: &members)
            end = scanner.offset
        }
        return try expression(of: members)
    }

    /// Where the next quote is: between the end of a value and the name of the next member there is none.
    private func quote(from end: Int) -> Int {
        builder.source.bytes[end...].firstIndex(of: UInt8(ascii: "\"")) ?? end
    }

    private mutating func read(_ name: FilterJSONMembers.Name, into members: inout FilterJSONMembers) throws {
        switch name {
        case .op, .type: members.name = try scanner.string()
        case .args: members.arguments = try list { try $0.value() }
        case .property, .date, .timestamp: members.text = try scanner.string()
        case .interval: members.ends = try list { try $0.intervalEnd() }
        case .bbox: members.numbers = try numbers()
        case .geometries: members.geometries = try list { try $0.value() }
        case .coordinates:
            members.coordinates = scanner
            try scanner.skipValue()
        }
    }

    /// Reads what an interval begins or ends with, which is a plain string where it is written out.
    private mutating func intervalEnd() throws -> FilterBranch {
        guard try scanner.peekKind() == .string else { return try value() }
        let start = scanner.offset
        return try builder.intervalEnd(try scanner.string(), at: start)
    }

    private mutating func expression(of members: FilterJSONMembers) throws -> FilterBranch {
        let start = members.offset
        switch members.form {
        case .operation:
            guard let operation = FilterOperator(rawValue: members.name) else {
                return try builder.function(members.name, members.arguments, at: members.places[.op] ?? start)
            }
            return try builder.operation(operation, members.arguments, at: start)
        case .property: return try builder.property(members.text, at: start)
        case .date: return try builder.date(members.text, at: start)
        case .timestamp: return try builder.timestamp(members.text, at: start)
        case .interval: return try builder.interval(members.ends, at: start)
        case .box: return try builder.box(members.numbers, at: start)
        case .geometry: return try geometry(of: members)
        case nil: throw incomplete(members)
        }
    }

    private func incomplete(_ members: FilterJSONMembers) -> GeodataError {
        let names = FilterJSONMembers.Name.allCases.filter { members.places[$0] != nil }.map { "\"\($0.rawValue)\"" }
        let complaint =
            names.isEmpty ? "an empty object" : "an object with only \(names.joined(separator: " and "))"
        return builder.source.unexpected(
            complaint, at: members.offset,
            expected: "an operation, a property, a date, an interval, a box or a geometry",
            remedy:
                "Operations have \"op\" and \"args\", geometries \"type\" and \"coordinates\"; the others one member.")
    }
}
