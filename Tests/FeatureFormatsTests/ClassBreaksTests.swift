import FeatureFormats
import Testing

@Suite struct ClassBreaksTests {
    @Test func `upper bounds belong to their class and figures above them form one more`() {
        let classes = ClassBreaks(upperBounds: [20, 10, 10, .nan]).classes(of: [5, 10, 10.5, 20, 31, .infinity])
        #expect(classes.map(\.count) == [2, 2, 1])
        #expect(classes.map(\.lowerBound) == [5, 10, 20])
        #expect(classes.map(\.upperBound) == [10, 20, 31])
        #expect(classes.map(\.holdsLowerBound) == [true, false, false])
    }

    @Test func `no figures make no classes`() {
        #expect(ClassBreaks(upperBounds: [1, 2]).classes(of: [.nan]).isEmpty)
        #expect(ClassBreaks(upperBounds: []).classes(of: [3, 4]).map(\.count) == [2])
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
