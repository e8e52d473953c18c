/// A link as a reader sees it.
package struct PageLink: Sendable {
    /// The words of the link.
    package var label: String
    /// A path of this site such as `/areas/E09000025`, other parameters (`?f=csv`) or a place (`#notes`) of this page,
    /// an address of this site, or an address of another (`http`, `https`). Anything else, such as `javascript:`, is
    /// shown without a link.
    package var target: String
    /// The media type of what is there, where it is not a page.
    package var mediaType: String?

    /// Makes a link.
    package init(_ label: String, _ target: String, mediaType: String? = nil) {
        self.label = label
        self.target = target
        self.mediaType = mediaType
    }
}
