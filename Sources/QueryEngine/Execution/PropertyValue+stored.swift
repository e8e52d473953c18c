import Foundation
import GeographyModel
import SpatialStore

extension PropertyValue {
    /// What a statement gave for a queryable of a kind.
    init(_ value: SQLValue, _ kind: Queryable.Kind) {
        switch (value, kind) {
        case (.null, _), (.blob, _): self = .null
        case (.integer(let whole), .boolean): self = .boolean(whole != 0)
        case (.integer(let whole), .number): self = .number(Double(whole))
        case (.integer(let whole), _): self = .integer(Int(whole))
        case (.real(let number), _): self = .number(number)
        case (.text(let list), .array):
            let words = try? JSONDecoder().decode([String].self, from: Data(list.utf8))
            self = .array((words ?? []).map { .text($0) })
        case (.text(let words), _): self = .text(words)
        }
    }
}

extension SQLValue {
    /// The value as it is shown to people.
    var shown: String {
        switch self {
        case .null: "NULL"
        case .integer(let whole): String(whole)
        case .real(let number): String(number)
        case .text(let words): "'\(words)'"
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}
