import Foundation
import GeographyModel
import HealthLiteracy
import QueryEngine
import SpatialStore
import Testing
import TestSupport

@Suite struct EstimatesImportTests {
    private func take(
        _ text: String,
        _ query: EstimatesImportQuery = EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine"),
        isStrict: Bool = false, isDryRun: Bool = false
    ) async throws -> (report: ImportReport, service: HealthLiteracyService) {
        let (service, _) = try await FixtureStore.writable()
        let file = try FixtureStore.file("figures.csv", text)
        let report = try await service.importEstimates(
            from: file, query: query, options: ImportOptions(isDryRun: isDryRun, isStrict: isStrict),
            at: FixtureStore.instant)
        return (report, service)
    }

    private func value(of name: String, _ service: HealthLiteracyService, indicator: String = "low-health-literacy")
        async throws -> Double?
    {
        try await service.profile(name).figures.first { $0.edition.id == "mine" && $0.indicator.id == indicator }?
            .estimate.value
    }

    @Test(arguments: [
        "area_code,value\nE09000025,56.4\n", "\u{FEFF}area_code,value\r\nE09000025,56.4\r\n",
        "Area Code,Area Name,Value\nE09000025,Newham,56.4\n", "areacd,areanm,observation\nE09000025,Newham,56.4\n",
        "LAD24CD,LAD24NM,percent\nE09000025,Newham,56.4%\n", "council;percent\nnewham;56.4\n",
        "ltla21_code,%\nE09000025,56.4",
    ])
    func `the columns of many publishers are understood`(text: String) async throws {
        let (report, service) = try await take(text)
        #expect(report.taken == 1)
        #expect(try await value(of: "Newham", service) == 56.4)
    }

    @Test func `two indicators come in one command`() async throws {
        let text =
            "LAD code,Name,Low health literacy (%),Low health literacy and numeracy (%)\nE09000025,Newham,56.42,71\n"
        let (report, service) = try await take(text, EstimatesImportQuery(edition: "mine"))
        #expect(report.taken == 2)
        #expect(try await value(of: "Newham", service) == 56.42)
        #expect(try await value(of: "Newham", service, indicator: "low-health-literacy-numeracy") == 71)
    }

    @Test(arguments: [
        ("\"12,5\"", "decimal-comma"), ("NaN", "not-a-number"), ("101", "value-out-of-range"),
        ("-1", "value-out-of-range"),
        ("", "missing-value"), ("12abc", "not-a-number"), ("1e400", "number-out-of-range"),
    ])
    func `a bad value is a diagnostic with its place and a remedy`(field: String, code: String) async throws {
        let (report, _) = try await take("area_code,value\nE09000025,50\nE09000005,\(field)\n")
        let diagnostic = try #require(report.diagnostics.first { $0.severity == .error })
        #expect(report.diagnostics.count { $0.severity == .error } == 1)
        #expect(diagnostic.code == code)
        #expect(diagnostic.row == 3)
        #expect(diagnostic.column == "value")
        #expect(diagnostic.remedy != nil)
        #expect(report.taken == 1)
    }

    @Test func `a suppressed figure is recorded as such`() async throws {
        let (report, service) = try await take("area_code,value\nE09000025,*\n")
        #expect(report.diagnostics.map(\.code) == ["suppressed"])
        let figure = try #require(try await service.profile("Newham").figures.first { $0.edition.id == "mine" })
        #expect(figure.estimate.status == .suppressed && figure.estimate.value == nil)
    }

    @Test(arguments: [(true, false), (false, true)])
    func `strict and dry run leave the store as it was`(isStrict: Bool, isDryRun: Bool) async throws {
        let (report, service) = try await take(
            "area_code,value\nE09000025,50\nE09000005,NaN\n", isStrict: isStrict, isDryRun: isDryRun)
        #expect(!report.isCommitted)
        #expect(report.isRefused == isStrict)
        let information = try await service.information()
        #expect(information.revision == 1)
        #expect(!information.editions.contains { $0.edition.id == "mine" })
    }

    /// Residents aged 16 to 64, Census 2021 by district of 2022: Allerdale 56,700; Carlisle 67,466; Copeland 40,475.
    @Test func `merged districts are combined by their people`() async throws {
        let (report, service) = try await take("name,value\nAllerdale,30\nCarlisle,40\nCopeland,50\n")
        #expect(report.taken == 1)
        let expected: Double = 6_423_390.0 / 164_641.0  // (30 × 56,700 + 40 × 67,466 + 50 × 40,475) ÷ their sum
        let combined = try #require(try await value(of: "Cumberland", service))
        #expect(abs(combined - expected) < 1e-9)
    }

    @Test func `a part of a merged district is not the district`() async throws {
        let (report, service) = try await take("name,value\nTaunton Deane,41.2\nNewham,50\n")
        #expect(report.diagnostics.contains { $0.code == "part-of-merged-area" && $0.row == 2 })
        #expect(try await value(of: "Somerset", service) == nil)
        #expect(try await value(of: "Newham", service) == 50)
    }

    @Test func `a code that was only changed is followed`() async throws {
        let (report, service) = try await take("area_code,value\nE06000048,33\nE08000038,44\n")
        #expect(report.taken == 2)
        #expect(report.diagnostics.count { $0.code == "resolved" } == 2)
        #expect(try await value(of: "Northumberland", service) == 33)
        #expect(try await value(of: "Barnsley", service) == 44)
    }

    @Test func `a code that is not held is not replaced by the name beside it`() async throws {
        let (report, _) = try await take(
            "area_code,area_name,value\nE47000002,South Yorkshire,40\nE09000025,Newham,50\n")
        #expect(report.taken == 1)
        #expect(report.diagnostics.map(\.code) == ["unknown-area"])
    }

    @Test func `the same area twice is taken once`() async throws {
        let (report, service) = try await take("area_code,value\nE09000025,50\nE09000025,60\n")
        #expect(report.diagnostics.map(\.code) == ["duplicate-area"])
        #expect(try await value(of: "Newham", service) == 50)
    }

    @Test func `of several periods the latest is taken, and sexes and categories are set aside`() async throws {
        let text = """
            Area Code,Sex,Category,Time period,Value
            E09000025,Persons,,2020,40
            E09000025,Persons,,2021,41
            E09000025,Male,,2021,42
            E09000025,Persons,Most deprived,2021,43

            """
        let (report, service) = try await take(text)
        #expect(report.taken == 1)
        #expect(try await value(of: "Newham", service) == 41)
    }

    @Test func `what is handed out in the Fingertips layout can be taken back`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let file = try FixtureStore.file("fingertips.csv", "")
        _ = try await service.export(
            ExportQuery(collection: .areas(.region), format: .fingertips, indicator: "library-within-30-minutes")
        ) { bytes in
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(bytes))
            try handle.close()
        }
        let report = try await service.importEstimates(
            from: file, query: EstimatesImportQuery(edition: "mine"), options: ImportOptions(), at: FixtureStore.instant
        )
        #expect(report.taken == 9)
        #expect(report.diagnostics.isEmpty)
        // ONS, May 2024: 79 % in the North East.
        let figures = try await service.profile("North East").figures
        #expect(figures.first { $0.edition.id == "mine" }?.estimate.value == 79)
    }

    @Test func `an interval that does not hold its value is refused`() async throws {
        let (report, _) = try await take("area_code,value,lower_ci,upper_ci\nE09000025,50,51,52\nE09000005,50,45,55\n")
        #expect(report.diagnostics.map(\.code) == ["interval-not-around-value"])
    }

    @Test func `a name that contradicts its code is reported, and refused when strict`() async throws {
        let text = "area_code,area_name,value\nE09000032,Newham,50\nE09000005,brent,40\nE07000026,Allerdale,30\n"
        let (report, service) = try await take(text)
        #expect(report.diagnostics.filter { $0.severity == .warning }.map(\.code) == ["name-contradicts-code"])
        #expect(report.diagnostics.first { $0.code == "name-contradicts-code" }?.row == 2)
        #expect(try await value(of: "Wandsworth", service) == 50)
        let (strict, _) = try await take(text, isStrict: true)
        #expect(strict.isRefused)
    }

    @Test(arguments: ["geodata-tool-2", "modelled-2021", "nowhere/at all", "", "two words"])
    func `figures cannot be mixed into an embedded edition or one of no usable name`(edition: String) async throws {
        let error = await #expect(throws: GeodataError.self) {
            _ = try await take(
                "area_code,value\nE09000025,50\n",
                EstimatesImportQuery(indicator: "low-health-literacy", edition: edition))
        }
        #expect(error?.code == .invalidRequest && error?.remedy != nil)
    }

    @Test func `a second import says what it replaces, and its rows lead to its own file`() async throws {
        let (service, _) = try await FixtureStore.writable()
        let query = EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine")
        func take(_ text: String) async throws -> ImportReport {
            try await service.importEstimates(
                from: try FixtureStore.file("figures.csv", text), query: query, options: ImportOptions(),
                at: FixtureStore.instant)
        }
        _ = try await take("area_code,value\nE09000025,50\nE09000005,40\n")
        let again = try await take("area_code,value\nE09000025,51\nE09000033,30\n")
        #expect(again.remarks.contains { $0.contains("1 of its figures replaced, 1 added, 1 kept") })
        let sources = try await service.information().sources.map(\.id).filter { $0.hasPrefix("file/") }
        #expect(sources.count == 2)
        let brent = try #require(try await service.profile("Brent").figures.first { $0.edition.id == "mine" })
        let newham = try #require(try await service.profile("Newham").figures.first { $0.edition.id == "mine" })
        #expect(brent.source.id == "file/figures.csv" && newham.source.id.hasPrefix("file/figures.csv@"))
    }

    @Test func `an imported edition can be taken out, an embedded one cannot`() async throws {
        let (_, service) = try await take("area_code,value\nE09000025,50\n")
        let removal = try await service.remove(edition: "mine", indicator: nil, at: FixtureStore.instant)
        #expect(removal.figures == 1 && removal.editions == 1)
        #expect(try await value(of: "Newham", service) == nil)
        #expect(try await service.information().sources.allSatisfy { !$0.id.hasPrefix("file/") })
        await #expect(throws: GeodataError.self) {
            _ = try await service.remove(edition: "geodata-tool-2", indicator: nil, at: FixtureStore.instant)
        }
    }

    @Test func `the modelled edition stays the default beside a full import, and the answer says so`() async throws {
        let districts = try await FixtureStore.service().store.read { try $0.areas(of: .district) }
        let rows = districts.map { "\($0.code),40" }.joined(separator: "\n")
        let (report, service) = try await take(
            "area_code,value\n\(rows)\n", EstimatesImportQuery(indicator: "low-health-literacy", edition: "a-tool"))
        #expect(report.taken == 296)
        let ranking = try await service.rank(RankingQuery(selection: .top(3)))
        #expect(ranking.edition.id == "modelled-2021")
        #expect(ranking.notes.contains { $0.code == .otherEditions && $0.text.contains("a-tool") })
        let named = try await service.rank(RankingQuery(edition: "a-tool", selection: .top(3)))
        #expect(!named.notes.contains { $0.code == .otherEditions })
    }

    @Test func `titles above the column names are set aside`() async throws {
        let (report, service) = try await take(
            "Table 1: Low health literacy\nSource: a tool\n\nLocal Authority Code,Local Authority,Percent\nE09000025,Newham,50\n"
        )
        #expect(report.taken == 1)
        #expect(report.diagnostics.map(\.code) == ["title-lines"])
        #expect(try await value(of: "Newham", service) == 50)
    }

    @Test func `columns can be named, and a message lists what there is`() async throws {
        let text = "Where,Which,Share\nNewham,E09000025,50\n"
        let error = await #expect(throws: GeodataError.self) { _ = try await take(text) }
        #expect(error?.remedy?.contains("Where, Which, Share") == true)
        let (report, _) = try await take(
            text,
            EstimatesImportQuery(
                edition: "mine", codeColumn: "which", nameColumn: "Where",
                valueColumns: [("Share", "low-health-literacy")]))
        #expect(report.taken == 1)
    }

    @Test func `rows are counted once, however much is wrong with them`() async throws {
        let (report, _) = try await take(
            "area_code,Indicator ID,value\nE09000025,x1,50\nE09000005,x1,40\nE09000033,low-health-literacy,30\n",
            EstimatesImportQuery(edition: "mine"))
        #expect(report.leftOut == 2)
        #expect(report.repaired == 0)
    }

    @Test func `one part of a merged district can stand for it only when asked`() async throws {
        let (report, service) = try await take(
            "name,value\nTaunton Deane,41.2\n",
            EstimatesImportQuery(indicator: "low-health-literacy", edition: "mine", acceptsParts: true))
        #expect(report.taken == 1)
        let somerset = try #require(try await service.profile("Somerset").figures.first { $0.edition.id == "mine" })
        #expect(somerset.estimate.value == 41.2 && somerset.estimate.remark?.contains("Taunton Deane") == true)
    }

    @Test func `each part of a merger is told of once`() async throws {
        let (report, _) = try await take("name,value\nAllerdale,30\nCarlisle,40\nCopeland,50\n")
        #expect(report.diagnostics.map(\.code) == ["merged", "merged", "merged"])
    }
}
