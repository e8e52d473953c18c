import FeatureFormats
public import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// A selection as features for a map: sites, comparators and catchments, told apart by `role`. Areas have their
    /// generalised boundaries; places of files, and areas that the store does not have, are points.
    public func features(of report: SelectionReport) async throws -> [Feature] {
        try await store.read { try Self.features(of: report, $0) }
    }

    /// The same as a GeoJSON document (RFC 7946).
    public func geoJSON(of report: SelectionReport) async throws -> String {
        var encoder = GeoJSONEncoder()
        let features = try await features(of: report)
        return encoder.text(
            features,
            header: CollectionHeader(
                name: "selection", numberOfFeatures: features.count, notes: report.notes,
                attribution: report.attribution))
    }

    private static func features(of report: SelectionReport, _ reader: StoreReader) throws -> [Feature] {
        func geometry(_ id: String, _ longitude: Double?, _ latitude: Double?) throws -> FeatureGeometry? {
            let code = AreaCode(id)
            if code.isGSS, let boundary = try reader.geometry(of: code, detail: .generalised) { return boundary }
            return longitude.flatMap { east in latitude.map { .point(Position(longitude: east, latitude: $0)) } }
        }
        let sites = try report.sites.map { site in
            Feature(
                id: "site/\(site.id)", geometry: try geometry(site.id, site.longitude, site.latitude),
                properties: site.properties)
        }
        let comparators = try (report.comparators?.matches ?? []).flatMap { match in
            try match.areas.map { area in
                Feature(
                    id: "comparator/\(area.id)", geometry: try geometry(area.id, nil, nil),
                    properties: [
                        Property("role", .text("comparator")), Property("id", .text(area.id)),
                        Property("name", .text(area.name)), Property("site", .text(match.site.id)),
                        Property("site_name", .text(match.site.name)), Property("unlike", .number(area.distance)),
                    ])
            }
        }
        let catchments = try report.catchments.map { point in
            Feature(
                id: "catchment/\(point.id)", geometry: try geometry(point.id, point.longitude, point.latitude),
                properties: [
                    Property("role", .text(point.site == nil ? "unreached" : "catchment")),
                    Property("id", .text(point.id)),
                    Property("name", PropertyValue(point.name)), Property("site", PropertyValue(point.site)),
                    Property("weight", .number(point.weight)), Property("distance", PropertyValue(point.distance)),
                ])
        }
        return sites + comparators + catchments
    }
}

extension SelectionReport.Site {
    /// What a map tells of a site.
    fileprivate var properties: [Property] {
        [
            Property("role", .text("site")), Property("id", .text(id)), Property("name", .text(name)),
            Property("region_name", PropertyValue(region?.name)), Property("icb_name", PropertyValue(icb?.name)),
            Property("reached", .number(reached)), Property("mean_distance", PropertyValue(meanDistance)),
            Property("value", PropertyValue(value)), Property("rank", PropertyValue(rank)),
            Property("cost", PropertyValue(cost)), Property("draw_share", PropertyValue(drawShare)),
            Property("nearest_initiative", PropertyValue(nearestInitiative?.name)), Property("reason", .text(reason)),
        ]
    }
}
