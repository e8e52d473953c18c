import GeographyModel
import SpatialStore
import Testing
import TestSupport

@Suite struct SpatiaLiteBlobTests {
    private func square(at origin: Double) -> [Position] {
        [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Position(longitude: origin + $0.0, latitude: $0.1) }
    }

    @Test func `what is encoded is decoded the same`() {
        var geometry = MultiPolygon()
        geometry.append(ring: square(at: 0))
        geometry.append(
            ring: square(at: 0).map { Position(longitude: 0.25 + $0.longitude / 4, latitude: 0.25 + $0.latitude / 4) }
                .reversed())
        geometry.closePolygon()
        geometry.append(ring: square(at: 5))
        geometry.closePolygon()
        let bytes = SpatiaLiteBlob.encode(geometry)
        #expect(bytes.withUnsafeBytes { SpatiaLiteBlob.decode($0) } == geometry)
    }

    @Test func `bytes that are cut short are refused, wherever the cut is`() {
        var geometry = MultiPolygon()
        geometry.append(ring: square(at: 0))
        geometry.closePolygon()
        let bytes = SpatiaLiteBlob.encode(geometry)
        for length in 0..<bytes.count {
            #expect(Array(bytes.prefix(length)).withUnsafeBytes { SpatiaLiteBlob.decode($0) } == nil)
        }
    }

    @Test func `a ring that crosses itself is found and repaired`() throws {
        var bow = MultiPolygon()
        bow.append(
            ring: [(0.0, 0.0), (1, 1), (1, 0), (0, 1), (0, 0)].map { Position(longitude: $0.0, latitude: $0.1) })
        bow.closePolygon()
        var sound = MultiPolygon()
        sound.append(ring: square(at: 0))
        sound.closePolygon()
        let faults = try GeometryChecker.faults(in: [sound, bow])
        #expect(faults.map(\.index) == [1])
        let repaired = try #require(faults.first?.repaired)
        // Two triangles of a quarter of the unit square each.
        #expect(repaired.polygonEnds.count == 2)
        let doubled = repaired.ringEnds.indices.reduce(0) { $0 + abs(repaired.doubledSignedArea(ofRing: $1)) }
        #expect(abs(doubled - 1) < 1e-12)
    }
}
