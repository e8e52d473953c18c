import FeatureFormats
import Testing

@Suite struct ClassBreaksTests {
    /// Expected bounds: numpy 2.4, `quantile(x, [1/n, …, 1], method="inverted_cdf")`, repeats dropped.
    @Test(
        arguments: [
            ("ten in five", (1...10).map(Double.init), 5, [2, 4, 6, 8, 10], [2, 2, 2, 2, 2]),
            ("seven in three", (1...7).map(Double.init), 3, [3, 5, 7], [3, 2, 2]),
            ("ties stay together", [1, 1, 1, 1, 2, 3], 3, [1, 3], [4, 2]),
            ("all alike", [4, 4, 4], 5, [4], [3]), ("fewer figures than classes", [2, 1], 5, [1, 2], [1, 1]),
            ("not finite", [.nan, 1, .infinity], 2, [1], [1]), ("none", [], 5, [], []),
        ] as [(String, [Double], Int, [Double], [Int])])
    func `quantiles`(label: String, values: [Double], number: Int, bounds: [Double], counts: [Int]) {
        let classes = ClassBreaks.quantiles(number).classes(of: values)
        #expect(classes.map(\.upperBound) == bounds, "\(label)")
        #expect(classes.map(\.count) == counts, "\(label)")
    }

    @Test func `upper bounds belong to their class and figures above them form one more`() {
        let classes = ClassBreaks.upperBounds([20, 10]).classes(of: [5, 10, 10.5, 20, 31])
        #expect(classes.map(\.count) == [2, 2, 1])
        #expect(classes.map(\.shownLower) == [5, 10, 20])
        #expect(classes.map(\.shownUpper) == [10, 20, 31])
    }

    /// The nine hexadecimal colours that colorbrewer2.org gives for YlOrRd with nine classes.
    @Test func `the ramp of nine is ColorBrewer's`() {
        let expected: [UInt32] = [
            0xFFFFCC, 0xFFEDA0, 0xFED976, 0xFEB24C, 0xFD8D3C, 0xFC4E2A, 0xE31A1C, 0xBD0026, 0x800026,
        ]
        #expect(ColourRamp(count: 9).colours == expected)
        #expect(ColourRamp(count: 5).colours == [0, 2, 4, 6, 8].map { expected[$0] })
        #expect(ColourRamp(count: 1).colours == [0xFD8D3C])
    }
}
