import BoundaryTopology
import Foundation
import GeographyModel
import SourceReaders

/// The boundaries of all levels, dissolved from LSOAs and generalised once, so that every level shares its lines with
/// the others.
struct BoundariesStep {
    /// How far lines are generalised, in metres: chosen so that the whole data set stays under 3 MB.
    static let tolerance = 100.0

    let resource: Resource
    /// What the generalisation did, for the person who runs it.
    let report: String

    init(_ source: SourceFolder, places: PlacesStep) throws {
        let lookup = try source.table("scale/lsoa21_ward24_lad24_region24_icb24.csv.gz")
        var homes: [String: Home] = [:]
        for row in lookup {
            homes[try row.required("LSOA21CD")] = Home(
                district: AreaCode(try row.required("LAD24CD")), board: AreaCode(try row.required("icb24_code")))
        }
        let file = try BoundaryReader.read(source.file("scale/england_lsoa_2021_bgc.geojson.gz"))
        if let problem = file.diagnostics.first(where: { $0.severity == .error }) { throw BuildProblem("\(problem)") }

        // The pieces that no level cuts through: each lies in one district and one board.
        let homeOfFeature = file.features.map { feature in
            feature.property(named: ["LSOA21CD"]).flatMap { code -> Home? in
                if case .text(let text) = code { homes[text] } else { nil }
            }
        }
        guard homeOfFeature.allSatisfy({ $0 != nil }) else { throw BuildProblem("an LSOA has no district") }
        let pieces = Array(Set(homes.values)).sorted { ($0.district, $0.board) < ($1.district, $1.board) }
        let places0 = Dictionary(uniqueKeysWithValues: pieces.enumerated().map { ($1, $0) })
        let smallAreas = try ArcNetwork(file.features.map { $0.geometry ?? MultiPolygon() })
        let pieceNetwork = try ArcNetwork(
            smallAreas.dissolved(groups: homeOfFeature.map { $0.flatMap { places0[$0] } }, count: pieces.count))
        let generalised = pieceNetwork.generalised(tolerance: Self.tolerance)

        let levels: [AreaType] = [.district, .county, .icb, .region, .country]
        var geometries: [MultiPolygon] = []
        var layers: [TopoJSONWriter.Layer] = []
        for level in levels {
            let areas = places.all.filter { $0.type == level }
            let indices = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1.code, $0) })
            let groups = pieces.map { piece in piece.code(at: level, places).flatMap { indices[$0] } }
            let items = areas.enumerated().map {
                TopoJSONWriter.Item(id: $1.code.rawValue, properties: [], area: geometries.count + $0)
            }
            geometries += generalised.dissolved(groups: groups, count: areas.count)
            layers.append(.init(level.plural, items: items))
        }
        guard geometries.allSatisfy({ !$0.isEmpty }) else { throw BuildProblem("an area lost its boundary") }
        let bytes = TopoJSONWriter(network: try ArcNetwork(geometries)).document(
            layers: layers)
        report =
            "boundaries: \(file.features.count) LSOAs, \(pieceNetwork.vertexCount) vertices dissolved, \(generalised.vertexCount) kept at \(Int(Self.tolerance)) m"
        resource = Resource(
            fileName: "boundaries.topojson",
            title: "Boundaries of districts, counties, boards, regions and England, sharing their lines",
            vintage: "May 2024",
            origins: [
                .init(
                    title:
                        "ONS, Lower layer Super Output Areas (December 2021) boundaries, generalised, clipped to the coast (BGC); dissolved and generalised by this project",
                    path: "https://geoportal.statistics.gov.uk")
            ],
            fields: [
                .init("id", "GSS code"),
                .init("arcs", "Lines, EPSG:4326 longitude, latitude", type: "geometry", unit: "degrees"),
            ],
            rows: geometries.count, bytes: bytes)
    }

    /// Where an LSOA lies.
    private struct Home: Hashable {
        var district: AreaCode
        var board: AreaCode

        func code(at level: AreaType, _ places: PlacesStep) -> AreaCode? {
            switch level {
            case .district: district
            case .icb: board
            case .county: places.countyOfDistrict[district]
            case .region: places.regionOfDistrict[district]
            default: PlacesStep.england.code
            }
        }
    }
}
