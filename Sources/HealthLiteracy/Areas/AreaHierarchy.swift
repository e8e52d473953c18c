import GeographyModel
import SpatialStore

/// How areas nest, held in memory for one answer: from each area up to the country.
struct AreaHierarchy {
    /// An area above another, and how much of the lower one it holds.
    struct Ancestor {
        /// The wider area.
        var area: Area
        /// How much of the lower area lies in it, as a proportion 0…1.
        var share: Double
        /// Whether best-fit lookups lead to it all the way.
        var isBestFit: Bool
    }

    private var parents: [AreaCode: [RecordedMembership]] = [:]

    /// No area lies in any other.
    init() {}

    /// Reads the memberships of all districts and wider areas, and of `types` besides.
    init(_ reader: StoreReader, including types: [AreaType] = []) throws {
        for type in Set([.region, .icb, .county, .district] + types) {
            for membership in try reader.memberships(of: type) {
                parents[membership.child, default: []].append(membership)
            }
        }
    }

    /// The areas right above an area.
    func parents(of code: AreaCode) -> [RecordedMembership] { parents[code] ?? [] }

    /// All areas above an area, each once with its greatest share, the nearest first.
    func ancestors(of code: AreaCode) -> [Ancestor] {
        var found: [Ancestor] = []
        var waiting: [(code: AreaCode, share: Double, isBestFit: Bool)] = [(code, 1, true)]
        while !waiting.isEmpty {
            let here = waiting.removeFirst()
            for link in parents(of: here.code) {
                let ancestor = Ancestor(
                    area: link.parent, share: here.share * link.share, isBestFit: here.isBestFit && link.isBestFit)
                if let known = found.firstIndex(where: { $0.area.code == link.parent.code }) {
                    // A district reaches the country through region and board; the fuller way counts.
                    if found[known].share < ancestor.share { found[known] = ancestor }
                } else {
                    found.append(ancestor)
                    waiting.append((link.parent.code, ancestor.share, ancestor.isBestFit))
                }
            }
        }
        return found
    }

    /// How much of an area lies in another, as a proportion 0…1; `nil` where it does not. An area lies wholly in itself.
    func share(of code: AreaCode, in other: AreaCode) -> Double? {
        code == other ? 1 : ancestors(of: code).first { $0.area.code == other }?.share
    }

    /// The parent of a type that a best-fit lookup gives.
    func bestFit(_ type: AreaType, of code: AreaCode) -> Area? {
        ancestors(of: code).first { $0.area.type == type && $0.isBestFit }?.area
    }
}
