import GeographyModel

/// The published figures, each release as an edition of its own.
struct FiguresStep {
    let resource: Resource

    private static let origins: [Resource.Origin] = [
        .init(title: "Published figures of low health literacy, each with the address of its source"),
        .init(
            title: "ONS, Residents within a 30 minute walk of their nearest library, May 2024",
            path: "https://www.ons.gov.uk/explore-local-statistics/"),
    ]

    init(_ source: SourceFolder, places: PlacesStep) throws {
        var rows: [[String]] = []
        for row in try source.table("published/published_figures.csv") {
            let measure = try row.required("measure")
            guard
                let release = PublishedRelease.all.first(where: {
                    $0.holds(measure: measure, vintage: row["vintage"] ?? "")
                })
            else { throw BuildProblem("no edition takes the figure \(row)") }
            let code =
                try row["ons_code"].flatMap { $0.isEmpty ? nil : $0 }
                ?? places.area(named: "Derbyshire", type: .county).code.rawValue
            guard try row.required("source_url") == release.address else {
                throw BuildProblem("\(release.id) names another page than \(row)")
            }
            rows.append([release.indicator, release.id, code, try row.required("percent")])
        }
        let held = Set(places.all.map(\.code.rawValue))
        for row in try source.table("covariates/library_within_30_minute_walk.csv") {
            let code = try row.required("areacd")
            guard held.contains(code) else { continue }
            rows.append([
                PublishedRelease.library.indicator, PublishedRelease.library.id, code, try row.required("observation"),
            ])
        }
        if let stranger = rows.first(where: { !held.contains($0[2]) }) { throw BuildProblem("no area for \(stranger)") }
        resource = Resource(
            csv: "figures", title: "Published figures", vintage: "2011 to 2024", origins: Self.origins,
            fields: [
                .init("indicator_id", "Indicator"), .init("edition_id", "Edition"), .init("area_code", "GSS code"),
                .init("value", "Value", type: "number", unit: "percent"),
            ],
            rows: rows)
    }

    static let indicators = Resource(
        csv: "indicators", title: "What is measured", vintage: "2026", origins: origins,
        fields: [
            .init("indicator_id", "Identifier"), .init("title", "Name"), .init("unit", "Unit"),
            .init("polarity", "low-is-good or high-is-good"), .init("age_range", "Ages that it covers"),
            .init("definition", "What is measured"), .init("cautions", "What it may not be used for"),
        ],
        rows: PublishedIndicator.all.map {
            [$0.id, $0.title, $0.unit, $0.polarity.rawValue, $0.ageRange ?? "", $0.definition, $0.cautions]
        })

    static let editions = Resource(
        csv: "editions", title: "Releases of the indicators", vintage: "2011 to 2024", origins: origins,
        fields: [
            .init("indicator_id", "Indicator"), .init("edition_id", "Identifier of the release"),
            .init("title", "Name"), .init("producer", "Who made the figures"),
            .init("vintage", "Period or data that they rest on"), .init("method", "How they were made"),
            .init("is_modelled", "Whether they are expected values from a model", type: "boolean"),
            .init("population_base", "Covariate that counts the people whom the percentage is of"),
            .init("citation", "How to cite them"), .init("address", "Where they were published"),
            .init("licence", "Licence"),
        ],
        rows: PublishedRelease.all.map {
            [
                $0.indicator, $0.id, $0.title, $0.producer, $0.vintage, $0.method, $0.isModelled ? "true" : "false",
                $0.populationBase, $0.citation, $0.address, $0.licence.title,
            ]
        })
}
