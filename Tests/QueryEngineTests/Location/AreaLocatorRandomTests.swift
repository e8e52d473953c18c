import GeographyModel
import Testing

@testable import QueryEngine

/// Random areas against a search of every edge in exact integers.
struct AreaLocatorRandomTests {
    /// A country of stars, which overlap, have holes, and lie in 4…8 so that every coordinate is a multiple of 2⁻⁵⁰.
    struct Country: CustomTestStringConvertible, Sendable {
        let seed, areas, corners: Int
        let radius: ClosedRange<Double>

        var testDescription: String { "\(areas) areas of \(corners) corners, seed \(seed)" }

        func makeAreas(_ generator: inout SplitMix) -> [MultiPolygon] {
            (0..<areas).map { number in
                let reach = Double.random(in: radius, using: &generator)
                let centre = Position(
                    longitude: .random(in: 4 + reach...8 - reach, using: &generator),
                    latitude: .random(in: 4 + reach...8 - reach, using: &generator))
                var area = MultiPolygon()
                area.append(ring: star(around: centre, 0.5...1, reach, &generator))
                if number % 3 == 0 { area.append(ring: star(around: centre, 0.1...0.3, reach, &generator)) }
                area.closePolygon()
                return area
            }
        }

        /// A closed ring that every ray from the centre meets once; its corners lie on the ring of radii `parts ·
        /// reach`.
        private func star(
            around centre: Position, _ parts: ClosedRange<Double>, _ reach: Double, _ generator: inout SplitMix
        ) -> [Position] {
            let ring = (0..<corners).map { number in
                let part = Double(number) / Double(corners) * 4
                let length = reach * Double.random(in: parts, using: &generator)
                let (quarter, rest) = (Int(part), part - Double(Int(part)))
                let (x, y) = [(1 - rest, rest), (-rest, 1 - rest), (rest - 1, -rest), (rest, rest - 1)][quarter]
                return Position(longitude: centre.longitude + x * length, latitude: centre.latitude + y * length)
            }
            return ring + ring.prefix(1)
        }
    }

    static let countries = [
        Country(seed: 1, areas: 1, corners: 40, radius: 1...2),
        Country(seed: 2, areas: 12, corners: 24, radius: 0.2...1.5),
        Country(seed: 3, areas: 40, corners: 12, radius: 0.05...0.6),
        Country(seed: 4, areas: 150, corners: 8, radius: 0.01...0.3),
        Country(seed: 5, areas: 3, corners: 200, radius: 1.5...2),
    ]

    @Test("Every answer is that of the exact search, one at a time, in a batch and in parallel", arguments: countries)
    func answers(_ country: Country) {
        var generator = SplitMix(seed: country.seed)
        let areas = country.makeAreas(&generator)
        let positions = telling(areas, &generator)
        let boxes = areas.map(\.boundingBox)
        let expected = positions.map { position in
            Int32(
                areas.indices.first { boxes[$0].contains(position) && IntegerGeometry.covers(areas[$0], position) }
                    ?? -1)
        }
        let locator = AreaLocator(areas)
        #expect(positions.map { Int32(locator.area(at: $0) ?? -1) } == expected)
        #expect(locator.areas(at: positions) == expected)
        #expect(locator.areas(at: positions, share: 7) == expected)
        #expect(Set(expected).count > 1)
    }

    /// Positions that tell most: vertices and their next neighbours, midpoints, the box's sides, grid lines, and some
    /// anywhere.
    private func telling(_ areas: [MultiPolygon], _ generator: inout SplitMix) -> [Position] {
        let grid = LocationGrid(AreaRings(areas))
        let vertices = areas.flatMap(\.positions).shuffled(using: &generator).prefix(200)
        var positions = Array(vertices)
        positions += vertices.map { Position(longitude: $0.longitude.nextUp, latitude: $0.latitude.nextDown) }
        for area in areas {
            for (start, end) in zip(area.positions, area.positions.dropFirst()).prefix(4) {
                positions.append(
                    Position(
                        longitude: (start.longitude + end.longitude) / 2,
                        latitude: (start.latitude + end.latitude) / 2))
            }
        }
        let (width, height) = (grid.box.east - grid.box.west, grid.box.north - grid.box.south)
        for _ in 0..<100 {
            let column = Double(Int.random(in: 0...grid.columns, using: &generator)) / Double(grid.columns)
            let row = Double(Int.random(in: 0...grid.rows, using: &generator)) / Double(grid.rows)
            let (x, y) = (grid.box.west + column * width, grid.box.south + row * height)
            let free = Double.random(in: 4...8, using: &generator)
            positions += [
                Position(longitude: x, latitude: y), Position(longitude: x.nextDown, latitude: free),
                Position(longitude: x, latitude: free), Position(longitude: free, latitude: y),
                Position(longitude: free, latitude: y.nextUp), Position(longitude: grid.box.west, latitude: free),
                Position(longitude: free, latitude: grid.box.north),
                Position(longitude: free, latitude: .random(in: 4...8, using: &generator)),
            ]
        }
        return positions
    }
}
