import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import TestSupport
import Testing

@Suite struct InitiativeWritingTests {
    private static let reading = WritingDesk.feature(
        #""name":"Reading in Kent","area_names":["Kent"],"start":"2024 spring","summary":"Words\nand words""#,
        geometry: #"{"type":"Point","coordinates":[0.52,51.27,12]}"#)

    @Test func `a new initiative is there, with its areas, its point and its source`() async throws {
        let desk = try await WritingDesk()
        let before = try await desk.revision()
        let made = try await desk.create(Self.reading)
        #expect(made.id == "reading-in-kent" && made.revision == before + 1)
        let found = try #require(try await desk.stored(made.id))
        #expect(found.initiative.areas == [AreaCode("E10000016")] && found.initiative.coverage == .whole)
        #expect(found.initiative.point == Position(longitude: 0.52, latitude: 51.27))
        #expect(
            found.initiative.start?.latest == CalendarDay("2024-05-31") && found.initiative.placeLevel == "not stated")
        #expect(found.sourceID == "service/alice")
        #expect(try await desk.service.initiativeTag(made.id) == made.tag)
        let source = try await desk.service.store.read { try $0.sources().first { $0.id == "service/alice" } }
        #expect(source?.licence == "not stated")
    }

    @Test(arguments: [
        (CoordinateReferenceSystem.epsg4326, "[51.27,0.52]", 1e-9), (.epsg3857, "[57886.14,6669193.28]", 1e-6),
        (.epsg27700, "[575888.57,155332.47]", 1e-4),
    ])
    func `a point comes in any reference system`(
        system: CoordinateReferenceSystem, coordinates: String, tolerance: Double
    ) async throws {
        let desk = try await WritingDesk()
        let feature = WritingDesk.feature(
            #""name":"Somewhere""#, geometry: #"{"type":"Point","coordinates":\#(coordinates)}"#)
        let point = try await desk.stored(try await desk.create(feature, in: system).id)?.initiative.point
        #expect(abs((point?.longitude ?? 0) - 0.52) <= tolerance && abs((point?.latitude ?? 0) - 51.27) <= tolerance)
    }

    @Test func `what a client read it can put back unchanged`() async throws {
        let desk = try await WritingDesk()
        _ = try await desk.create(Self.reading)
        let all = try await desk.service.features(
            CollectionQuery(
                collection: .initiatives,
                properties: try await desk.service.queryables(of: .initiatives).map(\.name).filter { $0 != "geometry" },
                geometry: .full, limit: 100))
        // The longest in writing have the most to lose.
        let longest = all.page.features.sorted { "\($0)".utf8.count > "\($1)".utf8.count }.prefix(6)
        let placed = all.page.features.filter { $0.geometry != nil }.prefix(3)
        #expect(longest.count == 6 && !placed.isEmpty)
        for feature in longest + placed {
            let before = try #require(try await desk.stored(feature.id))
            let text = try Self.geoJSON(feature)
            _ = try await desk.replace(feature.id, text, expecting: [desk.service.initiativeTag(feature.id) ?? ""])
            let after = try #require(try await desk.stored(feature.id))
            #expect(after.initiative == before.initiative && after.sourceID == "service/alice")
        }
    }

    @Test func `a change of areas by code or by name is the one that is meant`() async throws {
        let desk = try await WritingDesk()
        let id = try await desk.create(Self.reading).id
        func areas(_ codes: String, _ names: String) async throws -> [String] {
            let properties = #""name":"Reading","area_codes":\#(codes),"area_names":\#(names)"#
            _ = try await desk.replace(id, WritingDesk.feature(properties))
            return try await desk.stored(id)?.initiative.areas.map(\.rawValue) ?? []
        }
        #expect(try await areas(#"["E09000025"]"#, #"["Kent"]"#) == ["E09000025"])
        #expect(try await areas(#"["E09000025"]"#, #"["Kent","Hart"]"#) == ["E07000089", "E10000016"])
        #expect(try await areas(#""E09000025; E10000016""#, "null") == ["E09000025", "E10000016"])
        #expect(try await areas("null", #""Newham""#) == ["E09000025"])
        #expect(try await areas(#"["E10000016"]"#, #"["Kent"]"#) == ["E10000016"])
        let error = await WritingDesk.failure { try await areas(#"["E09000025"]"#, #"["Hart"]"#) }
        #expect(error?.code == .inputRefused && error?.message.contains("properties.area_names: ") == true)
        #expect(try await areas("[]", "[]") == [])
        // The name may change, the identifier stays.
        #expect(try await desk.stored(id)?.initiative.name == "Reading")
    }

    @Test func `an old name is read as its successor, and the answer says so`() async throws {
        let desk = try await WritingDesk()
        let made = try await desk.create(WritingDesk.feature(#""name":"Old","area_names":["Taunton Deane"]"#))
        #expect(try await desk.stored(made.id)?.initiative.areas == [AreaCode("E06000066")])
        #expect(made.notes.count == 1 && made.notes[0].contains("Somerset"))
    }

    @Test func `names that are taken, and identifiers that are not there, are told apart`() async throws {
        let desk = try await WritingDesk()
        let made = try await desk.create(Self.reading)
        #expect(await WritingDesk.failure { try await desk.create(Self.reading) }?.code == .alreadyExists)
        #expect(await WritingDesk.failure { try await desk.replace("none", Self.reading) }?.code == .featureNotFound)
        #expect(await WritingDesk.failure { try await desk.delete("none") }?.code == .featureNotFound)
        let other = Self.reading.replacing(#"{"type""#, with: #"{"id":"another","type""#)
        let error = await WritingDesk.failure { try await desk.replace(made.id, other) }
        #expect(error?.code == .inputRefused && error?.message.contains("id: is \"another\"") == true)
    }

    @Test func `only who knows the present state may change it`() async throws {
        let desk = try await WritingDesk()
        let first = try await desk.create(Self.reading)
        let changed = Self.reading.replacing("Words", with: "Other words")
        let second = try await desk.replace(first.id, changed, expecting: [try #require(first.tag)])
        #expect(second.tag != first.tag)
        for tags in [[first.tag ?? ""], [], ["*"]] {
            let error = await WritingDesk.failure { try await desk.replace(first.id, Self.reading, expecting: tags) }
            #expect(error?.code == .changedMeanwhile)
            #expect(
                await WritingDesk.failure { try await desk.delete(first.id, expecting: tags) }?.code
                    == .changedMeanwhile)
        }
        _ = try await desk.delete(first.id, expecting: ["x", try #require(second.tag)])
        #expect(try await desk.stored(first.id) == nil)
    }

    @Test func `what was changed or deleted over the service survives a load`() async throws {
        let desk = try await WritingDesk()
        let identifiers = try await desk.service.store.read { try $0.initiatives().map(\.id) }
        let (gone, changed) = (identifiers[0], identifiers[1])
        _ = try await desk.delete(gone)
        _ = try await desk.replace(changed, WritingDesk.feature(#""name":"Mine""#))
        let tags = [
            try await desk.service.initiativeTag(changed), try await desk.service.initiativeTag(identifiers[2]),
        ]
        _ = try await HealthLiteracyService.load(
            geodata: FixtureStore.geodata, intoStoreAt: desk.path, at: "2027-01-01T00:00:00Z")
        // Tags stay while other things change.
        #expect(
            try await [desk.service.initiativeTag(changed), desk.service.initiativeTag(identifiers[2])] == tags)
        #expect(try await desk.stored(gone) == nil)
        #expect(try await desk.stored(changed)?.initiative.name == "Mine")
        #expect(try await desk.service.store.read { try $0.initiatives().count } == identifiers.count - 1)
    }

    /// A feature as the service hands it out.
    private static func geoJSON(_ feature: Feature) throws -> String {
        var members: [String: Any] = [:]
        for property in feature.properties { members[property.name] = json(property.value) }
        var geometry: Any = NSNull()
        if case .point(let point)? = feature.geometry {
            geometry = ["type": "Point", "coordinates": [point.longitude, point.latitude]]
        }
        let object: [String: Any] = [
            "type": "Feature", "id": feature.id, "geometry": geometry, "properties": members, "timeStamp": "now",
            "links": [["rel": "self"]],
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    private static func json(_ value: PropertyValue) -> Any {
        switch value {
        case .null: NSNull()
        case .boolean(let isTrue): isTrue
        case .integer(let number): number
        case .number(let number): number
        case .text(let text): text
        case .array(let elements): elements.map(json)
        case .object(let members): members.reduce(into: [String: Any]()) { $0[$1.name] = json($1.value) }
        }
    }
}
