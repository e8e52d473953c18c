/// A page as the names and values that its template asks for.
struct PageValues {
    private let page: Page
    private let address: SiteAddress

    init(_ page: Page, address: SiteAddress) {
        self.page = page
        self.address = address
    }

    /// The header's links, the same on every page.
    private static let sections = [
        PageLink("Rankings", "/rankings"), PageLink("Gaps", "/gaps"), PageLink("Find a place", "/locate"),
        PageLink("Collections", "/collections"), PageLink("Editions", "/editions"), PageLink("API", "/api"),
    ]

    /// What the template of a page is filled in with.
    var values: TemplateValues {
        let service = "Health literacy in England"
        let block = BlockValues(address: address)
        var values: TemplateValues = [
            "service": service, "title": page.title, "isLanding": page.title == service,
            "home": address.reference(to: "/") ?? "/",
            "stylesheet": address.reference(to: Stylesheet.path) ?? Stylesheet.path,
            "sections": Self.sections.map(section), "blocks": page.blocks.enumerated().map(block.values),
            "sources": page.sources, "hasSources": !page.sources.isEmpty,
            "trail": page.trail.map(block.link), "hasTrail": !page.trail.isEmpty,
            "notes": page.notes, "hasNotes": !page.notes.isEmpty,
            "notesCount": page.notes.count == 1 ? "1 note" : "\(page.notes.count) notes",
            "alternates": page.alternates.map(block.link),
            "hasTools": !page.notes.isEmpty || !page.alternates.isEmpty,
            "hasPager": page.previous != nil || page.next != nil,
        ]
        values["lead"] = page.lead
        values["previous"] = page.previous.map(block.link)
        values["next"] = page.next.map(block.link)
        return values
    }

    /// A link of the header, marked where this page is it or lies below it.
    private func section(_ section: PageLink) -> TemplateValues {
        var values = BlockValues(address: address).link(section)
        if page.target == section.target {
            values["current"] = "page"
        } else if page.trail.contains(where: { $0.target == section.target }) {
            values["current"] = "true"
        }
        return values
    }
}
