import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct MarginIntakeTests {
    /// Hartlepool's margins, worked by hand from its covariates.
    static let hartlepool: [(String, String, Double)] = [
        ("male", "yes", 0.483946),
        ("age_45_plus", "yes", (20003 + 15945.0 / 3) / 56449),
        ("minority_ethnic", "yes", 0.035413),
        ("english_first_language", "yes", 0.97902),
        ("level_2_plus", "yes", 0.648984),
        ("working", "yes", 0.505443),
        ("owns_home", "yes", 0.582325),
        ("job_status", "lower", 0.838 * 40796 / 72025),
        ("job_status", "intermediate", 0.838 * 20916 / 72025),
        ("job_status", "higher", 0.838 * 10313 / 72025),
        ("job_status", "other", 0.162),
        ("gross_income", "below_10000", 0.44),
        ("gross_income", "other", 0),
        ("imd_band", "1", 0),
        ("imd_band", "2", 22198.0 / 92341),
        ("imd_band", "5", 31332.0 / 92341),
    ]

    @Test(arguments: hartlepool) func `covariates become margins`(factor: String, level: String, share: Double) throws {
        let row = try #require(try GeoDataFiles.districts().first { $0.area == AreaCode("E06000001") })
        let margins = try CensusReading().margins(of: row)
        #expect(margins.population == 56449)
        #expect(try abs(margins.proportion(ofLevel: level, factor: factor) - share) < 1e-9)
    }

    @Test func `quintiles can stand for score bands`() throws {
        let row = try #require(try GeoDataFiles.districts().first { $0.area == AreaCode("E06000001") })
        let margins = try CensusReading(deprivation: .quintiles).margins(of: row)
        #expect(try abs(margins.proportion(ofLevel: "1", factor: "imd_band") - 0.536889) < 1e-6)
        #expect(try abs(margins.proportion(ofLevel: "5", factor: "imd_band") - 0.108613) < 1e-6)
    }

    @Test(arguments: CensusReading.Deprivation.allCases)
    func `every district has margins`(deprivation: CensusReading.Deprivation) throws {
        let intake = MarginIntake(
            census: try GeoDataFiles.districts(), file: "covariates.csv",
            reading: CensusReading(deprivation: deprivation))
        #expect(intake.areas.count == 296)
        #expect(intake.diagnostics == [])
    }

    @Test func `bad rows are left out with a diagnostic for each problem`() throws {
        var rows = Array(try GeoDataFiles.districts().prefix(4))
        rows[0].columns["pct_male"] = 104
        rows[0].columns["pct_hh_owned"] = .nan
        rows[1].columns["pop_16_64"] = nil
        rows[2].columns["pop_16_64"] = 0
        let intake = MarginIntake(census: rows, file: "c.csv")
        #expect(intake.areas.map(\.area) == [rows[3].area])
        let found = intake.diagnostics.map { "\($0.row ?? 0) \($0.code) \($0.column ?? "")" }
        #expect(
            Set(found) == [
                "2 margin-negative male", "2 margin-not-finite owns_home", "3 column-missing pop_16_64",
                "4 population-empty ", "4 margin-not-finite age_45_plus",
            ])
        #expect(intake.diagnostics.allSatisfy { $0.severity == .error && $0.file == "c.csv" })
        #expect(intake.diagnostics[0].message.contains("E06000001"))
    }

    @Test func `a quintile that is left out shows in the sum`() throws {
        var row = try #require(try GeoDataFiles.districts().first)
        row.columns["pct_pop16_64_imd2019_q2"] = 0
        let error = geodataError { _ = try CensusReading(deprivation: .quintiles).margins(of: row) }
        #expect(error?.message.contains("imd_band in E06000001 add up to 0.86") == true)
    }

    @Test func `an area that comes twice is taken once`() throws {
        let rows = try GeoDataFiles.districts()
        let intake = MarginIntake(census: [rows[0], rows[1], rows[0]], file: "c.csv")
        #expect(intake.areas.map(\.area) == [rows[0].area, rows[1].area])
        #expect(intake.diagnostics.map(\.code) == ["area-repeated"])
    }

    @Test func `proportions come by factor and level`() throws {
        let frame = AreaMarginsTests.frame
        let good = ["population": 50, "male.yes": 0.4, "job.lower": 0.44, "job.higher": 0.56, "other": 9]
        var unsure = good
        unsure["job.lower"] = nil
        var crowded = good
        crowded["male.yes"] = 1.5
        let rows = [good, unsure, crowded].enumerated().map {
            MarginIntake.Row(area: AreaCode("X\($0.offset)"), line: $0.offset + 2, columns: $0.element)
        }
        let intake = MarginIntake(proportions: rows, file: "own.csv", frame: frame)
        #expect(intake.areas.map(\.area) == [AreaCode("X0")])
        #expect(try intake.areas[0].proportion(ofLevel: "middle", factor: "job") == 0)
        #expect(try intake.areas[0].proportion(ofLevel: "no", factor: "male") == 0.6)
        #expect(
            intake.diagnostics.map { "\($0.row ?? 0) \($0.code) \($0.column ?? "")" } == [
                "3 margin-not-finite job", "3 margin-not-finite job", "4 margin-negative male",
            ])
    }
}
