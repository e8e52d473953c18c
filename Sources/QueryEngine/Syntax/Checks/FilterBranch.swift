/// A part of a filter while it is read: the expression with what the reader must know of it.
struct FilterBranch {
    /// What was read.
    var expression: FilterExpression
    /// How many levels of operations, functions, intervals and lists it has; 0 for a literal or property.
    var height: Int
    /// Where the parentheses begin that stand around it and nothing else, the outermost first.
    var parentheses: [Int] = []

    /// Where it begins in the text, with its parentheses.
    var start: Int { parentheses.first ?? expression.offset }
}
