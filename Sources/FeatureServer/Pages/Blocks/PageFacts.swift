/// What is known of one thing, term by term.
package struct PageFacts: Sendable {
    /// The heading above.
    package var heading: String
    /// The terms, in order.
    package var facts: [PageFact]

    /// Makes a list of facts.
    package init(_ heading: String, _ facts: [PageFact]) {
        self.heading = heading
        self.facts = facts
    }
}

/// A term with what is known for it.
package struct PageFact: Sendable {
    /// The term.
    package var term: String
    /// What is known, often one thing; none reads as not known.
    package var cells: [PageCell]

    /// Makes a fact.
    package init(_ term: String, _ cells: PageCell...) {
        self.init(term, cells)
    }

    /// Makes a fact of any number of things.
    package init(_ term: String, _ cells: [PageCell]) {
        self.term = term
        self.cells = cells
    }
}
