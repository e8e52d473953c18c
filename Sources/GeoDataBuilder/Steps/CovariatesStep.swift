import GeographyModel

/// The characteristics of districts that estimates rest on.
struct CovariatesStep {
    let resource: Resource

    /// The columns that are carried over from the census and deprivation table.
    private static let carried: [Resource.Field] = [
        .init("pop_2021", "Residents, all ages, Census 2021", type: "integer", unit: "people"),
        .init("pop_16_64", "Residents aged 16 to 64, Census 2021", type: "integer", unit: "people"),
        .init("pop_16_19", "Residents aged 16 to 19, Census 2021", type: "integer", unit: "people"),
        .init("pop_20_24", "Residents aged 20 to 24, Census 2021", type: "integer", unit: "people"),
        .init("pop_25_34", "Residents aged 25 to 34, Census 2021", type: "integer", unit: "people"),
        .init("pop_35_49", "Residents aged 35 to 49, Census 2021", type: "integer", unit: "people"),
        .init("pop_50_64", "Residents aged 50 to 64, Census 2021", type: "integer", unit: "people"),
        .init("pct_male", "Male residents, all ages", type: "number", unit: "percent"),
        .init("pct_eth_white", "Residents of white ethnic groups, all ages", type: "number", unit: "percent"),
        .init("pct_uk_born", "Residents born in the United Kingdom, all ages", type: "number", unit: "percent"),
        .init(
            "pct_main_language_english_3plus", "Residents aged 3 and over whose main language is English",
            type: "number",
            unit: "percent"),
        .init(
            "pct_econ_employed_16plus", "Residents aged 16 and over who are employed", type: "number", unit: "percent"),
        .init("pct_hh_owned", "Households that own their home", type: "number", unit: "percent"),
        .init(
            "pct_qual_none_16plus", "Residents aged 16 and over without qualifications", type: "number", unit: "percent"
        ),
        .init(
            "pct_qual_level1_16plus", "Residents aged 16 and over, highest qualification level 1", type: "number",
            unit: "percent"),
        .init(
            "pct_qual_level2_16plus", "Residents aged 16 and over, highest qualification level 2", type: "number",
            unit: "percent"),
        .init(
            "pct_qual_apprenticeship_16plus", "Residents aged 16 and over, highest qualification apprenticeship",
            type: "number", unit: "percent"),
        .init(
            "pct_qual_level3_16plus", "Residents aged 16 and over, highest qualification level 3", type: "number",
            unit: "percent"),
        .init(
            "pct_qual_level4plus_16plus", "Residents aged 16 and over, highest qualification level 4 or above",
            type: "number", unit: "percent"),
        .init("imd2019_avg_score", "Index of Multiple Deprivation 2019, average score", type: "number", unit: "score"),
        .init("imd2025_avg_score", "Index of Multiple Deprivation 2025, average score", type: "number", unit: "score"),
        .init(
            "pct_pop16_64_imd2019_q1", "Residents aged 16 to 64 in the most deprived fifth of LSOAs, IMD 2019",
            type: "number", unit: "percent"),
        .init(
            "pct_pop16_64_imd2019_q2", "Residents aged 16 to 64 in the second fifth of LSOAs, IMD 2019", type: "number",
            unit: "percent"),
        .init(
            "pct_pop16_64_imd2019_q3", "Residents aged 16 to 64 in the third fifth of LSOAs, IMD 2019", type: "number",
            unit: "percent"),
        .init(
            "pct_pop16_64_imd2019_q4", "Residents aged 16 to 64 in the fourth fifth of LSOAs, IMD 2019", type: "number",
            unit: "percent"),
        .init(
            "pct_pop16_64_imd2019_q5", "Residents aged 16 to 64 in the least deprived fifth of LSOAs, IMD 2019",
            type: "number", unit: "percent"),
    ]

    private static let grades = ["AB", "C1", "C2", "DE"]

    private static let computed: [Resource.Field] =
        grades.map {
            .init(
                "social_grade_\($0.lowercased())",
                "Household reference persons aged 16 to 64 of approximated social grade \($0)", type: "integer",
                unit: "people")
        }
        + zip(1...5, ["80 and above", "60 to 80", "40 to 60", "20 to 40", "below 20"]).map {
            .init(
                "residents_imd2025_band_\($0)", "Residents of LSOAs whose IMD 2025 score is \($1)", type: "integer",
                unit: "people")
        }

    init(_ source: SourceFolder, places: PlacesStep) throws {
        let grades = try Self.socialGrades(source)
        let bands = try Self.deprivationBands(source)
        var rows: [[String]] = []
        var residents = 0.0
        var workingAge = 0.0
        for row in try source.table("covariates/lad24_covariates.csv") {
            let code = AreaCode(try row.required("lad24_code"))
            guard let grade = grades[code], let band = bands[code] else {
                throw BuildProblem("\(code) lacks grades or bands")
            }
            residents += try row.number("pop_2021")
            workingAge += try row.number("pop_16_64")
            rows.append(
                try [code.rawValue] + Self.carried.map { try row.required($0.name) } + (grade + band).map(String.init))
        }
        guard rows.count == places.districts.count, residents == 56_490_041, workingAge == 35_605_687 else {
            throw BuildProblem("\(rows.count) districts with \(residents) residents, \(workingAge) of working age")
        }
        resource = Resource(
            csv: "covariates", title: "Characteristics of districts", vintage: "Census 2021, IMD 2019 and 2025",
            origins: [
                .init(title: "ONS Census 2021 (Nomis)", path: "https://www.nomisweb.co.uk"),
                .init(
                    title: "MHCLG, English Indices of Deprivation 2019 and 2025",
                    path: "https://www.gov.uk/government/collections/english-indices-of-deprivation"),
            ],
            fields: [.init("area_code", "GSS code of the district")] + Self.carried + Self.computed, rows: rows)
    }

    /// Counts of 2022 codes add up exactly to districts of 2024.
    private static func socialGrades(_ source: SourceFolder) throws -> [AreaCode: [Int]] {
        var successor: [AreaCode: AreaCode] = [:]
        for row in try source.table("lookups/lookup_ltla22_ltla23.csv") {
            successor[AreaCode(try row.required("ltla22_code"))] = AreaCode(try row.required("ltla23_code"))
        }
        var sums: [AreaCode: [Int]] = [:]
        for row in try source.table("covariates/social_grade_lad22.csv") {
            let code = AreaCode(try row.required("lad22_code"))
            let counts = try grades.map { Int(try row.number($0)) }
            sums[successor[code] ?? code, default: [0, 0, 0, 0]] = zip(
                sums[successor[code] ?? code] ?? [0, 0, 0, 0], counts
            ).map(+)
        }
        return sums
    }

    /// Residents by band of the LSOA's score, band 1 the most deprived.
    private static func deprivationBands(_ source: SourceFolder) throws -> [AreaCode: [Int]] {
        var sums: [AreaCode: [Int]] = [:]
        for row in try source.table("scale/lsoa21_covariates.csv.gz") {
            let band = max(0, 4 - Int(try row.number("imd2025_score") / 20))
            sums[AreaCode(try row.required("LAD24CD")), default: [0, 0, 0, 0, 0]][band] += Int(
                try row.number("residents_2021"))
        }
        return sums
    }
}
