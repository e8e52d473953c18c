import GeographyModel
import SourceReaders

/// The mean place of the residents of every area: the centroids of its LSOAs, weighted by their residents.
struct PopulationCentroidsStep {
    let resource: Resource

    private struct Sum {
        var residents = 0.0
        var longitude = 0.0
        var latitude = 0.0
    }

    init(_ source: SourceFolder, places: PlacesStep) throws {
        var residents: [String: Double] = [:]
        for row in try source.table("scale/lsoa21_covariates.csv.gz") {
            residents[try row.required("LSOA21CD")] = try row.number("residents_2021")
        }
        var centroids: [String: Position] = [:]
        for feature in try BoundaryReader.read(source.file("scale/england_lsoa_2021_bgc.geojson.gz")).features {
            guard case .text(let code) = feature.property(named: ["LSOA21CD"]) else { continue }
            centroids[code] = feature.geometry?.centroid
        }
        var sums: [AreaCode: Sum] = [:]
        for row in try source.table("scale/lsoa21_ward24_lad24_region24_icb24.csv.gz") {
            let code = try row.required("LSOA21CD")
            guard let people = residents[code], let place = centroids[code] else {
                throw BuildProblem("\(code) has no residents or no boundary")
            }
            let district = AreaCode(try row.required("LAD24CD"))
            let homes = [
                district, AreaCode(try row.required("icb24_code")), places.countyOfDistrict[district],
                places.regionOfDistrict[district], PlacesStep.england.code,
            ]
            for home in homes.compactMap(\.self) {
                sums[home, default: Sum()].residents += people
                sums[home, default: Sum()].longitude += people * place.longitude
                sums[home, default: Sum()].latitude += people * place.latitude
            }
        }
        guard sums.count == places.all.count, places.all.allSatisfy({ sums[$0.code] != nil }) else {
            throw BuildProblem("\(sums.count) of \(places.all.count) areas have residents")
        }
        resource = Resource(
            csv: "population-centroids", title: "Where the residents of each area are on average",
            vintage: "Census 2021",
            origins: [
                .init(title: "ONS Census 2021, residents of LSOAs (Nomis)", path: "https://www.nomisweb.co.uk"),
                .init(
                    title: "ONS, LSOA boundaries of December 2021 (BGC)", path: "https://geoportal.statistics.gov.uk"),
            ],
            fields: [
                .init("area_code", "GSS code"),
                .init("longitude", "Mean longitude, CRS84", type: "number", unit: "degrees"),
                .init("latitude", "Mean latitude, CRS84", type: "number", unit: "degrees"),
            ],
            rows: sums.sorted { $0.key < $1.key }.map { code, sum in
                [
                    code.rawValue, Self.degrees(sum.longitude / sum.residents),
                    Self.degrees(sum.latitude / sum.residents),
                ]
            })
    }

    /// Degrees with six decimals, a tenth of a metre.
    private static func degrees(_ value: Double) -> String { String((value * 1e6).rounded() / 1e6) }
}
