extension ArcNetwork {
    /// The network without the clusters of arcs whose ground is below `minimumArea` square metres.
    ///
    /// A cluster is everything that is joined by junctions, such as an island with the areas that divide it, or a single
    /// undivided ring that touches the rest at one junction. It goes as a whole, so nothing is left beside a gap. It
    /// stays where it bears the largest polygon of any of its areas, and where such a cluster may lie within it.
    func droppingIslands(below minimumArea: Double) -> ArcNetwork {
        guard minimumArea > 0, arcCount > 0 else { return self }
        let clusters = ArcClusters(self)
        let isSmall = clusters.grounds.map { $0 < minimumArea }
        guard isSmall.contains(true) else { return self }
        let bearers = clusters.bearersOfLargestPolygons(of: self)
        let smallBearers = bearers.indices.filter { bearers[$0] && isSmall[$0] }
        let isDropped = clusters.grounds.indices.map { cluster in
            // A cluster's box holds itself, so this keeps the bearers too.
            isSmall[cluster] && !smallBearers.contains { clusters.box(of: cluster, mayHold: $0) }
        }
        return isDropped.contains(true) ? dropping { isDropped[clusters.clusterOfArc[$0]] } : self
    }

    /// The network without certain arcs and the rings made of them, and without polygons that lose their outside.
    private func dropping(_ isDropped: (_ arc: Int) -> Bool) -> ArcNetwork {
        var result = ArcNetwork(stepsPerDegree: stepsPerDegree)
        result.junctionCount = junctionCount
        var numbers = [Int32](repeating: -1, count: arcCount)
        for arc in 0..<arcCount where !isDropped(arc) {
            numbers[arc] = Int32(result.arcCount)
            result.points.append(contentsOf: points[pointRange(ofArc: arc)])
            result.arcEnds.append(result.points.count)
            result.arcOrigins.append(arcOrigins[arc])
            result.arcDestinations.append(arcDestinations[arc])
        }
        for area in 0..<areaCount {
            for polygon in polygonRange(ofArea: area) {
                let rings = ringRange(ofPolygon: polygon)
                for ring in rings {
                    let run = references[referenceRange(ofRing: ring)]
                    if run.allSatisfy({ numbers[Self.arc(of: $0)] >= 0 }) {
                        result.references += run.map { $0 < 0 ? ~numbers[Int(~$0)] : numbers[Int($0)] }
                        result.ringEnds.append(result.references.count)
                    } else if ring == rings.lowerBound {
                        break
                    }
                }
                if result.ringEnds.count > result.polygonEnds.last ?? 0 {
                    result.polygonEnds.append(result.ringEnds.count)
                }
            }
            result.areaEnds.append(result.polygonEnds.count)
        }
        return result
    }
}
