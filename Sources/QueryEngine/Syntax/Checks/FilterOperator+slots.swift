extension FilterOperator {
    /// What it takes, in the order of the JSON encoding; `AND` and `OR` take more of the last.
    var slots: [FilterSlot] {
        switch self {
        case .and, .or: [.condition, .condition]
        case .not: [.condition]
        case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: [.scalar, .scalar]
        case .like: [.text, .pattern]
        case .between: [.number, .number, .number]
        case .in: [.scalar, .choices]
        case .isNull: [.nullable]
        default:
            switch family {
            case .character: [.text]
            case .spatial: [.geometry, .geometry]
            case .temporal: [.time, .time]
            case .array: [.array, .array]
            default: [.number, .number]
            }
        }
    }

    /// Whether it may take more than its slots say.
    var joinsMany: Bool { self == .and || self == .or }
}
