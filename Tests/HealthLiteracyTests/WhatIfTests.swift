import GeographyModel
import HealthLiteracy
import TestSupport
import Testing

@Suite struct WhatIfTests {
    @Test(arguments: [
        ("qualification.level2=+5pp", "level_2_plus", "yes", MarginChange.Amount.points(5)),
        ("Deprivation.Band1=-0.5pp", "imd_band", "1", .points(-0.5)),
        ("job.higher=60%", "job_status", "higher", .percent(60)),
    ])
    func `changes are read`(text: String, factor: String, level: String, amount: MarginChange.Amount) throws {
        #expect(try MarginChange(text) == MarginChange(factor: factor, level: level, amount: amount))
    }

    @Test(arguments: [
        "", "qualification.level2", "qualification.level2=5", "x.y=+5pp", "sex.male=nan%", "sex.male=+infpp",
        "sex.male=0x10%",
    ])
    func `what is no change is refused with a remedy`(text: String) {
        let error = #expect(throws: GeodataError.self) { _ = try MarginChange(text) }
        #expect(error?.code == .invalidRequest && error?.remedy != nil)
    }

    @Test func `more qualifications mean less low literacy, and the interval is that of the change alone`() async throws
    {
        let answer = try await FixtureStore.service().whatIf(
            WhatIfQuery(area: "Newham", changes: [try MarginChange("qualification.level2=+5pp")]))
        #expect(answer.change.upper < 0)
        #expect(abs(answer.after.value - answer.before.value - answer.change.value) < 1e-9)
        // Both sides share most of their error.
        #expect(answer.change.upper - answer.change.lower < (answer.before.upper - answer.before.lower) / 5)
        #expect(abs(answer.change.people - answer.change.value / 100 * answer.population) < 1e-6)
        #expect(answer.notes.contains { $0.code == .notAnEffect })
        let recorded = try await FixtureStore.service().profile("Newham").figures
            .first { $0.edition.id == "modelled-2021" }?.estimate
        #expect(abs(answer.before.value - (recorded?.value ?? 0)) < 1e-9)
        #expect(abs(answer.before.lower - (recorded?.lower ?? 0)) < 1e-4)
    }

    @Test func `a change there and back is none`() async throws {
        let changes = try ["work.working=+3pp", "work.working=-3pp"].map { try MarginChange($0) }
        let answer = try await FixtureStore.service().whatIf(WhatIfQuery(area: "London", changes: changes))
        #expect(abs(answer.change.value) < 1e-9)
    }

    @Test(
        arguments: [
            ("Newham", "work.working=+90pp", nil), ("Atlantis", "work.working=+1pp", nil),
            ("Newham", "work.working=+1pp", "geodata-tool-2"),
        ] as [(String, String, String?)])
    func `what cannot be computed is refused`(area: String, change: String, edition: String?) async throws {
        let error = await #expect(throws: GeodataError.self) {
            _ = try await FixtureStore.service().whatIf(
                WhatIfQuery(area: area, changes: [try MarginChange(change)], edition: edition))
        }
        #expect(error?.remedy != nil)
    }

    @Test func `changes of one factor are made together, in any order`() async throws {
        let service = try await FixtureStore.service()
        func after(_ texts: [String]) async throws -> Double {
            let changes = try texts.map { try MarginChange($0) }
            return try await service.whatIf(WhatIfQuery(area: "Newham", changes: changes)).after.value
        }
        let one = try await after(["job.lower=50%", "job.higher=40%"])
        #expect(abs(one - (try await after(["job.higher=40%", "job.lower=50%"]))) < 1e-9)
        let error = await #expect(throws: GeodataError.self) {
            _ = try await after(["job.lower=50%", "job.higher=60%"])
        }
        #expect(error?.code == .invalidRequest)
    }
}
