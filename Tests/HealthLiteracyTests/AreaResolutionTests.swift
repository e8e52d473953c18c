import GeographyModel
import HealthLiteracy
import Testing
import TestSupport

/// How codes and names lead to areas. Expected codes: ONS Code History Database and lookups 2016 to 2024.
@Suite struct AreaResolutionTests {
    @Test(arguments: [
        ("E09000025", "E09000025"), ("newham", "E09000025"), ("kensington & chelsea", "E09000020"),
        ("HULL", "E06000010"),
        ("city of bristol", "E06000023"), ("Bristol", "E06000023"), ("st helens", "E08000013"),
        ("ST. HELENS", "E08000013"),
        ("Herefordshire", "E06000019"), ("QF7", "E54000061"), ("South Yorkshire ICB", "E54000061"),
        ("London", "E12000007"), ("City of London", "E09000001"), ("Lancashire", "E10000017"), ("England", "E92000001"),
    ])
    func `present codes and names are found however they are written`(words: String, code: String) async throws {
        #expect(try await FixtureStore.service().profile(words).area.code == AreaCode(code))
    }

    @Test(arguments: [
        ("E06000048", "E06000057"), ("E07000026", "E06000063"), ("Allerdale", "E06000063"), ("Carlisle", "E06000063"),
        ("Copeland", "E06000063"), ("Eden", "E06000064"), ("South Lakeland", "E06000064"),
        ("Barrow-in-Furness", "E06000064"), ("taunton deane", "E06000066"), ("E07000190", "E06000066"),
        ("E08000038", "E08000016"), ("E08000039", "E08000019"), ("E08000020", "E08000037"),
    ])
    func `old and later codes and names lead to the area that is held, with a notice`(
        words: String, code: String
    ) async throws {
        let profile = try await FixtureStore.service().profile(words)
        #expect(profile.area.code == AreaCode(code))
        #expect(profile.notes.contains { $0.code == .resolved })
    }

    @Test(arguments: [("Newhem", "Newham"), ("Brimingham", "Birmingham"), ("newcastle", "Newcastle upon Tyne")])
    func `a slip is met with the nearest name`(words: String, near: String) async throws {
        let error = await #expect(throws: GeodataError.self) { try await FixtureStore.service().profile(words) }
        #expect(error?.code == .areaNotFound)
        #expect(error?.remedy?.contains(near) == true)
    }
}
