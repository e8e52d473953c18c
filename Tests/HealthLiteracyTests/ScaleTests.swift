import Foundation
import GeographyModel
import SourceReaders
import SpatialStore
import Testing
import TestSupport

/// Checks that need the LSOA boundaries of England (57 MB): name the folder of `england_lsoa_2021_bgc.geojson.gz` and
/// `lsoa21_ward24_lad24_region24_icb24.csv.gz` in HLGEO_SCALE_FOLDER; without it they are skipped and say so.
@Suite struct ScaleTests {
    private static let folder = ProcessInfo.processInfo.environment["HLGEO_SCALE_FOLDER"]

    @Test(.enabled(if: folder != nil, "HLGEO_SCALE_FOLDER does not name the folder of the LSOA boundaries"))
    func `at least 99.5 per cent of LSOA centroids fall in their own district`() async throws {
        let folder = try #require(Self.folder)
        var lookup = try CSVReader(InputFile(path: "\(folder)/lsoa21_ward24_lad24_region24_icb24.csv.gz"))
        let small = try #require(lookup.column(named: ["LSOA21CD"]))
        let wide = try #require(lookup.column(named: ["LAD24CD"]))
        var districtOf: [String: AreaCode] = [:]
        while let row = lookup.next() { districtOf[row[small]] = AreaCode(row[wide]) }

        let store = try SpatialStore.open(at: try await FixtureStore.path(), access: .readOnly)
        let districts = try await store.read { reader in
            var found: [AreaCode: MultiPolygon] = [:]
            try reader.forEachGeometry(of: .district, detail: .full) { code, geometry in
                if case .multiPolygon(let boundary) = geometry { found[code] = boundary }
            }
            return found
        }
        let file = try BoundaryReader.read(InputFile(path: "\(folder)/england_lsoa_2021_bgc.geojson.gz"))
        var inside = 0
        for feature in file.features {
            guard case .text(let code) = feature.property(named: ["LSOA21CD"]), let home = districtOf[code],
                let district = districts[home], let point = feature.geometry?.centroid
            else { continue }
            if Self.contains(district, point) { inside += 1 }
        }
        #expect(file.features.count == 33_755)
        #expect(Double(inside) / 33_755 >= 0.995)
    }

    /// The even–odd rule over all rings.
    private static func contains(_ polygons: MultiPolygon, _ point: Position) -> Bool {
        var isInside = false
        for ring in polygons.ringEnds.indices {
            let positions = Array(polygons.ring(ring))
            for (from, to) in zip(positions, positions.dropFirst())
            where (from.latitude > point.latitude) != (to.latitude > point.latitude) {
                let share = (point.latitude - from.latitude) / (to.latitude - from.latitude)
                if point.longitude < from.longitude + share * (to.longitude - from.longitude) { isInside.toggle() }
            }
        }
        return isInside
    }
}
