import GeographyModel
import Testing

@testable import SiteSelection

/// Expected: geographiclib 2.1 (Karney's algorithm), `Geodesic.WGS84.Inverse`, in metres.
@Suite struct GeodesicTests {
    @Test(
        arguments: [
            (
                Position(longitude: -0.1276, latitude: 51.5072), Position(longitude: -2.2426, latitude: 53.4808),
                262397.3204
            ),
            (Position(longitude: -6.3, latitude: 49.9), Position(longitude: -1.6, latitude: 55.8), 728529.9855),
            (Position(longitude: 0, latitude: 0), Position(longitude: 1, latitude: 0), 111319.4908),
            (Position(longitude: 0, latitude: 0), Position(longitude: 0, latitude: 1), 110574.3886),
            (Position(longitude: 0, latitude: 89.9), Position(longitude: 180, latitude: 89.9), 22338.7957),
            (Position(longitude: -179.9, latitude: 52), Position(longitude: 179.9, latitude: 52), 13735.5989),
            (Position(longitude: 10, latitude: -33), Position(longitude: 151.2, latitude: -33.9), 11565655.5786),
            (Position(longitude: -5.7, latitude: 50.07), Position(longitude: 1.76, latitude: 52.48), 585171.1742),
            (Position(longitude: -0.1, latitude: 51.5), Position(longitude: -0.10001, latitude: 51.50001), 1.3115),
            (Position(longitude: 0, latitude: 40), Position(longitude: 120, latitude: -20), 13948421.7678),
        ] as [(Position, Position, Double)])
    func `length of the shortest line`(from: Position, to: Position, expected: Double) {
        #expect(abs(Geodesic.distance(from, to) - expected) < 0.001)
        #expect(Geodesic.distance(to, from) == Geodesic.distance(from, to))
    }

    @Test func `no distance to itself, and the fallback stays near for opposite places`() {
        let place = Position(longitude: -0.1, latitude: 51.5)
        #expect(Geodesic.distance(place, place) == 0)
        let opposite = Geodesic.distance(Position(longitude: 0, latitude: 0), Position(longitude: 179.7, latitude: 0.5))
        #expect(abs(opposite - 19944127.421) / 19944127.421 < 0.006, "\(opposite)")
    }

    @Test func `a limit leaves out what is further and nothing else`() throws {
        var chance = SmallChance(seed: 5)
        let places = (0..<120).map { _ in Position(longitude: -2 + chance.part(), latitude: 52 + chance.part()) }
        let all = try DistanceTable.geodesic(from: places, to: places)
        let near = try DistanceTable.geodesic(from: places, to: places, limit: 10_000)
        #expect(near.metres.count > 300 && all.metres.count == 120 * 120)
        for place in places.indices {
            #expect(near.covering(place, within: 10_000) == all.covering(place, within: 10_000))
            #expect(near.entries(of: place).count == all.covering(place, within: 10_000).count)
        }
    }
}
