import GeographyModel
import Testing

@Suite struct CoordinateReferenceSystemTests {
    @Test(arguments: CoordinateReferenceSystem.allCases)
    func `a system is known again by its address, its short name and its number`(system: CoordinateReferenceSystem) {
        #expect(CoordinateReferenceSystem(name: system.uri) == system)
        #expect(CoordinateReferenceSystem(name: system.shortName) == system)
        if let number = system.epsgNumber { #expect(CoordinateReferenceSystem(name: "\(number)") == system) }
    }

    @Test(arguments: ["", ":", "EPSG", "EPSG:2154", "ESRI:27700", "EPSG:427700", "urn:ogc:def:crs:OGC:1.3:CRS83"])
    func `any other name is none`(name: String) { #expect(CoordinateReferenceSystem(name: name) == nil) }
}
