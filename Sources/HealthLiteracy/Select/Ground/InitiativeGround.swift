import GeographyModel
import SiteSelection
import SpatialStore

/// The initiatives of a state of the store as a selection sees them: which places they touch, and which is near.
struct InitiativeGround: Sendable {
    private let initiatives: [Initiative]
    private let reaches: InitiativeReaches
    private let day: CalendarDay
    private let centroids: [AreaCode: Position]

    /// Reads the initiatives. Those that cover the whole country are left out: they would touch every place.
    init(hierarchy: AreaHierarchy, day: CalendarDay, _ reader: StoreReader) throws {
        initiatives = try reader.initiatives().filter { !$0.isNationwide }
        reaches = InitiativeReaches(hierarchy: hierarchy)
        self.day = day
        var centroids: [AreaCode: Position] = [:]
        for type in Set(initiatives.flatMap(\.areas).compactMap { AreaType(of: $0) }) {
            try reader.forEachGeometry(of: type, detail: .centroid) { code, geometry in
                if case .point(let place) = geometry { centroids[code] = place }
            }
        }
        self.centroids = centroids
    }

    /// Whether an initiative works in an area, in a part of it, or in areas within it. One institution that serves nobody
    /// else, such as a prison, does not count.
    ///
    /// - Parameter onlyActive: Whether past, planned and undated initiatives are left out.
    func touches(_ code: AreaCode, onlyActive: Bool) -> Bool {
        initiatives.contains { initiative in
            guard !onlyActive || initiative.activity(on: day) == .active,
                let reach = reaches.reach(of: initiative, over: code)?.reach
            else { return false }
            return reach != .site
        }
    }

    /// The nearest initiative that has not ended; of several at the same distance the one whose identifier comes first.
    ///
    /// - Parameters:
    ///   - position: Where the site is.
    ///   - code: The area that it is or lies in; initiatives there are at distance 0.
    func nearest(to position: Position?, in code: AreaCode?) -> SelectionReport.NearbyInitiative? {
        var best: SelectionReport.NearbyInitiative?
        for initiative in initiatives {
            let activity = initiative.activity(on: day)
            guard activity != .ended, let metres = distance(of: initiative, to: position, in: code),
                metres < best?.metres ?? .infinity
            else { continue }
            best = SelectionReport.NearbyInitiative(
                id: initiative.id, name: initiative.name, activity: activity.rawValue, metres: metres)
        }
        return best
    }

    private func distance(of initiative: Initiative, to position: Position?, in code: AreaCode?) -> Double? {
        if let code, reaches.reach(of: initiative, over: code) != nil { return 0 }
        guard let position else { return nil }
        let places = initiative.point.map { [$0] } ?? initiative.areas.compactMap { centroids[$0] }
        return places.map { Geodesic.distance($0, position) }.min()
    }
}
