import GeographyModel
import RankInference
import Testing

@Suite struct DrawMatrixTests {
    /// Expected: numpy 2.4.6, `quantile` of 3.5, 1.25, 9, 4, 4, 7.75, −2 (type 7, the default).
    @Test(arguments: [
        (0, -2), (0.025, -1.5125), (0.1, -0.05), (0.5, 4), (0.9, 8.25), (0.975, 8.8125), (1, 9),
    ]) func `quantiles interpolate`(probability: Double, expected: Double) throws {
        let draws: [Float] = [3.5, 1.25, 9, 4, 4, 7.75, -2]
        let matrix = try DrawMatrix(areaCount: 1, drawCount: 7, values: draws)
        #expect(agree(matrix.quantiles([probability])[0][0], expected))
    }

    /// Expected: numpy 2.4.6, `mean` and `quantile` of the recipe's draws.
    @Test func `estimates are means with quantiles`() throws {
        let found = try recipeDraws().estimates()
        let expected = [
            (45.5, 40, 51), (48.425, 43.4875, 54), (51.4875, 46, 57), (54.775, 49, 60), (57.35, 52, 62.5125),
        ]
        for (estimate, expected) in zip(found, expected) {
            #expect(agree(estimate.value, expected.0) && agree(estimate.lower, expected.1))
            #expect(agree(estimate.upper, expected.2))
        }
        #expect(try recipeDraws().estimate(ofArea: 3) == found[3])
    }

    @Test func `draws are sorted as numbers whatever their sign and size`() throws {
        var generator = SeededGenerator(seed: 11)
        let draws = (0..<501).map { _ in
            let exponent = generator.next(below: 60) - 30
            return Float(sign: .plus, exponent: exponent, significand: Float(generator.next(below: 2001) - 1000))
        }
        let matrix = try DrawMatrix(areaCount: 1, drawCount: 501, values: draws)
        #expect(matrix.quantiles((0...500).map { Double($0) / 500 })[0] == draws.sorted().map(Double.init))
    }

    @Test func `a row is little-endian Float32 and reads back`() throws {
        let matrix = try DrawMatrix(areaCount: 2, drawCount: 2, values: [1, -2, 0.1, .leastNonzeroMagnitude])
        #expect(matrix.bytes(ofArea: 0) == [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
        let rows = (0..<2).map { matrix.bytes(ofArea: $0) }
        #expect(try DrawMatrix(rowBytes: rows) == matrix)
        #expect(try DrawMatrix(rowBytes: rows.map { $0.reversed().reversed() }) == matrix)
        #expect(try DrawMatrix(rowBytes: rows.map { ([9] + $0).dropFirst() }) == matrix)
    }

    @Test(
        arguments: [
            ("no rows", []), ("an empty row", [[]]), ("half a draw", [[0, 0]]),
            ("rows of different length", [[0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]]),
            ("not a number", [[0, 0, 0xC0, 0x7F]]), ("infinite", [[0, 0, 0x80, 0xFF]]),
        ] as [(String, [[UInt8]])])
    func `damaged rows are refused`(label: String, rows: [[UInt8]]) {
        #expect(throws: GeodataError.self, "\(label)") { try DrawMatrix(rowBytes: rows) }
    }

    @Test func `scaling gives people, and refuses factors that do not fit`() throws {
        let people = try recipeDraws().scaled(by: [1, 10, 100, 1000, 10_000])
        #expect(people.row(2).first == (try recipeDraws().row(2).first).map { $0 * 100 })
        #expect(throws: GeodataError.self) { try recipeDraws().scaled(by: [1]) }
    }

    /// Expected: numpy 2.4.6, areas 0 and 4 of the recipe with weights 1000 and 2500 · 0.4.
    @Test func `a roll-up averages within each draw`() throws {
        let parts = [
            WeightedMember(area: 0, population: 1000), WeightedMember(area: 4, population: 2500, share: 0.4),
        ]
        let whole = try recipeDraws().rolledUp(to: [parts, [WeightedMember(area: 3, population: 7)]])
        let found = whole.estimate(ofArea: 0)
        #expect(agree(found.value, 51.425) && agree(found.lower, 47.25) && agree(found.upper, 56.00625))
        #expect(Array(whole.row(1)) == Array(try recipeDraws().row(3)))
    }

    @Test(
        arguments: [
            ("no members", []), ("nobody", [WeightedMember(area: 0, population: 0)]),
            ("negative", [WeightedMember(area: 0, population: 9), WeightedMember(area: 1, population: -1)]),
            ("not a number", [WeightedMember(area: 0, population: .nan)]),
        ] as [(String, [WeightedMember])])
    func `a roll-up without weight is refused`(label: String, members: [WeightedMember]) {
        #expect(throws: GeodataError.self, "\(label)") { try recipeDraws().rolledUp(to: [members]) }
    }
}
