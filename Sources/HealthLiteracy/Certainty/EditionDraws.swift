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
    /// The values at the posterior means.
    let values: [Double]
    private let places: [AreaCode: Int]
    private let hierarchy: AreaHierarchy

    /// Reads the draws; `nil` where the edition has none.
    init?(_ chosen: RecordedEdition, hierarchy: AreaHierarchy, reader: StoreReader) throws {
        let (indicator, edition) = (chosen.indicator.id, chosen.edition.id)
        guard chosen.edition.model != nil else { return nil }
        var rows: [[UInt8]] = []
        var (areas, populations, values): ([AreaCode], [Double], [Double]) = ([], [], [])
        for type in chosen.figureCounts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            let draws = try reader.draws(indicator: indicator, edition: edition, of: type)
            guard !draws.isEmpty else { continue }
            for figure in try reader.estimates(indicator: indicator, edition: edition, of: type) {
                guard let row = draws[figure.area.code], let value = figure.estimate.value else { continue }
                rows.append(row)
                areas.append(figure.area.code)
                populations.append(figure.estimate.denominator ?? figure.population ?? 0)
                values.append(value)
            }
        }
        guard !rows.isEmpty else { return nil }
        self.areas = areas
        self.populations = populations
        self.values = values
        self.hierarchy = hierarchy
        matrix = try DrawMatrix(rowBytes: rows)
        places = Dictionary(uniqueKeysWithValues: zip(areas, areas.indices))
    }

    /// The parts that an area is made of: itself where it has draws, else all areas that lie in it, each by its share.
    func members(of code: AreaCode) -> [WeightedMember] {
        if let place = places[code] { return [WeightedMember(area: place, population: populations[place])] }
        return areas.indices.compactMap { place in
            hierarchy.ancestors(of: areas[place]).first { $0.area.code == code }.map {
                WeightedMember(area: place, population: populations[place], share: $0.share)
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

    /// All areas as one: its draws, its value and the people that they are of.
    func whole(_ members: [WeightedMember]) throws -> (draws: DrawMatrix, value: Double, population: Double)? {
        let population = members.reduce(0) { $0 + $1.weight }
        guard population > 0 else { return nil }
        let value = members.reduce(0) { $0 + $1.weight * values[$1.area] } / population
        return (try matrix.rolledUp(to: [members]), value, population)
    }
}
