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
                    name, heading: Self.headings[name] ?? name, decimals: hasFractions ? 1 : nil, isNumeric: isNumeric,
                    isElastic: !isNumeric && !name.hasSuffix("_code"),
                    isHiddenInTable: Self.hidden.contains(name) && page.columns.count > Self.wide)
            },
            rows: page.features.map { $0.properties.map(\.value) },
            notes: notes + following)
    }

    /// The first feature as a listing of its properties, one a row, for people.
    public var sheet: Listing {
        Listing(
            title: page.features.first.map { feature in
                let name = feature.properties.first { $0.name == "area_name" || $0.name == "name" }?.value
                if case .text(let words) = name { return "\(words) (\(feature.id))" }
                return feature.id
            } ?? "Nothing",
            context: context, rowsName: "properties",
            columns: [
                .init("name", heading: "Property"), .init("value", heading: "Value", decimals: 1, isElastic: true),
            ],
            rows: (page.features.first?.properties ?? []).map { [.text($0.name), $0.value.readable] }, notes: notes)
    }

    /// The page as a GeoJSON feature collection.
    public var geojson: String {
        var encoder = GeoJSONEncoder()
        var header = CollectionHeader(name: collection.name, boundingBox: nil, notes: notes, attribution: attribution)
        header.numberOfFeatures = page.features.count
        header.members = system.members + [Property("numberMatched", PropertyValue(page.numberMatched))]
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

    private static let headings = [
        "area_code": "Code", "area_name": "Area", "region_name": "Region", "value": "Value", "lower_ci": "Lower",
        "upper_ci": "Upper", "rank": "Rank", "rank_lower": "from", "rank_upper": "to", "people": "People",
        "population": "Of", "compared_to_england": "Than England", "name": "Name", "place": "Place", "start": "Start",
        "end": "End", "place_level": "Level",
    ]

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

    /// The value as people read it: numbers with one decimal, lists with a comma between their members.
    fileprivate var readable: PropertyValue {
        switch self {
        case .array(let members):
            let words = members.compactMap { if case .text(let words) = $0 { words } else { nil } }
            return words.isEmpty ? .null : .text(words.joined(separator: ", "))
        default: return self
        }
    }

    fileprivate var isFraction: Bool {
        if case .number(let number) = self { return number != number.rounded() }
        return false
    }
}
