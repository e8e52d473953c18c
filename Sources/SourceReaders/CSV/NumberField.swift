/// What a text field of a statistical table says where a number is expected.
package enum NumberField: Hashable, Sendable {
    /// A number, as it is written; a per cent sign is dropped, so `56.42%` is 56.42.
    case number(Double)
    /// The producer withholds the figure or has none, and says so with this marker.
    case suppressed(String)
    /// Nothing stands there.
    case blank
    /// Something else stands there.
    case problem(FieldProblem)
}

/// Why a field cannot be read, with what a diagnostic needs.
package struct FieldProblem: Hashable, Sendable {
    /// A stable word for the kind of problem, such as `decimal-comma`.
    package var code: String
    /// What is wrong.
    package var message: String
    /// What to do about it.
    package var remedy: String

    /// Describes a problem.
    package init(code: String, message: String, remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}
