import GeographyModel
import Testing

@Suite struct MultiPolygonTests {
    /// A one-degree square on the equator with a quarter-degree hole.
    private func squareWithHole() -> MultiPolygon {
        func ring(_ corners: [(Double, Double)]) -> [Position] {
            (corners + [corners[0]]).map { Position(longitude: $0.0, latitude: $0.1) }
        }
        var polygons = MultiPolygon()
        polygons.append(ring: ring([(0, 0), (1, 0), (1, 1), (0, 1)]))
        polygons.append(ring: ring([(0.25, 0.25), (0.25, 0.5), (0.5, 0.5), (0.5, 0.25)]))
        polygons.closePolygon()
        return polygons
    }

    @Test func `the outside runs anticlockwise and the hole clockwise`() {
        let polygons = squareWithHole()
        #expect(polygons.doubledSignedArea(ofRing: 0) == 2)
        #expect(polygons.doubledSignedArea(ofRing: 1) == -0.125)
    }

    /// GeographicLib's planimeter gives 12,308.778 km² for the one-degree cell on WGS 84; the sphere differs by under 1 %.
    @Test func `a square degree at the equator has the planimeter's area within one per cent`() {
        var square = MultiPolygon()
        square.append(ring: squareWithHole().ring(0))
        square.closePolygon()
        #expect(abs(square.squareMetres / 12_308_778_361 - 1) < 0.01)
    }

    @Test func `a hole pulls the centroid away from itself`() throws {
        let centroid = try #require(squareWithHole().centroid)
        // (0.5 × 1 − 0.375 × 0.0625) ÷ 0.9375
        #expect(abs(centroid.longitude - 0.508_333_333) < 1e-9)
        #expect(abs(centroid.latitude - 0.508_333_333) < 1e-9)
    }

    @Test func `a geometry without area has no centroid`() {
        #expect(MultiPolygon().centroid == nil)
        #expect(MultiPolygon().boundingBox.isEmpty)
    }
}
