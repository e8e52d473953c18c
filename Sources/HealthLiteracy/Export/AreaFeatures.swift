import GeographyModel
import SpatialStore

/// The areas of a type as features, each with the figure of one edition.
struct AreaFeatures: FeatureSource {
    private let type: AreaType
    private let query: ExportQuery
    private let reader: StoreReader
    private let areas: [AreaCode: Area]
    private let chosen: RecordedEdition?
    private let figures: [AreaCode: NeedOrder.Entry]
    private let hierarchy: AreaHierarchy
    private let initiatives: [(initiative: Initiative, isActive: Bool)]
    let notes: [Note]

    init(_ type: AreaType, query: ExportQuery, day: CalendarDay, reader: StoreReader) throws {
        self.type = type
        self.query = query
        self.reader = reader
        try EditionChoice.requireLevel(type, reader)
        let hierarchy = try AreaHierarchy(reader, including: [type])
        self.hierarchy = hierarchy
        let scope = try AreaScope(query.within, reader: reader, hierarchy: hierarchy)
        let all = try reader.areas(of: type).filter { scope.contains($0.code) }
        guard !all.isEmpty else {
            throw try Self.nothing(type, in: scope, reader)
        }
        areas = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
        chosen = try Self.choose(query, type, reader)
        var figures: [AreaCode: NeedOrder.Entry] = [:]
        var notes = scope.notes
        if let chosen {
            let recorded = try reader.estimates(indicator: chosen.indicator.id, edition: chosen.edition.id, of: type)
                .filter { scope.contains($0.area.code) }
            for entry in NeedOrder(recorded, indicator: chosen.indicator, measure: .percent).entries {
                figures[entry.recorded.area.code] = entry
            }
            notes += RankingNotes.edition(chosen)
        } else {
            notes.append(Note(.areasWithoutFigure, "No edition of low health literacy has figures for \(type.plural)."))
        }
        self.figures = figures
        self.notes = notes
        initiatives = try reader.initiatives().map { ($0, $0.activity(on: day) == .active) }
    }

    private static func nothing(_ type: AreaType, in scope: AreaScope, _ reader: StoreReader) throws -> GeodataError {
        let isHeld = try reader.areaCount(of: type) > 0
        return GeodataError(
            .noFigures, "The store has no \(type.plural) in \(scope.description).",
            remedy: isHeld && !AreaType.embedded.contains(type)
                ? "It holds \(type.plural), but not in which areas they lie: bring that in with 'hlgeo import lookups'."
                : "See 'hlgeo info' for what it has, or bring them in with 'hlgeo import boundaries'.")
    }

    /// The edition asked for; without one, the usual edition, or none where none has figures at this level.
    private static func choose(_ query: ExportQuery, _ type: AreaType, _ reader: StoreReader) throws -> RecordedEdition?
    {
        do {
            return try EditionChoice.choose(
                indicator: query.indicator, edition: query.edition, for: type, reader: reader)
        } catch let error as GeodataError
            where error.code == .noFigures && query.edition == nil && query.indicator == nil
            && query.format != .fingertips
        {
            return nil
        }
    }

    let usualColumns = [
        "area_code", "area_name", "area_type", "vintage", "region_code", "region_name", "icb_code", "icb_name",
        "county_code", "county_name", "indicator", "edition", "polarity", "value", "lower_ci", "upper_ci", "rank",
        "rank_lower", "rank_upper", "quantile_group", "compared_to_england", "people", "population", "status",
        "source_id",
    ]

    var furtherColumns: [String] {
        [
            "probability_in_worst", "value_class", "class_upper_bound", "initiative_count", "active_initiative_count",
            "hex_q", "hex_r",
        ]
            + ((try? reader.covariates().map(\.id)) ?? [])
    }

    func boundingBox() throws -> BoundingBox? {
        guard query.detail != .none else { return nil }
        if query.within.isEmpty { return try reader.boundingBox(of: type, detail: query.detail) }
        var box = BoundingBox.empty
        try reader.forEachGeometry(of: type, detail: query.detail) { code, geometry in
            if areas[code] != nil, let geometry { box.formUnion(geometry.boundingBox) }
        }
        return box.isEmpty ? nil : box
    }

    func forEach(columns: [String], _ body: (Feature) throws -> Void) throws {
        let standings = try standings(columns)
        let makers = try columns.map { name in
            (
                name,
                AreaStandings.names.contains(name)
                    ? { standings.value(of: name, for: $0.code) } : try maker(of: name)
            )
        }
        try reader.forEachGeometry(of: type, detail: query.detail) { code, geometry in
            guard let area = areas[code] else { return }
            try body(
                Feature(
                    id: code.rawValue, geometry: geometry,
                    properties: makers.map { Property($0.0, $0.1(area)) }))
        }
    }

    private func standings(_ columns: [String]) throws -> AreaStandings {
        guard let chosen, !AreaStandings.names.isDisjoint(with: columns) else { return AreaStandings() }
        let entries = figures.values.sorted { ($0.rank, $0.recorded.area.code) < ($1.rank, $1.recorded.area.code) }
        return try AreaStandings(
            entries, chosen: chosen, query: query, type: type, hierarchy: hierarchy, reader: reader)
    }

    /// What gives an area's value of a property; looked up once, not once an area.
    private func maker(of name: String) throws -> (Area) -> PropertyValue {
        switch name {
        case "area_code": return { .text($0.code.rawValue) }
        case "area_name": return { .text($0.name) }
        case "area_type": return { .text($0.type.rawValue) }
        case "vintage": return { .text($0.vintage) }
        case "region_code", "parent_code": return parent(.region, \.code.rawValue)
        case "region_name", "parent_name": return parent(.region, \.name)
        case "icb_code": return parent(.icb, \.code.rawValue)
        case "icb_name": return parent(.icb, \.name)
        case "county_code": return parent(.county, \.code.rawValue)
        case "county_name": return parent(.county, \.name)
        case "initiative_count": return initiativeCount { _ in true }
        case "active_initiative_count": return initiativeCount { $0 }
        case "hex_q", "hex_r":
            let cells = try reader.hexagons(of: type)
            return { PropertyValue(name == "hex_q" ? cells[$0.code]?.column : cells[$0.code]?.row) }
        default: return try figureMaker(of: name) ?? covariateMaker(of: name)
        }
    }

    private func parent(_ type: AreaType, _ part: KeyPath<Area, String>) -> (Area) -> PropertyValue {
        nonisolated(unsafe) let part = part
        return { PropertyValue(hierarchy.bestFit(type, of: $0.code)?[keyPath: part]) }
    }

    private func initiativeCount(_ counts: @escaping (Bool) -> Bool) -> (Area) -> PropertyValue {
        let reaches = InitiativeReaches(hierarchy: hierarchy)
        return { area in
            .integer(
                initiatives.count {
                    counts($0.isActive) && reaches.reach(of: $0.initiative, over: area.code)?.reach == .whole
                })
        }
    }

    private func figureMaker(of name: String) -> ((Area) -> PropertyValue)? {
        func figure(_ part: @escaping (NeedOrder.Entry) -> PropertyValue) -> (Area) -> PropertyValue {
            { figures[$0.code].map(part) ?? .null }
        }
        let indicator = chosen?.indicator
        switch name {
        case "indicator", "indicator_id": return { _ in PropertyValue(indicator?.id) }
        case "indicator_name": return { _ in PropertyValue(indicator?.title) }
        case "edition": return { _ in PropertyValue(chosen?.edition.id) }
        case "polarity": return { _ in PropertyValue(indicator?.polarity.rawValue) }
        case "time_period": return { _ in PropertyValue(chosen?.edition.vintage) }
        case "sex": return { _ in .text("Persons") }
        case "age": return { _ in PropertyValue(indicator?.ageRange) }
        case "value": return figure { PropertyValue($0.recorded.estimate.value) }
        case "lower_ci": return figure { PropertyValue($0.recorded.estimate.lower) }
        case "upper_ci": return figure { PropertyValue($0.recorded.estimate.upper) }
        case "rank": return figure { .integer($0.rank) }
        case "people": return figure { PropertyValue($0.count.people.map { Int($0) }) }
        case "population", "denominator": return figure { PropertyValue($0.count.population.map { Int($0.rounded()) }) }
        case "count": return figure { PropertyValue($0.recorded.estimate.count) }
        case "status": return figure { .text($0.recorded.estimate.status.rawValue) }
        case "value_note": return figure { PropertyValue($0.recorded.estimate.remark) }
        case "source_id": return figure { .text($0.recorded.sourceID) }
        default: return nil
        }
    }

    private func covariateMaker(of name: String) throws -> (Area) -> PropertyValue {
        let values = try reader.covariateValues(of: name)
        return { PropertyValue(values[$0.code]) }
    }
}
