import GeographyModel

/// The coefficients of the published literacy model, and the national margins that it was checked with.
struct ModelStep {
    let coefficients: Resource
    let covariance: Resource

    private static let origin = Resource.Origin(
        title:
            "Green and Hawkings (2026), Estimating the determinants of health literacy for policy prioritisation: a local level case study in Newham, London; literacy model, Skills for Life Survey 2011, n = 5818",
        path: "https://pmc.ncbi.nlm.nih.gov/articles/PMC12918084/")

    init(_ source: SourceFolder) throws {
        let summary = try source.table("model/literacy_posterior_summary.csv")
        coefficients = Resource(
            csv: "model-coefficients", title: "Coefficients of the literacy model, posterior summary",
            vintage: "Skills for Life Survey 2011", licence: .citedFacts, origins: [Self.origin],
            fields: [
                .init("term", "Coefficient, on the logit of the probability of literacy below Level 2"),
                .init("mean", "Posterior mean", type: "number", unit: "logit"),
                .init("sd", "Posterior standard deviation", type: "number", unit: "logit"),
            ],
            rows: try summary.map { row in
                try [Self.plainTerm(row.required("")), row.required("mean"), row.required("sd")]
            })
        let terms = summary.compactMap { $0[""] }.filter { !$0.hasPrefix("b[") && !$0.hasPrefix("Sigma") }
        let names = try terms.map(Self.plainTerm)
        covariance = Resource(
            csv: "model-covariance", title: "Posterior covariance of the literacy model's fixed effects",
            vintage: "Skills for Life Survey 2011", licence: .citedFacts, origins: [Self.origin],
            fields: [.init("term", "Coefficient")]
                + names.map { .init($0, "Covariance with \($0)", type: "number", unit: "logit²") },
            rows: try source.table("model/literacy_fixed_effect_covariance.csv").map { row in
                try [Self.plainTerm(row.required(""))] + terms.map { try row.required($0) }
            })
    }

    /// National margins, as proportions.
    static let nationalMargins = Resource(
        csv: "model-national-margins", title: "National margins of the paper, and those that have no district margin",
        vintage: "2011 to 2021", licence: .citedFacts, origins: [origin],
        fields: [
            .init("factor", "Factor of the model"), .init("level", "Level of the factor"),
            .init("proportion", "Share of the population", type: "number", unit: "proportion"),
        ],
        rows: [
            ["male", "yes", "0.49"], ["age_45_plus", "yes", "0.543"], ["white", "yes", "0.81"],
            ["english_first_language", "yes", "0.911"], ["level_2_plus", "yes", "0.641"], ["working", "yes", "0.557"],
            ["job_status", "higher", "0.331"], ["job_status", "intermediate", "0.22"],
            ["job_status", "lower", "0.286"],
            ["job_status", "other", "0.162"], ["gross_income", "below_10000", "0.44"],
            ["gross_income", "10000_or_more", "0.56"], ["gross_income", "other", "0"], ["owns_home", "yes", "0.623"],
        ])

    /// The term's name without the notation of the statistics package that wrote it.
    private static func plainTerm(_ term: String) throws -> String {
        if let name = plainNames[term] { return name }
        throw BuildProblem("the model has a term that is not known here: \(term)")
    }

    private static let plainNames = [
        "(Intercept)": "intercept", "sexMale": "male", "age>=45": "age_45_plus", "ethnicityBME": "minority_ethnic",
        "english_langYes": "english_first_language", "qualification>=level 2": "level_2_plus",
        "workingstatusYes": "working", "job_statusintermediate": "job_intermediate", "job_statushigher": "job_higher",
        "job_statusother": "job_other", "gross_income>=10000": "income_10000_or_more",
        "gross_incomeother": "income_other", "own_homeYes": "owns_home", "b[(Intercept) imd:1]": "imd_band_1",
        "b[(Intercept) imd:2]": "imd_band_2", "b[(Intercept) imd:3]": "imd_band_3",
        "b[(Intercept) imd:4]": "imd_band_4", "b[(Intercept) imd:5]": "imd_band_5",
        "Sigma[imd:(Intercept),(Intercept)]": "imd_variance",
    ]
}
