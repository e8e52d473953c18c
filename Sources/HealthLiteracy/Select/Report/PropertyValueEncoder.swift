import GeographyModel

/// Turns a value that can be encoded into a document whose members stand in the order in which they are declared, with
/// names in `snake_case`; what is missing is `null`.
struct PropertyValueEncoder {
    /// The document of a value.
    static func document(of value: some Encodable) throws -> PropertyValue {
        let node = Node()
        try value.encode(to: NodeEncoder(node: node))
        return node.value
    }
}

/// A place in the document that is filled while the value is encoded.
private final class Node {
    enum Content {
        case plain(PropertyValue)
        case object
        case array
    }

    var content = Content.plain(.null)
    // Beside the case, not in it, so that appending does not copy them: documents have 100,000 elements.
    private var members: [(name: String, node: Node)] = []
    private var elements: [Node] = []

    var value: PropertyValue {
        switch content {
        case .plain(let value): value
        case .object: .object(members.map { Property($0.name, $0.node.value) })
        case .array: .array(elements.map(\.value))
        }
    }

    func member(_ name: String) -> Node {
        let node = Node()
        members.append((Self.snakeCase(name), node))
        return node
    }

    func element() -> Node {
        let node = Node()
        elements.append(node)
        return node
    }

    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { words, letter in
            words += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}

private struct NodeEncoder: Encoder {
    let node: Node
    var codingPath: [any CodingKey] = []
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        node.content = .object
        return KeyedEncodingContainer(NodeMembers<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.content = .array
        return NodeElements(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { NodeValue(node: node, codingPath: codingPath) }
}

private struct NodeMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try node.member(key.stringValue).fill(value)
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    // The requirements for plain values have defaults that leave out what is missing; here it is null.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        node.member(key.stringValue).content = .plain(value.map { .boolean($0) } ?? .null)
    }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        node.member(key.stringValue).content = .plain(PropertyValue(value))
    }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
        node.member(key.stringValue).content = .plain(PropertyValue(value))
    }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        node.member(key.stringValue).content = .plain(PropertyValue(value))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        NodeEncoder(node: node.member(key.stringValue)).container(keyedBy: keyedBy)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        NodeEncoder(node: node.member(key.stringValue)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { NodeEncoder(node: node.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { NodeEncoder(node: node.member(key.stringValue)) }
}

private struct NodeElements: UnkeyedEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(node: Node, codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    mutating func encodeNil() {
        count += 1
        _ = node.element()
    }

    mutating func encode(_ value: some Encodable) throws {
        count += 1
        try node.element().fill(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        count += 1
        return NodeEncoder(node: node.element()).container(keyedBy: keyedBy)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        count += 1
        return NodeEncoder(node: node.element()).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        count += 1
        return NodeEncoder(node: node.element())
    }
}

private struct NodeValue: SingleValueEncodingContainer {
    let node: Node
    let codingPath: [any CodingKey]

    func encodeNil() { node.content = .plain(.null) }
    func encode(_ value: some Encodable) throws { try node.fill(value) }
}

extension Node {
    /// Takes a value: plain ones as they are, all others by what they encode.
    func fill(_ value: some Encodable) throws {
        switch value {
        case let value as Bool: content = .plain(.boolean(value))
        case let value as Int: content = .plain(.integer(value))
        case let value as Double: content = .plain(value.isFinite ? .number(value) : .null)
        case let value as String: content = .plain(.text(value))
        default: try value.encode(to: NodeEncoder(node: self))
        }
    }
}
