import GeographyModel
import QueryEngine
import SpatialStore

extension HealthLiteracyService {
    /// Lists initiatives.
    ///
    /// - Throws: ``GeodataError`` `areaNotFound` for an area that is not held; `invalidFilter` and the filter's limits.
    public func initiatives(_ query: InitiativeQuery) async throws -> InitiativeList {
        let day = query.day ?? today
        return try await store.read { reader in
            let hierarchy = try AreaHierarchy(reader)
            let scope = try AreaScope(query.within, reader: reader, hierarchy: hierarchy)
            let reaches = InitiativeReaches(hierarchy: hierarchy)
            let names = try Self.areaNames(reader)
            let matching = try query.filter.identifiers(of: .initiatives, figures: nil, day: day, reader: reader)
            let isOfPlaces = query.filter.isOfPlaces(try query.filter.expression())
            let placeless =
                isOfPlaces ? [try ResolvedQuery.placeless(.initiatives, day, reader)].compactMap(\.self) : []
            let entries: [InitiativeList.Entry] = try reader.initiatives().compactMap { initiative in
                let activity = initiative.activity(on: day)
                guard query.activities.isEmpty || query.activities.contains(activity), query.matches(initiative),
                    matching?.contains(initiative.id) ?? true
                else {
                    return nil
                }
                let reach = scope.areas.lazy.compactMap { reaches.reach(of: initiative, over: $0.code)?.reach }.first
                guard scope.areas.isEmpty || reach != nil else { return nil }
                return InitiativeList.Entry(
                    initiative: initiative, activity: activity,
                    areaNames: initiative.areas.map { names[$0] ?? $0.rawValue }, reach: reach)
            }
            return InitiativeList(
                day: day,
                scope: [scope.description, query.filter.description].compactMap(\.self).joined(separator: ", "),
                entries: entries.sorted {
                    ($0.initiative.name, $0.initiative.id) < ($1.initiative.name, $1.initiative.id)
                },
                notes: scope.notes + InitiativeNotes.notes(entries, day: day) + placeless)
        }
    }

    /// The names of the areas that initiatives name.
    static func areaNames(_ reader: StoreReader) throws -> [AreaCode: String] {
        var names: [AreaCode: String] = [:]
        for type in [AreaType.district, .county, .icb, .region, .country] {
            for area in try reader.areas(of: type) { names[area.code] = area.name }
        }
        return names
    }
}

extension InitiativeQuery {
    fileprivate func matches(_ initiative: Initiative) -> Bool {
        guard let words else { return true }
        let key = AreaName.key(words)
        return [initiative.name, initiative.programme, initiative.organisation, initiative.place]
            .compactMap { $0.map(AreaName.key) }.contains { $0.contains(key) }
    }
}

/// What must be said beside a list of initiatives.
enum InitiativeNotes {
    /// The notes on a list whose activity was judged on `day`.
    static func notes(_ entries: [InitiativeList.Entry], day: CalendarDay) -> [Note] {
        let open = entries.count { $0.activity == .active && !$0.initiative.isEndStated }
        let undated = entries.count { $0.activity == .undated }
        var sentences: [String] = []
        if open > 0 {
            sentences.append(
                "\(open) active on \(day) only in that the source states no end: dates are read as the widest interval that they allow"
            )
        }
        if undated > 0 { sentences.append("\(undated) without any date in the source") }
        return sentences.isEmpty ? [] : [Note(.openDates, sentences.joined(separator: "; ") + ".")]
    }
}
