/// Ways to go on from here.
package struct PageLinks: Sendable {
    /// The heading above.
    package var heading: String
    /// The links, each with a sentence on what is there.
    package var links: [(link: PageLink, explanation: String?)]

    /// Makes a list of links.
    package init(_ heading: String, _ links: [(link: PageLink, explanation: String?)]) {
        self.heading = heading
        self.links = links
    }
}
