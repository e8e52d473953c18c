import FeatureFormats
public import GeographyModel
import RankInference

extension SpatialPattern {
    /// The pattern as one document with stable keys.
    public var document: PropertyValue {
        .object([
            Property("indicator", .text(indicator.id)), Property("edition", .text(edition.id)),
            Property("polarity", .text(indicator.polarity.rawValue)), Property("within", .text(scope)),
            Property("area_type", .text(areaType.rawValue)),
            Property("notes", notes.asPropertyValue),
            Property(
                "moran",
                .object([
                    Property("i", .number(moran.index)), Property("expected", .number(moran.expected)),
                    Property("p_value", .number(moran.pValue)), Property("permutations", .integer(moran.permutations)),
                    Property("seed", .text(String(seed))), Property("islands", .integer(moran.islandCount)),
                ])),
            Property("inequality", inequality?.value(of: indicator) ?? .null),
            Property(
                "areas",
                .array(
                    places.map { place in
                        .object(zip(Self.columns, place.values).map { Property($0.name, $1) })
                    })),
        ])
    }

    /// Every area with its local statistic, or only those in a cluster.
    public func areasListing(onlyClusters: Bool) -> Listing {
        let shown = places.filter { !onlyClusters || $0.local.cluster() != .notSignificant }
            .sorted { ($0.local.cluster().order, $1.value) < ($1.local.cluster().order, $0.value) }
        return Listing(
            title:
                "\(shown.count) of \(places.count) \(areaType.pluralLabel) in local clusters (local Moran, p at most 0.05)",
            context: [], rowsName: "areas", columns: Self.columns, rows: shown.map(\.values), notes: notes)
    }

    /// The indices of the whole.
    public var summaryListing: Listing {
        var rows: [[PropertyValue]] = [
            [.text("Moran's I (p \(moran.pValue))"), .number(moran.index), .null, .null]
        ]
        if let inequality {
            let intervals = inequality.interval
            rows.append(
                Self.row("Slope index, points", inequality.value.slopeIndex, intervals?.slopeIndex))
            rows.append(Self.row("Relative index", inequality.value.relativeIndex, intervals?.relativeIndex))
            rows.append(
                Self.row("Concentration index", inequality.value.concentrationIndex, intervals?.concentrationIndex))
        }
        let by = inequality.map { "; inequality by \($0.covariate.title)" } ?? ""
        return Listing(
            title: "\(indicator.title), \(areaType.pluralLabel) in \(scope), \(edition.title)\(by)", context: [],
            rowsName: "indices",
            columns: [
                .init("index", heading: "Index"), .init("value", heading: "Value", decimals: 3, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 3, isNumeric: true),
                .init("upper_ci", heading: "Upper", decimals: 3, isNumeric: true),
            ], rows: rows, notes: [])
    }

    private static func row(_ name: String, _ value: Double?, _ interval: IntervalEstimate?) -> [PropertyValue] {
        [.text(name), PropertyValue(value), PropertyValue(interval?.lower), PropertyValue(interval?.upper)]
    }

    private static let columns: [Listing.Column] = [
        .init("area_code", heading: "Code"), .init("area_name", heading: "Area", isElastic: true),
        .init("value", heading: "%", decimals: 1, isNumeric: true),
        .init("neighbours", heading: "Neighbours", isNumeric: true),
        .init("local_i", heading: "Local I", decimals: 2, isNumeric: true),
        .init("p_value", heading: "p", decimals: 3, isNumeric: true), .init("cluster", heading: "Cluster"),
    ]
}

extension SpatialPattern.Place {
    fileprivate var values: [PropertyValue] {
        [
            .text(area.code.rawValue), .text(area.name), .number(value), .integer(neighbourCount),
            .number(local.index), PropertyValue(local.pValue), .text(local.cluster().rawValue),
        ]
    }
}

extension SpatialPattern.OverDeprivation {
    fileprivate func value(of indicator: Indicator) -> PropertyValue {
        func index(_ value: Double?, _ interval: IntervalEstimate?) -> PropertyValue {
            .object([
                Property("value", PropertyValue(value)), Property("lower_ci", PropertyValue(interval?.lower)),
                Property("upper_ci", PropertyValue(interval?.upper)),
            ])
        }
        return .object([
            Property("by", .text(covariate.id)), Property("slope_index", index(value.slopeIndex, interval?.slopeIndex)),
            Property("relative_index", index(value.relativeIndex, interval?.relativeIndex)),
            Property("concentration_index", index(value.concentrationIndex, interval?.concentrationIndex)),
        ])
    }
}

extension LocalMoran.Cluster {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
