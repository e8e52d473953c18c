/// Paragraphs under a heading, or under none.
package struct PageProse: Sendable {
    /// The heading above.
    package var heading: String?
    /// The paragraphs.
    package var paragraphs: [String]

    /// Makes paragraphs.
    package init(heading: String? = nil, _ paragraphs: [String]) {
        self.heading = heading
        self.paragraphs = paragraphs
    }
}
