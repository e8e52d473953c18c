package import GeographyModel

extension JSONScanner {
    /// Reads the value that comes next with all that is in it. Members that share a name all stay, in their order.
    ///
    /// Containers nest no deeper than the scanner allows, so that hostile text cannot exhaust the stack. A number
    /// beyond all doubles is infinite.
    package mutating func value() throws -> PropertyValue {
        switch try peekKind() {
        case .string: return .text(try string())
        case .boolean: return .boolean(try boolean())
        case .null:
            try null()
            return .null
        case .number:
            switch try number() {
            case .integer(let value): return .integer(value)
            case .double(let value): return .number(value)
            }
        case .array:
            var elements: [PropertyValue] = []
            try enterArray()
            while try nextElement() { elements.append(try value()) }
            return .array(elements)
        case .object:
            var members: [Property] = []
            try enterObject()
            while let name = try nextKey() { members.append(Property(name, try value())) }
            return .object(members)
        }
    }
}
