import GeographyModel
import HealthLiteracy
import SpatialStore
import TestSupport
import Testing

@Suite struct LookupsImportTests {
    private func take(_ text: String) async throws -> (ImportReport, SpatialStore) {
        let (service, _) = try await FixtureStore.writable()
        let report = try await service.importLookups(
            from: try FixtureStore.file("lookup.csv", text), options: ImportOptions(), at: FixtureStore.instant)
        return (report, service.store)
    }

    /// As ONS's Code History Database writes them: abolished, Welsh and present codes in one column.
    @Test func `codes beside active codes are read as what became of them`() async throws {
        let (report, store) = try await take(
            """
            LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,RGNCD,LAD20CD
            E09000025,Newham,E09000025,Newham,E12000007,E09000025
            E07000026,Allerdale,E06000063,Cumberland,E12000002,E06000063
            E07999999,Old Town,E06000063,Cumberland,E12000002,E06000063
            W06000001,Isle of Anglesey,W06000001,Isle of Anglesey,,W06000001
            W06000099,Old Wales,W06000002,Gwynedd,,W06000002

            """)
        #expect(report.taken == 2)
        #expect(report.diagnostics.map(\.code) == ["other-country"])
        #expect(try await store.read { try $0.areaCount(of: .district) } == 296)
        let old = try await store.read { try $0.successions(ofCode: AreaCode("E07999999")) }
        #expect(old.map(\.successor.name) == ["Cumberland"])
        #expect(old.map(\.succession.kind) == [.merged])
        // What was recorded keeps its years and people: Census 2021, residents aged 16 to 64.
        let allerdale = try await store.read { try $0.successions(ofCode: AreaCode("E07000026")) }
        #expect(allerdale.map(\.population) == [56_700])
    }

    @Test func `a history of several years tells first and last years`() async throws {
        let (report, store) = try await take(
            """
            ltla19_code,ltla19_name,ltla20_code,ltla20_name,ltla21_code,ltla21_name,ltla24_code,ltla24_name
            E07999901,North,E07999902,Northern,E07999902,Northern,E06000063,Cumberland
            E09000025,Newham,E09000025,Newham,E09000025,Newham,E09000025,Newham

            """)
        #expect(report.taken == 2)
        let (first, second) = try await store.read {
            (try $0.successions(ofCode: AreaCode("E07999901")), try $0.successions(ofCode: AreaCode("E07999902")))
        }
        #expect(first.map(\.succession.firstYear) == [nil] && first.map(\.succession.lastYear) == [2019])
        #expect(second.map(\.succession.firstYear) == [2020] && second.map(\.succession.lastYear) == [2021])
        #expect(second.map(\.succession.oldName) == ["Northern"])
    }

    @Test func `a code newer than the store stands for the place that is held`() async throws {
        let (report, store) = try await take("lad24_code,lad26_code,lad26_name\nE09000025,E09999999,Newham\n")
        #expect(report.taken == 1)
        let later = try await store.read { try $0.successions(ofCode: AreaCode("E09999999")) }
        #expect(later.map(\.succession.kind) == [.laterCode])
        #expect(later.map(\.successor.name) == ["Newham"])
    }

    @Test func `a lookup of another year does not bring districts back`() async throws {
        let (report, store) = try await take(
            """
            WD22CD,WD22NM,LAD22CD,LAD22NM
            E05999901,First Ward,E07000026,Allerdale
            E05999902,Second Ward,E09000025,Newham
            W05000001,Welsh Ward,W06000001,Isle of Anglesey

            """)
        #expect(try await store.read { try $0.areaCount(of: .district) } == 296)
        #expect(try await store.read { try $0.areaCount(of: .ward) } == 2)
        #expect(report.diagnostics.map(\.code) == ["resolved", "other-country"])
        let parents = try await store.read { try $0.memberships(ofArea: AreaCode("E05999901")).map(\.parent.name) }
        #expect(parents == ["Cumberland"])
    }

    @Test func `two areas of the store do not stand for each other`() async throws {
        let (report, _) = try await take("old_code,new_code\nE09000025,E09000026\n")
        #expect(report.isRefused && report.diagnostics.map(\.code) == ["code-in-use"])
    }

    @Test func `a lookup in which nothing changed says so`() async throws {
        let (report, _) = try await take("lad23_code,lad24_code\nE09000025,E09000025\n")
        #expect(report.isRefused && report.diagnostics.map(\.code) == ["no-changes"])
    }

    /// The 13 districts that straddle two boards have shares of LSOAs, which a file of bare pairs does not know.
    @Test func `a lookup without shares leaves those that are recorded`() async throws {
        let straddling = try await FixtureStore.service().store.read {
            try $0.memberships(of: .district).filter { $0.parent.type == .icb && $0.share < 1 }
        }
        let rows = straddling.map { "\($0.child),\($0.parent.code)" }.joined(separator: "\n")
        let (report, store) = try await take("LAD24CD,ICB24CD\n\(rows)\n")
        #expect(report.remarks == ["\(straddling.count) of the links were recorded already and stay as they are."])
        let after = try await store.read {
            try $0.memberships(of: .district).filter { $0.parent.type == .icb && $0.share < 1 }
        }
        #expect(Set(after) == Set(straddling))
    }
}
