import GeographyModel
import HealthLiteracy

/// What rankings and gaps have in common: what is ranked, where, and how much of the list is shown.
enum RankingParameters {
    /// The query that parameters mean.
    ///
    /// - Throws: ``Problem`` 400.
    static func query(_ parameters: inout QueryParameters) throws -> RankingQuery {
        RankingQuery(
            indicator: parameters.takeText("indicator"), edition: parameters.takeText("edition"),
            areaType: parameters.takeLevel("level") ?? .district, within: try parameters.takeList("within") ?? [],
            filter: try parameters.takeFilter(),
            measure: try parameters.takeChoice("by", RankingQuery.Measure.self) ?? .percent,
            selection: try selection(&parameters))
    }

    private static func selection(_ parameters: inout QueryParameters) throws -> RankingQuery.Selection {
        let range = 1...1_000_000
        switch (try parameters.takeWhole("top", in: range), try parameters.takeWhole("bottom", in: range)) {
        case (nil, nil): return .all
        case (let top?, nil): return .top(top)
        case (nil, let bottom?): return .bottom(bottom)
        case (.some, .some):
            throw Problem(
                status: 400, code: "invalid-request", detail: "top and bottom cannot both be given.",
                remedy: "Leave one of them out.")
        }
    }

    /// The fields of a form that asks for it, with what was asked.
    static func fields(_ request: ServerRequest) -> [PageForm.Field] {
        let given = Dictionary(request.query, uniquingKeysWith: { first, _ in first })
        return [
            .init(
                "Within", name: "within", value: given["within"],
                hint: "Regions, counties or boards by name or code, with a comma between them: London."),
            .init(
                "Level", name: "level",
                kind: .select([
                    ("district", "Districts"), ("county", "Counties"), ("icb", "Integrated care boards"),
                    ("region", "Regions"),
                ]), value: given["level"]),
            .init(
                "By", name: "by", kind: .select([("percent", "Percentage"), ("people", "People")]), value: given["by"]),
            .init("Only the first", name: "top", kind: .number(in: 1...1_000_000), value: given["top"]),
        ]
    }
}
