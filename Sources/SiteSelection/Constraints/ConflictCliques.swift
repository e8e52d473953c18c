import GeographyModel

/// Candidates too close to one another, as groups of which at most one can be a site.
///
/// Every pair that is too close is in some group. Groups rather than pairs make the linear relaxation tighter (clique
/// inequalities; Padberg 1973, *On the facial structure of set packing polyhedra*, Mathematical Programming 5).
struct ConflictCliques {
    /// The groups, each of at least 2 candidates in ascending order.
    private(set) var cliques: [[Int]] = []

    /// Finds the pairs closer than a distance in metres, and covers them with maximal cliques greedily.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where there are more pairs than can be kept.
    init(closerThan separation: Double, places: [Position]) throws {
        let table = try DistanceTable.geodesic(from: places, to: places, limit: separation)
        let close = places.indices.map { place in
            Set(
                table.entries(of: place).lazy.filter { table.metres[$0] < separation }
                    .map { Int(table.candidates[$0]) })
        }
        var covered = [Set<Int>](repeating: [], count: places.count)
        for place in places.indices {
            let neighbours = close[place].filter { $0 != place }.sorted()
            for other in neighbours where other > place && !covered[place].contains(other) {
                var clique = [place, other]
                for third in neighbours where third != other && clique.allSatisfy({ close[$0].contains(third) }) {
                    clique.append(third)
                }
                for member in clique { covered[member].formUnion(clique) }
                cliques.append(clique.sorted())
            }
        }
    }
}
