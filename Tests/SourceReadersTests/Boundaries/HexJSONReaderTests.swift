import GeographyModel
import SourceReaders
import Testing

@Suite struct HexJSONReaderTests {
    @Test(arguments: HexLayout.allCases)
    func `each layout is taken`(layout: HexLayout) throws {
        let file = try boundaries(
            """
            {"layout":"\(layout.rawValue)","hexes":{"E09000001":{"n":"City","q":-1,"r":2,"colour":"red"},
            "E09000002":{"q":1.0,"r":0}}}
            """)
        #expect(file.format == .hexJSON(layout))
        #expect(file.crs == nil)
        #expect(file.features.map(\.id) == ["E09000001", "E09000002"])
        #expect(file.features.map(\.hex) == [HexCell(q: -1, r: 2), HexCell(q: 1, r: 0)])
        #expect(file.features[0].properties == [Property("n", .text("City")), Property("colour", .text("red"))])
        #expect(file.features.allSatisfy { $0.geometry == nil })
        #expect(file.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("no q", #"{"r":1}"#, "bad-hex"), ("fraction", #"{"q":0.5,"r":1}"#, "bad-hex"),
        ("text", #"{"q":"1","r":1}"#, "bad-hex"),
        ("huge", #"{"q":1e400,"r":1}"#, "bad-hex"), ("no object", "[1,2]", "not-a-feature"),
    ])
    func `a hex without a cell is left out`(label: String, hex: String, code: String) throws {
        let file = try boundaries(#"{"layout":"odd-r","hexes":{"a":{"q":0,"r":0},"b":\#(hex)}}"#)
        #expect(file.features.map(\.id) == ["a"])
        #expect(file.diagnostics.map(\.code) == [code])
        #expect(file.diagnostics.first?.row == 2)
    }

    @Test func `two hexes may not share an identifier, and are warned of when they share a cell`() throws {
        let file = try boundaries(
            #"{"hexes":{"a":{"q":0,"r":0},"a":{"q":1,"r":0},"b":{"q":0,"r":0}},"layout":"even-q"}"#)
        #expect(file.features.map(\.id) == ["a", "b"])
        #expect(file.diagnostics.map(\.code) == ["duplicate-hex", "duplicate-cell"])
        #expect(file.diagnostics.map(\.severity) == [.error, .warning])
    }

    @Test(arguments: [#"{"hexes":{}}"#, #"{"layout":"axial","hexes":{}}"#])
    func `a layout that is not known is refused`(text: String) throws {
        let error = try #require(geodataError { _ = try boundaries(text) })
        #expect(error.code == .inputMalformed)
        #expect(try #require(error.remedy).contains("odd-r"))
    }
}
