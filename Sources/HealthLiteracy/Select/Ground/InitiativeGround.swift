import GeographyModel
import SiteSelection
import SpatialStore

/// The initiatives of a state of the store as a selection sees them: which places they touch, and which is near.
struct InitiativeGround: Sendable {
    private let initiatives: [Initiative]
    private let reaches: InitiativeReaches
    private let day: CalendarDay
    /// Where the residents of each district are on average.
    private let places: [AreaCode: Position]
    /// For each initiative the districts that it works in.
    private let districts: [[AreaCode]]

    /// What must be said of dates, for a choice that leaves out active initiatives.
    var datesNote: Note {
        let open = initiatives.count { $0.activity(on: day) == .active && !$0.isEndStated }
        let undated = initiatives.count { $0.activity(on: day) == .undated }
        return Note(
            .openDates,
            "Of the initiatives, \(open) count as active only in that their source states no end; \(undated) without any date do not count as active."
        )
    }

    /// Reads the initiatives. Those that cover the whole country are left out: they would touch every place.
    init(hierarchy: AreaHierarchy, day: CalendarDay, _ reader: StoreReader) throws {
        initiatives = try reader.initiatives().filter { !$0.isNationwide }
        reaches = InitiativeReaches(hierarchy: hierarchy)
        self.day = day
        places = try AreaPlaces(of: .district, reader).positions
        let reaches = reaches
        let areas = places.keys.sorted().map { (code: $0, ancestors: hierarchy.ancestors(of: $0)) }
        districts = initiatives.map { initiative in
            areas.filter { reaches.reach(of: initiative, over: $0.code, below: $0.ancestors) != nil }.map(\.code)
        }
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

    /// The nearest initiative that has not ended, by its own point, or by where residents of the districts that it works in
    /// are on average; of several at the same distance the one whose identifier comes first.
    ///
    /// - Parameters:
    ///   - position: Where the site is.
    ///   - code: The area that it is or lies in; initiatives there are at distance 0.
    func nearest(to position: Position?, in code: AreaCode?) -> SelectionReport.NearbyInitiative? {
        var best: SelectionReport.NearbyInitiative?
        for (initiative, districts) in zip(initiatives, districts) {
            let activity = initiative.activity(on: day)
            guard activity != .ended, let metres = distance(of: initiative, in: districts, to: position, code),
                metres < best?.metres ?? .infinity
            else { continue }
            best = SelectionReport.NearbyInitiative(
                id: initiative.id, name: initiative.name, activity: activity.rawValue, metres: metres)
        }
        return best
    }

    private func distance(
        of initiative: Initiative, in districts: [AreaCode], to position: Position?, _ code: AreaCode?
    ) -> Double? {
        if let code, reaches.reach(of: initiative, over: code) != nil { return 0 }
        guard let position else { return nil }
        let near = initiative.point.map { [$0] } ?? districts.compactMap { places[$0] }
        return near.map { Geodesic.distance($0, position) }.min()
    }
}
