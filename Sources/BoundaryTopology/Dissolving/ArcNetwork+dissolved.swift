public import GeographyModel

extension ArcNetwork {
    /// Merges areas into groups and gives the boundary of each group in CRS84 degrees.
    ///
    /// An arc that a group has on both of its sides lies inside it and goes; the arcs that are left are stitched into
    /// rings. No geometry is computed, so every vertex is one of the network's own. To have several levels share their
    /// arcs, build one network of all of them:
    ///
    /// ```swift
    /// let levels = try ArcNetwork(
    ///     small.dissolved(groups: district, count: 296) + small.dissolved(groups: region, count: 9))
    /// ```
    ///
    /// The areas of one group must not overlap one another.
    ///
    /// - Parameters:
    ///   - groups: For each area of the network, the group that it belongs to, from 0; `nil` leaves the area out.
    ///   - count: How many groups there are. A group without areas gets an empty boundary.
    public func dissolved(groups: [Int?], count: Int) -> [MultiPolygon] {
        precondition(groups.count == areaCount, "dissolving needs one group, or nil, for each area")
        var members = [[Int]](repeating: [], count: count)
        for (area, group) in groups.enumerated() {
            if let group { members[group].append(area) }
        }
        let shares = doubledAreaShares()
        var outline = GroupOutline(network: self)
        var stitcher = RingStitcher(network: self)
        return members.map { areas in
            let assembly = PolygonAssembly(network: self, shares: shares)
            return assembly.polygons(of: stitcher.rings(of: outline.references(around: areas)))
        }
    }
}

/// Finds the arcs on the outline of a group of areas: those that the group has on one side only.
struct GroupOutline {
    private let network: ArcNetwork
    private var group: Int32 = 0
    /// For each arc, the last group that takes it forwards, and the last that takes it backwards.
    private var users: [SIMD2<Int32>]

    init(network: ArcNetwork) {
        self.network = network
        users = [SIMD2<Int32>](repeating: SIMD2(0, 0), count: network.arcCount)
    }

    /// The references on the outline, each once, with the group on their left.
    mutating func references(around areas: [Int]) -> [Int32] {
        group += 1
        for area in areas {
            for reference in network.references[network.referenceRange(ofArea: area)] {
                users[ArcNetwork.arc(of: reference)][reference < 0 ? 1 : 0] = group
            }
        }
        var outline: [Int32] = []
        for area in areas {
            for reference in network.references[network.referenceRange(ofArea: area)] {
                let arc = ArcNetwork.arc(of: reference)
                let side = reference < 0 ? 1 : 0
                if users[arc][side] == group, users[arc][1 - side] != group {
                    users[arc][side] = 0
                    outline.append(reference)
                }
            }
        }
        return outline
    }
}
