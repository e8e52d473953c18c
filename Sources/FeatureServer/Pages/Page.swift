/// What a page for people holds, without a word of HTML.
///
/// Texts are plain: the renderer escapes every one of them.
///
/// ```swift
/// var page = Page(title: "Newham", target: "/areas/E09000025")
/// page.trail = [PageLink("Home", "/"), PageLink("Rankings", "/rankings")]
/// page.blocks = [.facts(PageFacts("Where it lies", [PageFact("Region", .text("London"))]))]
/// let html = renderer.html(page)
/// ```
package struct Page: Sendable {
    /// The heading, and the first words of the window's title.
    package var title: String
    /// The page's own path, such as `/rankings`, by which the header knows where the reader is.
    package var target: String?
    /// A paragraph below the heading.
    package var lead: String?
    /// The pages above this one, from the landing page down, without this one.
    package var trail: [PageLink] = []
    /// The contents, in order.
    package var blocks: [PageBlock] = []
    /// What the reader must know to use the figures: the notes of the answer.
    package var notes: [String] = []
    /// Whose the figures and boundaries are and under which licence, a line each.
    package var sources: [String] = []
    /// The same in other formats, such as `As CSV`.
    package var alternates: [PageLink] = []
    /// The page before this one of a list.
    package var previous: PageLink?
    /// The page after this one of a list.
    package var next: PageLink?

    /// Makes a page that holds nothing but its heading yet.
    package init(title: String, target: String? = nil) {
        self.title = title
        self.target = target
    }
}
