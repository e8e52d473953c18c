extension DistanceTable {
    /// Measures straight lines in a plane, such as eastings and northings of the British National Grid, in metres; with a
    /// limit, pairs further apart are left out.
    ///
    /// - Throws: `GeodataError` `invalidRequest` where there are more pairs than can be kept (``mostEntries``).
    public static func planar(
        from demand: [(x: Double, y: Double)], to candidates: [(x: Double, y: Double)], limit: Double? = nil
    ) throws -> DistanceTable {
        if limit == nil { try requireRoom(demand.count, candidates.count) }
        var starts = [0]
        starts.reserveCapacity(demand.count + 1)
        var places: [Int32] = []
        var metres: [Double] = []
        var row: [Entry] = []
        for start in demand {
            row.removeAll(keepingCapacity: true)
            for (number, end) in candidates.enumerated() {
                let (dx, dy) = (start.x - end.x, start.y - end.y)
                let distance = (dx * dx + dy * dy).squareRoot()
                if distance <= limit ?? .infinity { row.append(Entry(candidate: Int32(number), metres: distance)) }
            }
            row.sort()
            try requireRoom(places.count + row.count)
            for entry in row {
                places.append(entry.candidate)
                metres.append(entry.metres)
            }
            starts.append(places.count)
        }
        return DistanceTable(
            candidateCount: candidates.count, limit: limit, isMetric: true, starts: starts, candidates: places,
            metres: metres)
    }
}
