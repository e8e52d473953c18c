import GeographyModel
import SpatialStore

/// The initiatives as features; most have no point and so no geometry.
struct InitiativeFeatures: FeatureSource {
    private let entries: [(initiative: Initiative, activity: Initiative.Activity)]
    private let names: [AreaCode: String]
    private let detail: GeometryDetail
    let notes: [Note]
    let furtherColumns: [String] = []

    init(_ query: ExportQuery, day: CalendarDay, reader: StoreReader) throws {
        let hierarchy = try AreaHierarchy(reader)
        let scope = try AreaScope(query.within, reader: reader, hierarchy: hierarchy)
        let reaches = InitiativeReaches(hierarchy: hierarchy)
        entries = try reader.initiatives().filter { initiative in
            scope.areas.isEmpty || scope.areas.contains { reaches.reach(of: initiative, over: $0.code) != nil }
        }.map { ($0, $0.activity(on: day)) }
        names = try HealthLiteracyService.areaNames(reader)
        detail = query.detail
        notes = scope.notes
    }

    let usualColumns = [
        "initiative_id", "name", "programme", "organisation", "place", "place_level", "coverage", "area_codes",
        "area_names", "start", "end", "status", "end_stated", "summary", "source_address", "remark",
    ]

    func boundingBox() throws -> BoundingBox? {
        var box = BoundingBox.empty
        if detail != .none { for point in entries.compactMap(\.initiative.point) { box.formUnion(point) } }
        return box.isEmpty ? nil : box
    }

    func forEach(columns: [String], _ body: (Feature) throws -> Void) throws {
        for (initiative, activity) in entries {
            let geometry = detail == .none ? nil : initiative.point.map { FeatureGeometry.point($0) }
            try body(
                Feature(
                    id: initiative.id, geometry: geometry,
                    properties: columns.map { Property($0, value(of: $0, initiative, activity)) }))
        }
    }

    private func value(
        of name: String, _ initiative: Initiative, _ activity: Initiative.Activity
    ) -> PropertyValue {
        switch name {
        case "initiative_id": .text(initiative.id)
        case "name": .text(initiative.name)
        case "programme": PropertyValue(initiative.programme)
        case "organisation": PropertyValue(initiative.organisation)
        case "place": PropertyValue(initiative.place)
        case "place_level": .text(initiative.placeLevel)
        case "coverage": .text(initiative.coverage.rawValue)
        case "area_codes": .array(initiative.areas.map { .text($0.rawValue) })
        case "area_names": .array(initiative.areas.map { .text(names[$0] ?? $0.rawValue) })
        case "start": PropertyValue(initiative.start?.text)
        case "end": PropertyValue(initiative.end?.text)
        case "status": .text(activity.rawValue)
        case "end_stated": .boolean(initiative.isEndStated)
        case "summary": PropertyValue(initiative.summary)
        case "source_address": PropertyValue(initiative.sourceAddress)
        case "remark": PropertyValue(initiative.remark)
        default: .null
        }
    }
}
