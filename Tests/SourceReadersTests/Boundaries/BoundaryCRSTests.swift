import GeographyModel
import SourceReaders
import Testing

@Suite struct BoundaryCRSTests {
    private let grid = polygon("[[530000,180000],[531000,180000],[531000,181000],[530000,180000]]")

    private func named(_ name: String) -> String { #""crs":{"type":"name","properties":{"name":"\#(name)"}},"# }

    @Test(arguments: [
        "urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
    func `longitude and latitude may be declared under any of their names`(name: String) throws {
        let file = try boundaries(collection([square], members: named(name)))
        #expect(file.crs == .crs84)
        #expect(file.features.count == 1)
        #expect(file.diagnostics.isEmpty)
    }

    @Test(arguments: ["EPSG:27700", "urn:ogc:def:crs:EPSG::27700", "http://www.opengis.net/def/crs/EPSG/0/27700"])
    func `a declared national grid is kept as it stands`(name: String) throws {
        let file = try boundaries(collection([grid], members: named(name)))
        #expect(file.crs == .epsg27700)
        #expect(file.features.first?.geometry?.positions.first == Position(longitude: 530_000, latitude: 180_000))
        #expect(file.diagnostics.isEmpty)
    }

    @Test func `undeclared eastings and northings are known by their range, with a note`() throws {
        for text in [collection([grid]), collection([grid], members: #""crs":null,"#)] {
            let file = try boundaries(text)
            #expect(file.crs == .epsg27700)
            #expect(file.diagnostics.map(\.code) == ["british-national-grid"])
            #expect(file.diagnostics.first?.severity == .note)
        }
    }

    @Test(arguments: ["EPSG:2154", "urn:ogc:def:crs:EPSG::29903", "EPSG:42770", "ESRI:27700", ""])
    func `any other declared system is refused by name, with the way to reproject`(name: String) throws {
        let error = try #require(geodataError { _ = try boundaries(collection([square], members: named(name))) })
        #expect(error.code == .unsupportedCRS)
        #expect(error.message.contains(name))
        #expect(try #require(error.remedy).contains("ogr2ogr -t_srs EPSG:4326"))
    }

    @Test(arguments: [
        ("Web Mercator", "", "[[-11000,6710000],[0,6710000],[0,6720000],[-11000,6710000]]"),
        ("longitude beyond 180", "", "[[0,51],[181,-51],[1,52],[0,51]]"),
        (
            "declared degrees", #""crs":{"properties":{"name":"EPSG:4326"}},"#,
            "[[530000,180000],[531000,180000],[531000,181000],[530000,180000]]"
        ),
        ("declared grid", #""crs":{"properties":{"name":"EPSG:27700"}},"#, "[[0.1,51],[1,51],[1,52],[0.1,51]]"),
    ])
    func `coordinates that do not fit are refused`(label: String, members: String, ring: String) throws {
        let error = try #require(geodataError { _ = try boundaries(collection([polygon(ring)], members: members)) })
        #expect(error.code == .unsupportedCRS)
    }

    @Test func `latitude first is found out and nothing is taken`() throws {
        let file = try boundaries(collection([polygon("[[51.5,-0.1],[51.5,0],[51.6,0],[51.5,-0.1]]")]))
        #expect(file.features.isEmpty)
        #expect(file.diagnostics.map(\.code) == ["swapped-axes"])
        #expect(file.diagnostics.first?.severity == .error)
    }
}
