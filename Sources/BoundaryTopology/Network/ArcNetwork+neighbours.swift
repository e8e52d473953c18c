extension ArcNetwork {
    /// For each area, the areas that share at least one vertex with it, ascending: queen contiguity.
    ///
    /// The neighbourhood that spatial statistics calls queen (Anselin, *Spatial Econometrics*, 1988, §3.1); an area is
    /// not its own neighbour. Areas that cover the same ground, such as a district and its region, are neighbours where
    /// they have a vertex in common. Two areas that share a vertex share an arc or a junction, so only the arcs'
    /// ends are looked at.
    public func neighbours() -> [[Int]] {
        let areasAtJunction = areasByJunction()
        var seen = [Int32](repeating: -1, count: areaCount)
        return (0..<areaCount).map { area in
            var found: [Int] = []
            seen[area] = Int32(area)
            for reference in references[referenceRange(ofArea: area)] {
                let junction = origin(of: reference)
                for entry in areasAtJunction.starts[junction]..<areasAtJunction.starts[junction + 1] {
                    let other = Int(areasAtJunction.areas[entry])
                    if seen[other] != area {
                        seen[other] = Int32(area)
                        found.append(other)
                    }
                }
            }
            return found.sorted()
        }
    }

    /// The references of all rings of the area.
    func referenceRange(ofArea area: Int) -> Range<Int> {
        let polygons = polygonRange(ofArea: area)
        guard !polygons.isEmpty else { return 0..<0 }
        let first = ringRange(ofPolygon: polygons.lowerBound).lowerBound
        let last = ringRange(ofPolygon: polygons.upperBound - 1).upperBound - 1
        return referenceRange(ofRing: first).lowerBound..<referenceRange(ofRing: last).upperBound
    }

    /// The areas whose rings pass each junction: those of junction `j` are `areas[starts[j]..<starts[j + 1]]`.
    private func areasByJunction() -> (starts: [Int], areas: [Int32]) {
        var starts = [Int](repeating: 0, count: junctionCount + 2)
        for reference in references { starts[origin(of: reference) + 2] += 1 }
        for junction in 2..<starts.count { starts[junction] += starts[junction - 1] }
        var areas = [Int32](repeating: 0, count: references.count)
        for area in 0..<areaCount {
            for reference in references[referenceRange(ofArea: area)] {
                let junction = origin(of: reference)
                areas[starts[junction + 1]] = Int32(area)
                starts[junction + 1] += 1
            }
        }
        return (starts, areas)
    }
}
