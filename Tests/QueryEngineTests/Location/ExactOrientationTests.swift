import GeographyModel
import Testing

@testable import QueryEngine

struct ExactOrientationTests {
    /// A line, and a position on it or next to it, whose surroundings are searched in units in the last place.
    struct Line: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let start, end, around: Position
        let step: Double
    }

    static let lines = [
        Line(
            testDescription: "the diagonal that Kettner et al. (2008) draw", start: position(12, 12),
            end: position(24, 24), around: position(0.5, 0.5), step: 0x1p-53),
        Line(
            testDescription: "a short edge in degrees", start: position(1.546_875_3, 52.203_125_7),
            end: position(1.546_875_9, 52.203_126_1), around: position(1.546_875_6, 52.203_125_9), step: 0x1p-47),
        Line(
            testDescription: "a line through the origin", start: position(-3, -1), end: position(9, 3),
            around: position(0, 0), step: 0x1p-56),
        Line(
            testDescription: "a steep line", start: position(0.1, -50), end: position(0.100_000_000_000_01, 60),
            around: position(0.100_000_000_000_005, 5), step: 0x1p-50),
    ]

    @Test("Close to a line, every sign is the exact one, whichever way the three are named", arguments: lines)
    func grid(_ line: Line) {
        for (column, row) in (0..<24).flatMap({ column in (0..<24).map { (Double(column - 12), Double($0 - 12)) } }) {
            let point = Position(
                longitude: line.around.longitude + column * line.step,
                latitude: line.around.latitude + row * line.step)
            expectExact(line.start, line.end, point)
            expectExact(line.end, point, line.start)
            expectExact(line.end, line.start, point)
        }
    }

    @Test("Points that are rounded onto a random edge get the exact sign", arguments: 1...4)
    func random(seed: Int) {
        var generator = SplitMix(seed: seed)
        func coordinate() -> Double { .random(in: -8...8, using: &generator).rounded(toMultipleOf: 0x1p-50) }
        for _ in 0..<500 {
            let (start, end) = (Self.position(coordinate(), coordinate()), Self.position(coordinate(), coordinate()))
            let part = Double.random(in: -0.5...1.5, using: &generator)
            let point = Position(
                longitude: (start.longitude + part * (end.longitude - start.longitude))
                    .rounded(toMultipleOf: 0x1p-50),
                latitude: (start.latitude + part * (end.latitude - start.latitude)).rounded(toMultipleOf: 0x1p-50))
            expectExact(start, end, point)
        }
    }

    @Test("Coordinates of very different size are told apart")
    func sizes() {
        let (origin, far) = (Self.position(0, 0), Self.position(1e140, 1e140))
        #expect(ExactOrientation.turn(from: origin, to: far, Self.position(1e-140, 1e-140)) == 0)
        #expect(ExactOrientation.turn(from: origin, to: far, Self.position(1e-140, (1e-140).nextUp)) > 0)
        #expect(ExactOrientation.turn(from: origin, to: far, Self.position(1e-140, (1e-140).nextDown)) < 0)
    }

    private func expectExact(_ start: Position, _ end: Position, _ position: Position) {
        let sign = IntegerGeometry.turn(start, end, position)
        let filtered = ExactOrientation.turn(from: start, to: end, position)
        let expanded = ExactOrientation.exactTurn(from: start, to: end, position)
        if Self.sign(filtered) != sign || Self.sign(expanded) != sign {
            Issue.record("\(start), \(end), \(position): \(filtered) and \(expanded), but \(sign)")
        }
    }

    private static func position(_ x: Double, _ y: Double) -> Position { TestShapes.position((x, y)) }

    private static func sign(_ number: Double) -> Int { number > 0 ? 1 : number < 0 ? -1 : 0 }
}

extension Double {
    /// The nearest multiple of a power of two.
    fileprivate func rounded(toMultipleOf unit: Double) -> Double { (self / unit).rounded() * unit }
}
