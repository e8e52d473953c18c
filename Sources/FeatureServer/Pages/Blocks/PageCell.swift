/// What stands in a cell of a table, or beside a term.
package enum PageCell: Sendable {
    /// Words or a number, ready to read.
    case text(String)
    /// A link.
    case link(PageLink)
    /// A figure's interval, in words and drawn.
    case interval(PageInterval)
    /// Nothing is known: a dash to see, "not known" to hear.
    case unknown

    /// The text, or ``unknown`` where there is none.
    package init(_ text: String?) {
        if let text, !text.isEmpty { self = .text(text) } else { self = .unknown }
    }
}
