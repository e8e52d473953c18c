import FeatureFormats
public import GeographyModel
import QueryEngine

extension FeatureList {
    /// The page as a listing; a table shows the first properties that every reader needs.
    public var listing: Listing {
        let matched = page.numberMatched ?? page.features.count
        return Listing(
            title: "\(page.features.count) of \(matched) \(collection.name)",
            context: context,
            rowsName: "features",
            columns: page.columns.map { name in
                let values = page.features.lazy.compactMap { feature in
                    feature.properties.first { $0.name == name }?.value
                }
                let isNumeric = values.contains(where: \.isNumber) && values.allSatisfy { $0.isNumber || $0 == .null }
                let hasFractions = values.contains(where: \.isFraction)
                return .init(
                    name, heading: name, decimals: hasFractions ? 1 : nil, isNumeric: isNumeric, isElastic: !isNumeric,
                    isHiddenInTable: Self.hidden.contains(name) && page.columns.count > Self.wide)
            },
            rows: page.features.map { $0.properties.map(\.value) },
            notes: notes + following)
    }

    /// The page as a GeoJSON feature collection.
    public var geojson: String {
        var encoder = GeoJSONEncoder()
        var header = CollectionHeader(name: collection.name, boundingBox: nil, notes: notes, attribution: attribution)
        header.numberOfFeatures = page.features.count
        header.members = [Property("numberMatched", PropertyValue(page.numberMatched))]
        if let next = page.next { header.members.append(Property("next", .text(next.description))) }
        return encoder.text(page.features, header: header)
    }

    private var context: [Property] {
        [
            Property("collection", .text(collection.name)),
            Property("numberMatched", PropertyValue(page.numberMatched)),
            Property("numberReturned", .integer(page.features.count)),
            Property("next", PropertyValue(page.next?.description)),
        ]
    }

    private var following: [Note] {
        page.next.map { [Note(.nextPage, "More follow: --after \($0)")] } ?? []
    }

    /// Beyond this many columns a table leaves out those that few need.
    private static let wide = 10
    private static let hidden: Set = [
        "area_type", "vintage", "region_code", "icb_code", "icb_name", "county_code", "county_name", "indicator",
        "edition", "polarity", "status", "source_id", "quantile_group", "initiative_id", "programme", "organisation",
        "coverage", "area_codes", "area_names", "end_stated", "summary", "source_address", "remark", "count",
        "denominator", "unit",
    ]
}

extension PropertyValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }

    fileprivate var isFraction: Bool {
        if case .number(let number) = self { return number != number.rounded() }
        return false
    }
}
