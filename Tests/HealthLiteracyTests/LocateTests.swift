import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import Synchronization
import TestSupport
import Testing

struct LocateTests {
    @Test func `a point finds its district with figure and initiatives`() async throws {
        let service = try await FixtureStore.service()
        let list = try await service.locate(Position(longitude: -1.55, latitude: 53.8), LocateQuery())
        let feature = try #require(list.page.features.first)
        #expect(feature.id == "E08000035")
        #expect(feature.properties.map(\.name) == LocateQuery.usualProperties)
        #expect(list.notes.contains { $0.code == .expectedValue })
    }

    @Test func `a point outside says what may be wrong`() async throws {
        let service = try await FixtureStore.service()
        let swapped = await #expect(throws: GeodataError.self) {
            try await service.locate(Position(longitude: 53.8, latitude: -1.55), LocateQuery())
        }
        #expect(swapped?.code == .areaNotFound)
        #expect(swapped?.remedy?.contains("-1.55 53.8") == true)
        await #expect(throws: GeodataError.self) {
            try await service.locate(Position(longitude: .nan, latitude: 0), LocateQuery())
        }
    }

    @Test(
        "Points in degrees and in metres are found alike, and every row is kept",
        arguments: [
            ("id,lon,lat\r\n1,-1.55,53.8\r\n2,0,0\r\n3,x,1\r\n4,1\r\n", CoordinateReferenceSystem.crs84),
            ("id;Easting;Northing\n1;430000;433500\n2;1;1\n3;x;1\n4;1\n", .epsg27700),
            ("id,x,y\n1,430000,433500\n2,1,1\n3,x,1\n4,1\n", .epsg27700),
            ("id,x,y\n2,0,0\n1,430000,433500\n3,0x1p3,1\n4,1\n", .epsg27700),
            ("id,lon,lat\r1,-1.55,53.8\r2,0,0\r3,1e999,1\r4,1\r", .crs84),
        ])
    func files(_ text: String, _ system: CoordinateReferenceSystem) async throws {
        let (lines, summary) = try await located(text, LocateQuery(properties: ["area_code"]))
        #expect(summary.system == system)
        #expect((summary.located, summary.outside, summary.bad) == (1, 1, 2))
        #expect(lines.count == 5)
        #expect(lines.contains { $0.hasPrefix("1,") && $0.hasSuffix("E08000035,located,") })
        #expect(lines.contains { $0.hasPrefix("2,") && $0.hasSuffix(",,outside,") })
        #expect(lines[3].contains("bad-row,") && lines[4].contains("the row has 2 fields"))
    }

    @Test func `fields keep what they hold`() async throws {
        let (lines, _) = try await located(
            "note,lon,lat,area_code\n\"a, \"\"b\"\"\",-1.55,53.8,mine\n", LocateQuery(properties: ["area_code"]))
        #expect(lines[0] == "note,lon,lat,area_code,located_area_code,locate_status,locate_remark")
        #expect(lines[1] == "\"a, \"\"b\"\"\",-1.55,53.8,mine,E08000035,located,")
    }

    @Test func `a point on a boundary lies in the area with the lowest code, in a file as alone`() async throws {
        let service = try await FixtureStore.service()
        let corner = try await service.store.read { reader -> Position? in
            guard case .multiPolygon(let shape) = try reader.geometry(of: AreaCode("E08000035"), detail: .full) else {
                return nil
            }
            return shape.positions.first
        }
        let position = try #require(corner)
        let alone = try await service.locate(position, LocateQuery())
        let (lines, _) = try await located(
            "lon,lat\n\(position.longitude),\(position.latitude)\n", LocateQuery(properties: ["area_code"]))
        #expect(lines[1].contains(try #require(alone.page.features.first).id))
    }

    @Test func `only lines that are not UTF-8 are read as Windows-1252`() async throws {
        let service = try await FixtureStore.service()
        let path = try FixtureStore.file("mixed.csv", "")
        let bytes = Array("name,lon,lat\ncafé,0,0\ncaf".utf8) + [0xE9] + Array(",0,0\n".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let output = Mutex<[UInt8]>([])
        let summary = try await service.locate(pointsIn: path, LocateQuery(properties: ["area_code"])) { bytes in
            output.withLock { $0.append(contentsOf: bytes) }
        }
        let text = String(decoding: output.withLock { $0 }, as: UTF8.self)
        #expect(text.components(separatedBy: "café").count == 3)
        #expect(summary.diagnostics.map(\.row) == [3])
    }

    @Test(arguments: ["lon,lat\n1,\u{0}2\n", "name,town\na,b\n", "lon,lat\n\"open,1\n", ""])
    func `a file without points is refused`(_ text: String) async throws {
        await #expect(throws: GeodataError.self) { _ = try await located(text, LocateQuery()) }
    }

    private func located(_ text: String, _ query: LocateQuery) async throws -> ([String], LocateSummary) {
        let service = try await FixtureStore.service()
        let output = Mutex<[UInt8]>([])
        let summary = try await service.locate(pointsIn: FixtureStore.file("points.csv", text), query) { bytes in
            output.withLock { $0.append(contentsOf: bytes) }
        }
        let written = String(decoding: output.withLock { $0 }, as: UTF8.self)
        return (written.split(separator: "\r\n", omittingEmptySubsequences: true).map(String.init), summary)
    }
}
