/// Makes pages for people: HTML that is complete without scripts, inline styles or anything from elsewhere.
///
/// It holds under the policy ``contentSecurityPolicy``.
package struct PageRenderer: Sendable {
    /// The `Content-Security-Policy` that the pages need no more than.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private let templates: PageTemplates
    private let address: SiteAddress

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - templates: The templates, which are read once.
    ///   - address: The address under which clients reach the site; only its path matters to links.
    package init(_ templates: PageTemplates, address: String) {
        self.templates = templates
        self.address = SiteAddress(address)
    }

    /// The page as HTML in UTF-8.
    package func html(_ page: Page) -> [UInt8] {
        Array(templates.page(PageValues(page, address: address).values).utf8)
    }
}
