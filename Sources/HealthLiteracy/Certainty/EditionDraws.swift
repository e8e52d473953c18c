import GeographyModel
import RankInference
import SpatialStore

/// The joint posterior draws of an edition, in the indicator's unit, and through them those of any area that is made of
/// the edition's areas.
struct EditionDraws {
    /// The areas that have draws of their own, in the order of the matrix's rows.
    let areas: [AreaCode]
    /// Their draws.
    let matrix: DrawMatrix
    /// The people whom the percentages are of.
    let populations: [Double]
    private let places: [AreaCode: Int]
    private let hierarchy: AreaHierarchy

    /// Reads the draws; `nil` where the edition has none.
    init?(_ chosen: RecordedEdition, hierarchy: AreaHierarchy, reader: StoreReader) throws {
        let (indicator, edition) = (chosen.indicator.id, chosen.edition.id)
        guard chosen.edition.model != nil else { return nil }
        var rows: [[UInt8]] = []
        var (areas, populations): ([AreaCode], [Double]) = ([], [])
        for type in chosen.figureCounts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            let draws = try reader.draws(indicator: indicator, edition: edition, of: type)
            guard !draws.isEmpty else { continue }
            for figure in try reader.estimates(indicator: indicator, edition: edition, of: type) {
                guard let row = draws[figure.area.code], figure.estimate.value != nil else { continue }
                rows.append(row)
                areas.append(figure.area.code)
                populations.append(figure.estimate.denominator ?? figure.population ?? 0)
            }
        }
        guard !rows.isEmpty else { return nil }
        self.areas = areas
        self.populations = populations
        self.hierarchy = hierarchy
        matrix = try DrawMatrix(rowBytes: rows)
        places = Dictionary(uniqueKeysWithValues: zip(areas, areas.indices))
    }

    /// The parts that an area is made of: itself where it has draws, else all areas that lie in it, each by its share.
    func members(of code: AreaCode) -> [WeightedMember] {
        if let place = places[code] { return [WeightedMember(area: place, population: populations[place])] }
        return areas.indices.compactMap { place in
            hierarchy.share(of: areas[place], in: code).map {
                WeightedMember(area: place, population: populations[place], share: $0)
            }
        }
    }

    /// The draws of areas, in their order; `nil` where one of them has none and no part that has.
    func matrix(of codes: [AreaCode]) throws -> DrawMatrix? {
        if codes.allSatisfy({ places[$0] != nil }), codes == areas { return matrix }
        let members = codes.map(members(of:))
        guard members.allSatisfy({ $0.contains { $0.weight > 0 } }) else { return nil }
        return try matrix.rolledUp(to: members)
    }
}
