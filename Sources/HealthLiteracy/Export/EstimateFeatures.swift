import GeographyModel
import SpatialStore

/// Every figure of every edition as a feature: the tidy table that statistics programs like.
struct EstimateFeatures: FeatureSource {
    private let query: ExportQuery
    private let reader: StoreReader
    private let editions: [RecordedEdition]
    private let hierarchy: AreaHierarchy
    private let scope: AreaScope
    let furtherColumns: [String] = []

    init(_ query: ExportQuery, reader: StoreReader) throws {
        self.query = query
        self.reader = reader
        let all = try reader.editions(of: query.indicator)
        editions = all.filter { query.edition == nil || $0.edition.id == query.edition }
        if editions.isEmpty {
            throw GeodataError(
                .editionNotFound, "There is no edition of that name.",
                remedy: "See 'hlgeo info' for the editions that the store has.")
        }
        let types = editions.flatMap { $0.figureCounts.keys }
        hierarchy = try AreaHierarchy(reader, including: types)
        scope = try AreaScope(query.within, reader: reader, hierarchy: hierarchy)
    }

    var notes: [Note] {
        scope.notes
            + [
                Note(
                    .editionsNotComparable,
                    "Figures of different editions are not comparable: ages, census and method differ.")
            ]
    }

    let usualColumns = [
        "area_code", "area_name", "area_type", "vintage", "indicator", "edition", "polarity", "unit", "value",
        "lower_ci", "upper_ci", "count", "denominator", "people", "population", "status", "remark", "source_id",
    ]

    func boundingBox() throws -> BoundingBox? { nil }

    func forEach(columns: [String], _ body: (Feature) throws -> Void) throws {
        for recorded in editions {
            for type in recorded.figureCounts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
                let figures = try reader.estimates(
                    indicator: recorded.indicator.id, edition: recorded.edition.id, of: type)
                for figure in figures where scope.contains(figure.area.code) {
                    let id = "\(recorded.indicator.id)/\(recorded.edition.id)/\(figure.area.code)"
                    try body(
                        Feature(
                            id: id, geometry: try reader.geometry(of: figure.area.code, detail: query.detail),
                            properties: columns.map { Property($0, value(of: $0, figure, recorded)) }))
                }
            }
        }
    }

    private func value(of name: String, _ figure: RecordedEstimate, _ recorded: RecordedEdition) -> PropertyValue {
        let estimate = figure.estimate
        switch name {
        case "area_code": return .text(figure.area.code.rawValue)
        case "area_name": return .text(figure.area.name)
        case "area_type": return .text(figure.area.type.rawValue)
        case "vintage": return .text(figure.area.vintage)
        case "indicator", "indicator_id": return .text(recorded.indicator.id)
        case "indicator_name": return .text(recorded.indicator.title)
        case "edition": return .text(recorded.edition.id)
        case "polarity": return .text(recorded.indicator.polarity.rawValue)
        case "unit": return .text(recorded.indicator.unit)
        case "value": return PropertyValue(estimate.value)
        case "lower_ci": return PropertyValue(estimate.lower)
        case "upper_ci": return PropertyValue(estimate.upper)
        case "count": return PropertyValue(estimate.count)
        case "denominator": return PropertyValue(estimate.denominator)
        case "people":
            return PropertyValue(PeopleConcerned.count(figure, indicator: recorded.indicator).people.map { Int($0) })
        case "population":
            return PropertyValue(PeopleConcerned.count(figure, indicator: recorded.indicator).population)
        case "status": return .text(estimate.status.rawValue)
        case "remark", "value_note": return PropertyValue(estimate.remark)
        case "source_id": return .text(figure.sourceID)
        case "parent_code": return PropertyValue(hierarchy.bestFit(.region, of: figure.area.code)?.code.rawValue)
        case "parent_name": return PropertyValue(hierarchy.bestFit(.region, of: figure.area.code)?.name)
        case "sex": return .text("Persons")
        case "age": return PropertyValue(recorded.indicator.ageRange)
        case "time_period": return PropertyValue(recorded.edition.vintage)
        default: return .null
        }
    }
}
