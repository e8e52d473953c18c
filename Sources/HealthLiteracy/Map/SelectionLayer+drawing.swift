import FeatureFormats
import GeographyModel

extension SelectionLayer {
    /// Puts the sites on a map, with what belongs to them, and says so.
    func draw(on map: inout ChoroplethMap) {
        let codes = Set(map.areas.map(\.code))
        let numbers = Dictionary(zip(sites.map(\.id), 1...), uniquingKeysWith: { first, _ in first })
        let own = Dictionary(grouping: catchments.filter { $0.site != nil && codes.contains($0.id) }) { $0.site ?? "" }
        let compared = comparators.compactMap { place in
            place.site.flatMap { numbers[$0] }.map {
                SiteLayer.Comparator(name: place.name, code: place.id, site: $0)
            }
        }
        map.siteLayer = SiteLayer(
            sites: sites.map { site in
                SiteLayer.Site(
                    name: site.name, code: site.id, position: site.position,
                    catchment: (own[site.id] ?? []).map(\.id))
            },
            comparators: compared.filter { codes.contains($0.code) },
            reached: catchments.filter { $0.site != nil && !codes.contains($0.id) }.compactMap(\.position))
        map.subtitle = "\(map.title): \(map.subtitle)"
        map.title = title ?? (sites.count == 1 ? "1 site" : "\(sites.count) sites")
        map.caption = [outside(map), map.caption].compactMap(\.self).joined(separator: " ")
    }

    /// Says how many comparators lie beyond the map; `nil` where none does.
    func outside(_ map: ChoroplethMap) -> String? {
        let codes = Set(map.areas.map(\.code))
        let count = comparators.count { !codes.contains($0.id) }
        guard count > 0 else { return nil }
        return "\(count == 1 ? "1 comparator lies" : "\(count) comparators lie") outside this map."
    }
}
