/// One part of a page.
package enum PageBlock: Sendable {
    /// Rows and columns.
    case table(PageTable)
    /// Terms and what is known for each.
    case facts(PageFacts)
    /// Links with a word on each.
    case links(PageLinks)
    /// Paragraphs.
    case prose(PageProse)
    /// Something to fill in and ask.
    case form(PageForm)
    /// Where a map belongs.
    case mapPlace(PageMapPlace)
}
