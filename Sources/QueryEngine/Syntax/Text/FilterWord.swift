/// A word that CQL2 text gives a meaning of its own; case does not matter.
enum FilterWord: Hashable, Sendable {
    case and, or, not, like, between, `in`, `is`, null, `true`, `false`, div
    case date, timestamp, interval, bbox
    /// The JSON encoding's name for `IS NULL`, which no function may have.
    case isNull
    /// An operation that is written as a function.
    case call(FilterOperator)
    /// A geometry, with `Z` for heights or without.
    case geometry(FilterGeometryType, hasHeights: Bool)

    /// The word with that name.
    static func named(_ name: some StringProtocol) -> FilterWord? {
        guard name.utf8.count <= longest, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return byName[name.lowercased()]
    }

    /// Whether the word never names a property without quotes. The others do where no parenthesis follows.
    var isReserved: Bool {
        switch self {
        case .date, .timestamp, .interval, .bbox, .isNull, .call, .geometry: false
        default: true
        }
    }

    /// What to do where a function has this name.
    var remedyForFunction: String {
        switch self {
        case .isNull: "In CQL2 text write x IS NULL; in JSON the name is \"isNull\"."
        case .call(let operation): "In JSON the name is \"\(operation.rawValue)\"."
        default: "Words of CQL2 cannot name functions; in JSON, operations are written in small letters."
        }
    }

    private static let byName: [String: FilterWord] = {
        var words: [String: FilterWord] = [
            "and": .and, "or": .or, "not": .not, "like": .like, "between": .between, "in": .in, "is": .is,
            "null": .null, "true": .true, "false": .false, "div": .div, "date": .date, "timestamp": .timestamp,
            "interval": .interval, "bbox": .bbox, "isnull": .isNull,
        ]
        for operation in FilterOperator.allCases where operation.isWrittenAsFunction {
            words[operation.rawValue.lowercased()] = .call(operation)
        }
        for type in FilterGeometryType.allCases {
            words[type.rawValue.lowercased()] = .geometry(type, hasHeights: false)
            words[type.rawValue.lowercased() + "z"] = .geometry(type, hasHeights: true)
        }
        return words
    }()

    private static let longest = byName.keys.reduce(0) { max($0, $1.utf8.count) }
}

extension FilterOperator {
    /// Whether CQL2 text writes it as a function of its arguments.
    var isWrittenAsFunction: Bool {
        switch family {
        case .character, .spatial, .temporal, .array: true
        case .logical, .comparison, .arithmetic: false
        }
    }
}
