import GeographyModel
import SpatialStore

/// The queryables of one collection in one store, in the order in which they are documented.
public struct QueryableCatalogue: Sendable {
    /// All queryables; ``Queryable/Kind/geometry`` is the last.
    public let all: [Queryable]
    /// The names of the properties that features are handed out with unless a query names others.
    public let usual: [String]
    private let places: [String: Int]
    private let ofTheDay: Set<String>

    /// Looks up what a collection has.
    ///
    /// - Parameters:
    ///   - collection: The collection.
    ///   - covariates: The characteristics of areas that the store has, each with its key.
    init(_ collection: CollectionID, covariates: [(covariate: Covariate, key: Int64)]) {
        let characteristics = covariates.map { Queryable.characteristic($0.covariate, key: $0.key) }
        let (usual, further): ([Queryable], [Queryable]) =
            switch collection {
            case .areas: (Self.areas, Self.furtherOfAreas + characteristics)
            case .initiatives: (Self.initiatives, [.initiativePeriod, .initiativeSourceId])
            case .estimates: (Self.estimates, Self.furtherOfEstimates + characteristics)
            }
        all = usual + further + [.geometry]
        self.usual = usual.map(\.name)
        ofTheDay = Set(all.filter { $0.dependsOnDay(in: collection) }.map(\.name))
        places = Dictionary(zip(all.map(\.name), all.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The queryable of a name.
    public subscript(_ name: String) -> Queryable? { places[name].map { all[$0] } }

    /// Whether the value of a queryable is another one on another day.
    func dependsOnDay(_ name: String) -> Bool { ofTheDay.contains(name) }

    /// The queryable of a name.
    ///
    /// - Throws: ``GeodataError`` with `code` for a name that the collection does not have, with the nearest one.
    func require(_ name: String, of collection: CollectionID, code: GeodataError.Code, place: String = "") throws
        -> Queryable
    {
        if let found = self[name] { return found }
        let near = all.map(\.name).min { AreaName.slips($0, name) < AreaName.slips($1, name) } ?? ""
        throw GeodataError(
            code, "\(collection.name) have no property \"\(name)\"\(place); the nearest is \"\(near)\".",
            remedy: "Known are: \(all.map(\.name).joined(separator: ", ")).")
    }

    private static let nesting: [Queryable] = [
        .areaCode, .areaName, .areaType, .vintage, .regionCode, .regionName, .icbCode, .icbName, .countyCode,
        .countyName,
    ]

    private static let areas: [Queryable] =
        nesting + [
            .indicator, .edition, .polarity, .value, .lowerCi, .upperCi, .rank, .rankLower, .rankUpper,
            .quantileGroup, .comparedToEngland, .people, .population, .status, .sourceId,
        ]

    private static let furtherOfAreas: [Queryable] = [
        .unit, .count, .denominator, .remark, .probabilityInWorst, .initiativeCount, .activeInitiativeCount,
        .localInitiativeCount, .activeLocalInitiativeCount, .activeInitiatives, .programmes, .latestInitiativeEnd,
        .libraryAccess, .districtCode, .districtName, .hexQ, .hexR,
    ]

    private static let estimates: [Queryable] = [
        .areaCode, .areaName, .areaType, .vintage, .indicator, .edition, .polarity, .unit, .value, .lowerCi, .upperCi,
        .count, .denominator, .people, .population, .status, .remark, .sourceId,
    ]

    private static let furtherOfEstimates: [Queryable] = [
        .regionCode, .regionName, .icbCode, .icbName, .countyCode, .countyName, .districtCode, .districtName, .rank,
        .rankLower, .rankUpper, .probabilityInWorst, .quantileGroup, .comparedToEngland,
    ]

    private static let initiatives: [Queryable] = [
        .initiativeId, .initiativeName, .programme, .organisation, .place, .placeLevel, .coverage, .areaCodes,
        .areaNames, .initiativeStart, .initiativeEnd, .initiativeStatus, .endStated, .summary, .sourceAddress,
        .initiativeRemark,
    ]
}
