/// The smallest part of CQL2 text: what it is and where it stands.
struct FilterToken {
    /// What there is.
    enum Kind: Equatable {
        /// A word with a meaning in CQL2.
        case word(FilterWord)
        /// Any other name.
        case name
        /// A name in double quotes.
        case quotedName
        /// A text in single quotes.
        case text
        /// A number without sign.
        case number
        /// A sign.
        case symbol(FilterSymbol)
        /// A character that CQL2 does not use.
        case stray
        /// The end of the text.
        case end
    }

    /// What it is.
    var kind: Kind
    /// Its bytes, with quotes.
    var range: Range<Int>

    /// Where it begins.
    var offset: Int { range.lowerBound }
}

/// The signs of CQL2 text.
enum FilterSymbol: String {
    case open = "("
    case close = ")"
    case comma = ","
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case power = "^"

    /// The operation between two values that it stands for; none for parentheses and commas.
    var operation: FilterOperator? { FilterOperator(rawValue: rawValue) }
}
