import FeatureFormats
import Foundation
import GeographyModel
import Testing

@Suite struct TextBufferTests {
    private func written(_ write: (inout TextBuffer) -> Void) -> String {
        var buffer = TextBuffer()
        write(&buffer)
        return buffer.text
    }

    @Test(arguments: [
        (56.42, "56.42"), (0.1 + 0.2, "0.3"), (40, "40"), (-0.0, "0"), (-1e-9, "0"), (1e-6, "0.000001"),
        (-0.5, "-0.5"), (1.0 / 3, "0.333333"), (2.0 / 3, "0.666667"), (0.999_999_9, "1"), (99.999_999_9, "100"),
        (8_589_934_591.25, "8589934591.25"), (8_589_934_592, "8589934592"), (9_007_199_254_740_992, "9007199254740992"),
        (-1e300, "-1e+300"), (.nan, ""), (.infinity, ""),
    ])
    func `a number is rounded to six decimals and then as short as it can be`(number: Double, text: String) {
        #expect(written { _ = $0.append(number: number) } == text)
    }

    @Test(arguments: [
        (-0.127_647_35, "-0.1276474"), (51.5, "51.5"), (0, "0"), (-0.000_000_04, "0"), (-0.000_000_06, "-0.0000001"),
        (179.999_999_99, "180"), (-180, "-180"), (1.000_000_1, "1.0000001"), (.nan, "null"), (.infinity, "null"),
    ])
    func `a coordinate has at most seven decimals`(degrees: Double, text: String) {
        #expect(written { $0.appendCoordinate(degrees) } == text)
    }

    @Test(arguments: [
        (56.42, 1, "56.4"), (9.96, 1, "10.0"), (-0.04, 1, "0.0"), (0.25, 1, "0.3"), (-2.5, 0, "-3"), (7, 2, "7.00"),
        (0.007, 2, "0.01"), (1.05, 1, "1.1"), (-12.345, 2, "-12.35"),
    ])
    func `a figure has exactly the decimals that its column states`(number: Double, decimals: Int, text: String) {
        #expect(written { _ = $0.append(number: number, decimals: decimals) } == text)
    }

    /// Foundation's reader is the judge.
    @Test(arguments: ["plain", "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}", "東京 \u{2028} 👩🏽‍🚀 é", ""])
    func `a JSON string is read back as it was`(text: String) throws {
        let json = written { $0.appendJSON(text) }
        #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
    }

    @Test func `control characters take their short escapes, others four digits`() {
        #expect(written { $0.appendJSON("\u{1}\n\u{1F}") } == #""\u0001\n\u001f""#)
    }

    @Test func `the least and the greatest whole number are written in full`() {
        #expect(written { $0.append(integer: Int.min) } == "-9223372036854775808")
        #expect(written { $0.append(integer: Int.max) } == "9223372036854775807")
    }

    @Test func `XML text holds no mark-up and no character that XML forbids`() {
        #expect(written { $0.appendXML("<a> & \"b\"\u{1B}\n東") } == "&lt;a&gt; &amp; &quot;b&quot;\u{FFFD} 東")
    }

    @Test func `the buffer is handed on in large pieces that make up the whole`() {
        var (pieces, all) = ([Int](), [UInt8]())
        var encoder = GeoJSONTextSequenceEncoder()
        let features = Array(repeating: Samples.features(nil)[0], count: 5_000)
        encoder.encode(features, header: CollectionHeader(name: "many")) { bytes in
            pieces.append(bytes.count)
            all += bytes
        }
        #expect(pieces.count > 2)
        #expect(pieces.dropLast().allSatisfy { $0 > TextBuffer.drainSize && $0 < TextBuffer.drainSize + 1_000 })
        #expect(String(decoding: all, as: UTF8.self) == encoder.text(features, header: CollectionHeader(name: "many")))
    }

    @Test func `bytes that could not be written are kept`() {
        struct Full: Error {}
        var buffer = TextBuffer()
        buffer.append("abc")
        #expect(throws: Full.self) { try buffer.drain(past: 0) { _ in throw Full() } }
        #expect(buffer.takeBytes() == Array("abc".utf8))
        #expect(buffer.isEmpty)
    }
}
