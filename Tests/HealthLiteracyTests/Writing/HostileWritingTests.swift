import Foundation
import GeographyModel
import HealthLiteracy
import SpatialStore
import TestSupport
import Testing

/// What clients send by mistake or with intent.
@Suite struct HostileWritingTests {
    private static let notFeatures: [String] = [
        "", " ", "null", "[]", "{", "\"Feature\"", #"{"type":"FeatureCollection","features":[]}"#,
        #"{"type":"Feature""#, #"{"type":"feature","properties":{}}"#, #"{"name":"x"}"#,
        #"{"type":"Feature","geometry":null,"properties":{"name":"x"}} trailing"#,
        #"{"type":"Feature","geometry":null,"properties":{"name":"\ud800"}}"#,
        #"{"type":"Feature","geometry":null,"properties":{"name":NaN}}"#,
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"a\u{0}b\"}}",
    ]

    @Test(arguments: notFeatures)
    func `what is no Feature is refused as a whole`(text: String) async throws {
        let desk = try await WritingDesk()
        let before = try await desk.revision()
        let error = await WritingDesk.failure { try await desk.create(text) }
        #expect(error?.code == .inputMalformed && error?.remedy?.isEmpty == false)
        #expect(try await desk.revision() == before)
    }

    private static let wrong: [(properties: String, problem: String)] = [
        ("", "properties.name: the initiative has no name"),
        (#""name":"""#, "properties.name: the initiative has no name"),
        (#""name":"…""#, "properties.name: the initiative has no name"),
        (#""name":5"#, "properties.name: must be text, not a number."),
        (#""name":["x"]"#, "properties.name: must be text, not an array."),
        (#""name":"x","summary":{"a":1}"#, "properties.summary: must be text, not an object."),
        (#""name":"x","programme":true"#, "properties.programme: must be text, not true or false."),
        (#""name":"a\u0000b""#, "properties.name: has the control character U+0000."),
        (#""name":"a\nb""#, "properties.name: has the control character U+000A."),
        (#""name":"x","remark":"\u001b[2J""#, "properties.remark: has the control character U+001B."),
        (#""name":"\#(String(repeating: "a", count: 10_000))""#, "properties.name: has 10000 characters; at most 200"),
        // One letter to a reader, ten thousand and one to a computer.
        (
            #""name":"a\#(String(repeating: "\u{301}", count: 10_000))""#,
            "properties.name: has 10001 characters; at most 200"
        ),
        (#""name":"x","name":"y""#, "properties.name: stands there more than once."),
        (#""name":"x","programe":"y""#, "properties.programe: initiatives have no such property."),
        (#""name":"x","longitude":"1""#, "properties.longitude: initiatives have no such property."),
        (#""name":"x","area_codes":5"#, "properties.area_codes: must be an array of codes or names, not a number."),
        (#""name":"x","area_codes":[5]"#, "properties.area_codes[0]: must be text, not a number."),
        (#""name":"x","area_codes":["E99999999"]"#, "properties.area_codes: no area has this code or name"),
        (#""name":"x","area_names":["Newhem"]"#, "Did you mean Newham?"),
        (
            #""name":"x","area_codes":[\#(Array(repeating: "\"a\"", count: 501).joined(separator: ","))]"#,
            "properties.area_codes: has 501 areas; at most 500"
        ),
        (#""name":"x","start":"soon""#, "properties.start: the date is not understood (\"soon\")."),
        (#""name":"x","start":"2025","end":"2024""#, "properties.end: the initiative ends before it starts"),
        (#""name":"x","area_names":["Kent"],"coverage":"most""#, "properties.coverage: the coverage is not known"),
        (#""name":"x","source_address":"JavaScript:alert(1)""#, "properties.source_address: must be a web address"),
        (#""name":"x","source_address":" data :text/html,x""#, "properties.source_address: must be a web address"),
    ]

    @Test(arguments: wrong)
    func `each problem names its member`(properties: String, problem: String) async throws {
        let desk = try await WritingDesk()
        let before = try await desk.revision()
        let error = await WritingDesk.failure { try await desk.create(WritingDesk.feature(properties)) }
        #expect(error?.code == .inputRefused)
        #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
        #expect((error?.message.count ?? .max) < 1_000)
        #expect(try await desk.revision() == before)
    }

    @Test(arguments: [
        ("5", "geometry: must be a Point or null, not a number."),
        (#"{"type":"Polygon"}"#, "geometry: must be a Point"),
        (#"{"type":"Point"}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[]}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[1]}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[1,"2"]}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[1e999,2]}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[1,2,3,4]}"#, "geometry.coordinates: must be two numbers"),
        (#"{"type":"Point","coordinates":[51.5,-200]}"#, "geometry.coordinates: is no place in OGC:CRS84."),
        (#"{"type":"Point","type":"Point","coordinates":[1,2]}"#, "geometry.type: stands there more than once."),
    ])
    func `points are places`(geometry: String, problem: String) async throws {
        let desk = try await WritingDesk()
        let feature = WritingDesk.feature(#""name":"x""#, geometry: geometry)
        let error = await WritingDesk.failure { try await desk.create(feature) }
        #expect(error?.code == .inputRefused && error?.message.contains(problem) == true, "\(error?.message ?? "")")
    }

    @Test func `all problems are told at once`() async throws {
        let desk = try await WritingDesk()
        let text =
            #"{"type":"Feature","type":"Feature","id":{},"properties":{"start":"soon","end":7,"area_names":["Nowhere at all"],"x":1}}"#
        let message = await WritingDesk.failure { try await desk.create(text) }?.message ?? ""
        for member in [
            "type: ", "id: ", "geometry: ", "properties.name: ", "properties.start: ", "properties.end: ",
            "properties.area_names: ", "properties.x: ",
        ] {
            #expect(message.contains(" \(member)"), "\(member)")
        }
        let many = (0..<1_000).map { #""p\#($0)":1"# }.joined(separator: ",")
        let error = await WritingDesk.failure { try await desk.create(WritingDesk.feature(#""name":"x",\#(many)"#)) }
        #expect(error?.message.hasSuffix(" And 980 more.") == true)
    }

    @Test func `bytes that are no text are refused`() async throws {
        let desk = try await WritingDesk()
        var bytes = Array(WritingDesk.feature(#""name":"xyz""#).utf8)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "z")))
        bytes[place] = 0xFF
        let hostile = bytes
        let error = await WritingDesk.failure { try await desk.service.createInitiative(hostile, by: desk.context) }
        #expect(error?.code == .inputMalformed && error?.message.contains("UTF-8") == true)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `deep nesting is refused before it hurts`(opening: String) async throws {
        let desk = try await WritingDesk()
        let deep = String(repeating: opening, count: 1_000_000)
        for text in [deep, WritingDesk.feature(#""name":\#(deep)"#), #"{"type":"Feature","x":\#(deep)"#] {
            #expect(await WritingDesk.failure { try await desk.create(text) }?.code == .inputMalformed)
        }
    }

    @Test func `many long unknown areas are refused in no time`() async throws {
        let desk = try await WritingDesk()
        let names = (0..<500).map { "\"\(String(repeating: "abcdefghi ", count: 19))\($0)\"" }
        let feature = WritingDesk.feature(#""name":"x","area_names":[\#(names.joined(separator: ","))]"#)
        let clock = ContinuousClock()
        let time = await clock.measure {
            #expect(await WritingDesk.failure { try await desk.create(feature) }?.code == .inputRefused)
        }
        // To look for the nearest names of all of them takes many minutes.
        #expect(time < .seconds(60))
    }

    @Test(arguments: [
        ("مشروع القراءة", "مشروع-القراءة"), ("קריאה 2024", "קריאה-2024"), ("健康素养", "健康素养"),
        ("'; DROP TABLE initiative; --", "drop-table-initiative"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("../../etc/passwd", "etc-passwd"), ("Café & Ünïcode 🎉", "cafe-and-unicode"),
    ])
    func `any script and any sign is only text`(name: String, id: String) async throws {
        let desk = try await WritingDesk()
        let text = WritingDesk.feature(#""name":"\#(name)","summary":"\#(name)""#)
        let made = try await desk.create(text)
        #expect(made.id == id)
        let found = try #require(try await desk.stored(id)?.initiative)
        #expect(found.name == name && found.summary == name)
        _ = try await desk.delete(id, expecting: [made.tag ?? ""])
        let audit = try await desk.service.audit().entries
        #expect(audit[0].before == audit[1].after && audit[1].after?.contains("summary") == true)
    }
}
