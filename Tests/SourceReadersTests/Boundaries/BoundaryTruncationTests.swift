import GeographyModel
import SourceReaders
import Testing

@Suite struct BoundaryTruncationTests {
    private static let topology =
        #"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,51]},"objects":{"a":{"type":"Polygon","arcs":[[0]]}},"arcs":[[[0,0],[1,0],[0,1],[-1,-1]]]}"#
    private static let feature =
        #"{"type":"Feature","id":1,"properties":{"n":"M\u00f4n \ud83d\ude00"},"geometry":\#(square)}"#

    @Test(arguments: [
        (
            "collection",
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[\#(feature)]}"#
        ),
        ("type last", #"{"features":[\#(feature)],"type":"FeatureCollection"}"#), ("feature", feature),
        ("geometry", square),
        ("topology", topology), ("hexes", #"{"layout":"odd-r","hexes":{"a":{"q":-1,"r":2,"n":"x"}}}"#),
    ])
    func `a document that is cut short is refused at every byte, and the whole one is taken`(
        label: String, text: String
    ) throws {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            let error = geodataError {
                _ = try BoundaryReader.read(bytes: Array(bytes.prefix(length)), file: "cut.json")
            }
            #expect(error?.code == .inputMalformed, "\(length) bytes")
        }
        let whole = try BoundaryReader.read(bytes: bytes, file: "whole.json")
        #expect(whole.features.count == 1)
        #expect(whole.diagnostics.isEmpty)
    }

    @Test func `a sequence that is cut short inside a record is refused`() throws {
        let bytes = Array("\(Self.feature)\n\(Self.feature)".utf8)
        let first = Self.feature.utf8.count
        for length in first + 2..<bytes.count {
            let error = geodataError {
                _ = try BoundaryReader.read(bytes: Array(bytes.prefix(length)), file: "cut.json")
            }
            #expect(error?.code == .inputMalformed, "\(length) bytes")
        }
    }

    /// One wrong byte may make another valid file; what it may not do is anything but return or throw a `GeodataError`.
    @Test(arguments: [UInt8(0), 0x1E, 0x22, 0x2C, 0x2D, 0x30, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0xFF])
    func `any byte may be wrong`(byte: UInt8) {
        for text in [Self.feature, Self.topology, collection([square, square])] {
            for place in 0..<text.utf8.count {
                var bytes = Array(text.utf8)
                bytes[place] = byte
                do {
                    let file = try BoundaryReader.read(bytes: bytes, file: "wrong.json")
                    #expect(file.features.allSatisfy { $0.geometry?.isEmpty == false })
                } catch {
                    #expect(error is GeodataError)
                }
            }
        }
    }
}
