import GeographyModel
import HealthLiteracy
import Testing
import TestSupport

@Suite struct InitiativeTests {
    @Test func `a county's pilot reaches its districts`() async throws {
        let profile = try await FixtureStore.service().profile("Preston")
        let pilot = try #require(profile.initiatives.first { $0.initiative.name.contains("Across Lancashire") })
        #expect(pilot.reach == .whole)
        #expect(pilot.via == "Lancashire")
    }

    @Test func `a prison serves nobody around it, and a town is only a part`() async throws {
        let buckinghamshire = try await FixtureStore.service().profile("Buckinghamshire").initiatives
        #expect(buckinghamshire.first { $0.initiative.name == "Young offenders" }?.reach == .site)
        let suffolk = try await FixtureStore.service().profile("West Suffolk").initiatives
        #expect(suffolk.first { $0.initiative.name == "Health Click Haverhill" }?.reach == .part)
    }

    @Test func `a region's programme reaches all of its districts`() async throws {
        let profile = try await FixtureStore.service().profile("Leicester")
        #expect(profile.initiatives.contains { $0.via == "East Midlands" && $0.reach == .whole })
    }

    /// The pilot ran from spring 2022 to early 2023, which is at the widest March 2022 to June 2023.
    @Test(arguments: [
        ("2022-02-28", Initiative.Activity.planned), ("2022-03-01", .active), ("2023-06-30", .active),
        ("2023-07-01", .ended),
    ])
    func `partial dates are read as the widest interval`(day: String, activity: Initiative.Activity) async throws {
        let query = InitiativeQuery(words: "Be Your Health", day: CalendarDay(day))
        let list = try await FixtureStore.service().initiatives(query)
        #expect(list.entries.map(\.activity) == [activity])
    }

    @Test func `an initiative without any date is neither active nor ended`() async throws {
        let list = try await FixtureStore.service().initiatives(InitiativeQuery(words: "Skilled for Health - Harlow"))
        #expect(list.entries.map(\.activity) == [.undated])
    }

    @Test func `gaps leave out what an active initiative covers, and keep what only a part has`() async throws {
        let gaps = try await FixtureStore.service().gaps(GapsQuery())
        let names = gaps.areas.map(\.ranked.area.name)
        // Newham's own project runs from 2024 to 2026.
        #expect(!names.contains("Newham"))
        #expect(names.contains("Leicester"))
        #expect(gaps.notes.contains { $0.code == .nationwideInitiatives })
        let blackburn = gaps.areas.first { $0.ranked.area.name == "Blackburn with Darwen" }
        #expect(blackburn?.partial == ["Digital health hub - Blackburn"])
    }

    @Test func `nationwide initiatives close every gap once they are counted`() async throws {
        let gaps = try await FixtureStore.service().gaps(GapsQuery(countsNationwide: true))
        #expect(gaps.areas.isEmpty)
    }

    /// PHE's rule on 296 districts without ties: the worst fifth are ranks 1 to 59.
    @Test func `the worst fifth is a fifth`() async throws {
        let gaps = try await FixtureStore.service().gaps(GapsQuery())
        #expect((59...60).contains(gaps.worstCount))
        #expect(gaps.areas.allSatisfy { $0.ranked.rank <= gaps.worstCount })
    }
}
