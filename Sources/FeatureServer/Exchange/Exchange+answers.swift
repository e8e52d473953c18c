import FeatureFormats
import GeographyModel
import NIOCore

extension Exchange {
    /// An answer that is one document, with the page that says the same to people.
    func document(_ members: [Property], _ page: () -> Page) -> ServerResponse {
        if format == .html { return html(page()) }
        return ServerResponse(format, Array(JSONDocument(.object(members)).text.utf8))
    }

    /// An answer that is one table, in any form; as a page it stands below what `prepare` puts there.
    func listing(_ listing: Listing, _ prepare: (inout Page) -> Void) -> ServerResponse {
        switch format {
        case .html:
            var page = Page(listing, target: ownPath)
            prepare(&page)
            return html(page)
        case .csv: return ServerResponse(.csv, Array(ListingFormat.csv.text(listing).utf8))
        case .json, .geojson, .schema, .openapi:
            return ServerResponse(.json, Array(ListingFormat.json.text(listing).utf8))
        }
    }

    /// A page, with the links to the other forms of the answer.
    func html(_ page: Page) -> ServerResponse {
        var page = page
        page.alternates = route.formats.filter { $0 != .html }.map { other in
            PageLink(other.label, address(with: ["f": other.word]), mediaType: other.linkType)
        }
        if page.trail.isEmpty, !request.path.isEmpty { page.trail = [.home] }
        return ServerResponse(.html, pages.html(page))
    }
}

extension PageLink {
    /// The landing page.
    static let home = PageLink("Home", "/")
}
