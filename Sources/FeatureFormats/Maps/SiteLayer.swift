package import GeographyModel

/// Chosen sites on a map, with their catchments and the areas that they are to be compared with.
///
/// Sites bear their numbers, from 1, in circles; comparators bear the number of their site, in diamonds; the areas that
/// belong to a site have a line around them together. Nothing is told by colour alone.
package struct SiteLayer: Sendable {
    /// A chosen site.
    package struct Site: Sendable {
        /// What it is called.
        package var name: String
        /// The area that it is, where it is one.
        package var code: String?
        /// Where it lies, CRS84; it counts where the map does not have the area.
        package var position: Position?
        /// The areas whose nearest site it is, by their codes.
        package var catchment: [String]

        /// Makes a site.
        package init(name: String, code: String?, position: Position?, catchment: [String]) {
            self.name = name
            self.code = code
            self.position = position
            self.catchment = catchment
        }
    }

    /// An area that a site is to be compared with.
    package struct Comparator: Sendable {
        /// What it is called.
        package var name: String
        /// The area.
        package var code: String
        /// The number of its site, from 1.
        package var site: Int

        /// Makes a comparator.
        package init(name: String, code: String, site: Int) {
            self.name = name
            self.code = code
            self.site = site
        }
    }

    /// The sites, in the order of their numbers.
    package var sites: [Site]
    /// The comparators of all sites.
    package var comparators: [Comparator]
    /// Demand points without a boundary that have a site within reach.
    package var reached: [Position]

    /// Makes a layer.
    package init(sites: [Site], comparators: [Comparator], reached: [Position] = []) {
        self.sites = sites
        self.comparators = comparators
        self.reached = reached
    }

    /// The layer in words, for those who do not see the picture.
    var words: String {
        let named = sites.enumerated().map { place, site in
            let own = comparators.filter { $0.site == place + 1 }.map(\.name).joined(separator: ", ")
            return "\(place + 1) \(site.name)\(own.isEmpty ? "" : " (comparators: \(own))")"
        }
        return named.isEmpty ? "" : "Sites: \(named.joined(separator: "; "))."
    }
}
