import GeographyModel

/// How census covariates become margins of ``PopulationFrame/skillsForLife``.
///
/// The census does not ask what the survey asked; each margin is the nearest that it has. Sex, ethnicity and
/// deprivation are of all ages, language of ages 3 and over, qualification and work of ages 16 and over, tenure of
/// households, and job status is the approximated social grade of household reference persons. Apprenticeships count
/// as Level 2, as the census classes them. A third of those aged 35 to 49 is taken as aged 45 to 49.
public struct CensusReading: Hashable, Sendable {
    /// Where the margin of the deprivation bands comes from.
    public enum Deprivation: String, CaseIterable, Sendable {
        /// Residents by band of the IMD 2025 score, which is how the model is indexed.
        case scoreBands = "score-bands"
        /// Residents aged 16 to 64 by quintile of the IMD 2019, the first quintile read as band 1: a sensitivity.
        case quintiles

        /// The columns for the bands 1 to 5.
        var columns: [String] {
            switch self {
            case .scoreBands: (1...5).map { "residents_imd2025_band_\($0)" }
            case .quintiles: (1...5).map { "pct_pop16_64_imd2019_q\($0)" }
            }
        }
    }

    /// Where the margin of the deprivation bands comes from.
    public var deprivation: Deprivation
    /// The proportion of people whose job status is *other*, everywhere: the national one of the survey.
    public var otherJobs = 0.162
    /// The proportion of people with a gross income below 10,000 pounds a year, everywhere: the survey's.
    public var lowIncomes = 0.44
    /// The proportion of people whose gross income is *other*, everywhere.
    public var otherIncomes = 0.0

    /// Makes a reading.
    public init(deprivation: Deprivation = .scoreBands) { self.deprivation = deprivation }

    /// The covariates that the reading needs.
    public var requiredColumns: [String] {
        [
            "pop_16_64", "pop_35_49", "pop_50_64", "pct_male", "pct_eth_white", "pct_main_language_english_3plus",
            "pct_econ_employed_16plus", "pct_hh_owned", "pct_qual_level2_16plus", "pct_qual_apprenticeship_16plus",
            "pct_qual_level3_16plus", "pct_qual_level4plus_16plus", "social_grade_ab", "social_grade_c1",
            "social_grade_c2", "social_grade_de",
        ] + deprivation.columns
    }

    /// The margins of one area.
    ///
    /// - Throws: `inputRefused` where a column is missing or the margins do not fit; the error names area and factor.
    public func margins(of row: MarginIntake.Row) throws -> AreaMargins {
        if let missing = requiredColumns.first(where: { row.columns[$0] == nil }) {
            throw GeodataError(
                .inputRefused, "\(row.area) has no number for \(missing).",
                remedy: "Give the number, or leave the area out.")
        }
        let draft = draft(of: row)
        return try AreaMargins(
            area: row.area, population: draft.population, frame: .skillsForLife, shares: draft.shares)
    }

    /// Margins that nobody has checked yet.
    struct Draft {
        var population: Double
        var shares: [Double]
    }

    /// The margins as the formulas give them, from a row that has every required column.
    func draft(of row: MarginIntake.Row) -> Draft {
        let number = { (column: String) in row.columns[column] ?? .nan }
        let people = number("pop_16_64")
        let qualified =
            number("pct_qual_level2_16plus") + number("pct_qual_apprenticeship_16plus")
            + number("pct_qual_level3_16plus") + number("pct_qual_level4plus_16plus")
        let (lower, middle) = (number("social_grade_c2") + number("social_grade_de"), number("social_grade_c1"))
        let higher = number("social_grade_ab")
        let graded = (1 - otherJobs) / (lower + middle + higher)
        let bands = deprivation.columns.map(number)
        let banded = deprivation == .quintiles ? 100 : bands.reduce(0, +)
        let proportions: [String: [Double]] = [
            "male": binary(number("pct_male") / 100),
            "age_45_plus": binary((number("pop_50_64") + number("pop_35_49") / 3) / people),
            "minority_ethnic": binary(1 - number("pct_eth_white") / 100),
            "english_first_language": binary(number("pct_main_language_english_3plus") / 100),
            "level_2_plus": binary(qualified / 100),
            "working": binary(number("pct_econ_employed_16plus") / 100),
            "owns_home": binary(number("pct_hh_owned") / 100),
            "job_status": [lower * graded, middle * graded, higher * graded, otherJobs],
            "gross_income": [lowIncomes, 1 - lowIncomes - otherIncomes, otherIncomes],
            "imd_band": bands.map { $0 / banded },
        ]
        let shares = PopulationFrame.skillsForLife.factors.flatMap { proportions[$0.name] ?? [] }
        return Draft(population: people, shares: shares)
    }

    private func binary(_ yes: Double) -> [Double] { [1 - yes, yes] }
}
