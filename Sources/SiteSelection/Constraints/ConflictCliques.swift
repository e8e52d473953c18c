import GeographyModel

/// Candidates too close to one another, as groups of which at most one can be a site.
///
/// Every pair that is too close is in some group. Groups rather than pairs make the linear relaxation tighter (clique
/// inequalities; Padberg 1973, *On the facial structure of set packing polyhedra*, Mathematical Programming 5).
struct ConflictCliques {
    /// The groups, each of at least 2 candidates in ascending order.
    private(set) var cliques: [[Int]] = []

    /// Finds the pairs closer than a distance in metres, and covers them with maximal cliques greedily.
    init(closerThan separation: Double, places: [Position]) {
        let table = DistanceTable.geodesic(from: places, to: places, limit: separation)
        var close = [[Bool]](repeating: [Bool](repeating: false, count: places.count), count: places.count)
        var neighbours = [[Int]](repeating: [], count: places.count)
        for place in places.indices {
            for entry in table.entries(of: place) where table.metres[entry] < separation {
                let other = Int(table.candidates[entry])
                guard other != place else { continue }
                close[place][other] = true
                neighbours[place].append(other)
            }
            neighbours[place].sort()
        }
        var isCovered = [[Bool]](repeating: [Bool](repeating: false, count: places.count), count: places.count)
        for place in places.indices {
            for other in neighbours[place] where other > place && !isCovered[place][other] {
                var clique = [place, other]
                for third in neighbours[place] where third != other && clique.allSatisfy({ close[$0][third] }) {
                    clique.append(third)
                }
                for left in clique { for right in clique { isCovered[left][right] = true } }
                cliques.append(clique.sorted())
            }
        }
    }
}
