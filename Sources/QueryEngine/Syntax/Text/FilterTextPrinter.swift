/// Prints filters as CQL2 text, with parentheses exactly where precedence needs them.
struct FilterTextPrinter {
    /// What has been printed.
    private(set) var text = ""

    /// Prints an expression, in parentheses where it binds more loosely than `loosest`.
    mutating func print(_ expression: FilterExpression, _ loosest: FilterPrecedence = .or) {
        switch expression.node {
        case .property(let name): text += FilterIdentifier.text(name)
        case .text(let words): quote(words)
        case .number(let value): text += FilterNumber.text(value)
        case .boolean(let value): text += value ? "TRUE" : "FALSE"
        case .date(let day): text += "DATE('\(day)')"
        case .timestamp(let instant): text += "TIMESTAMP('\(instant)')"
        case .interval(let start, let end): printInterval(start, end)
        case .openEnd: text += "'..'"
        case .geometry(let geometry): text += geometry.wkt
        case .box(let box): text += "BBOX(\(box.numbers.map(FilterNumber.text).joined(separator: ", ")))"
        case .array(let elements): printList(elements)
        case .function(let name, let arguments):
            text += name
            printList(arguments)
        case .operation(let operation, let arguments):
            let needsParentheses = operation.precedence < loosest
            if needsParentheses { text += "(" }
            printOperation(operation, arguments)
            if needsParentheses { text += ")" }
        }
    }

    private mutating func printOperation(_ operation: FilterOperator, _ arguments: [FilterExpression]) {
        switch operation {
        case .and, .or:
            printElements(
                arguments, separator: " \(operation.rawValue.uppercased()) ", operation.precedence.closer)
        case .not where arguments.count == 1: printNegation(of: arguments[0])
        case .like, .between, .in, .isNull: printPredicate(operation, arguments, isNegated: false)
        case _ where operation.isWrittenAsFunction || arguments.count != 2:
            text += operation.rawValue.uppercased()
            printList(arguments)
        default:
            // A chain leans left: the right side needs parentheses where it binds alike, and of powers the left too.
            let isComparison = operation.family == .comparison
            let left = isComparison || operation == .power ? operation.precedence.closer : operation.precedence
            print(arguments[0], left)
            text += " \(operation.rawValue) "
            print(arguments[1], operation.precedence.closer)
        }
    }

    /// Prints `NOT`, inside the predicates that take it there.
    private mutating func printNegation(of expression: FilterExpression) {
        if case .operation(let operation, let arguments) = expression.node,
            [.like, .between, .in, .isNull].contains(operation)
        {
            printPredicate(operation, arguments, isNegated: true)
        } else {
            text += "NOT "
            print(expression, .predicate)
        }
    }

    private mutating func printPredicate(
        _ operation: FilterOperator, _ arguments: [FilterExpression], isNegated: Bool
    ) {
        let negation = isNegated ? "NOT " : ""
        for (index, argument) in arguments.enumerated() {
            switch (operation, index) {
            case (.like, 1): text += " \(negation)LIKE "
            case (.between, 1): text += " \(negation)BETWEEN "
            case (.between, _) where index > 0: text += " AND "
            case (.in, 1): text += " \(negation)IN "
            default: break
            }
            if operation == .in, index == 1, case .array(let choices) = argument.node {
                text += "("
                printElements(choices, separator: ", ", .sum)
                text += ")"
            } else {
                print(argument, .sum)
            }
        }
        if operation == .isNull { text += " IS \(negation)NULL" }
    }

    private mutating func printInterval(_ start: FilterExpression, _ end: FilterExpression) {
        text += "INTERVAL("
        for (index, bound) in [start, end].enumerated() {
            if index > 0 { text += ", " }
            switch bound.node {
            case .date(let day): text += "'\(day)'"
            case .timestamp(let instant): text += "'\(instant)'"
            default: print(bound)
            }
        }
        text += ")"
    }

    private mutating func printList(_ elements: [FilterExpression]) {
        text += "("
        printElements(elements, separator: ", ", .or)
        text += ")"
    }

    private mutating func printElements(
        _ elements: [FilterExpression], separator: String, _ loosest: FilterPrecedence
    ) {
        for (index, element) in elements.enumerated() {
            if index > 0 { text += separator }
            print(element, loosest)
        }
    }

    /// Prints words in single quotes. After a backslash a quote is escaped by it, as it would be read so in any case.
    private mutating func quote(_ words: String) {
        text += "'"
        var last: Unicode.Scalar?
        for scalar in words.unicodeScalars {
            if scalar == "'" { text += last == "\\" ? "\\" : "'" }
            text.unicodeScalars.append(scalar)
            last = scalar
        }
        text += "'"
    }
}
