public import ArgumentParser
import GeographyModel
public import HealthLiteracy

extension RankingQuery.Measure: ExpressibleByArgument {}

/// What to rank and where: the options that rank, gaps, map and export share.
struct FigureOptions: ParsableArguments {
    @Option(help: "The indicator, such as low-health-literacy (the default).")
    var indicator: String?

    @Option(help: "The edition (default: the one with figures for most areas).")
    var edition: String?

    @Option(
        name: .customLong("within"), parsing: .singleValue,
        help: "Only areas in this region, county or board, by name or code; may be repeated.")
    var within: [String] = []
}

/// By what areas are put in order, and at which level.
struct MeasureOptions: ParsableArguments {
    @OptionGroup var figures: FigureOptions

    @Option(help: "Rank by percent or by people.")
    var by: RankingQuery.Measure = .percent

    @Option(help: "Level of geography: district, county, icb, region.")
    var level: String = "district"

    /// The query that the options mean.
    func query(showing selection: RankingQuery.Selection = .all) -> RankingQuery {
        let type = AreaType(collection: level) ?? AreaType(rawValue: level)
        return RankingQuery(
            indicator: figures.indicator, edition: figures.edition, areaType: type, within: figures.within,
            measure: by, selection: selection)
    }
}

/// How much of a ranking to show, and in which order.
struct RankingOptions: ParsableArguments {
    @OptionGroup var measure: MeasureOptions

    @Option(help: "Show only the N areas with the greatest need.")
    var top: Int?

    @Option(help: "Show only the N areas with the least need.")
    var bottom: Int?

    /// The query that the options mean.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for both `--top` and `--bottom`.
    func query() throws -> RankingQuery { measure.query(showing: try selection()) }

    private func selection() throws -> RankingQuery.Selection {
        switch (top, bottom) {
        case (nil, nil): .all
        case (let top?, nil): .top(top)
        case (nil, let bottom?): .bottom(bottom)
        case (.some, .some):
            throw GeodataError(
                .invalidRequest, "--top and --bottom cannot both be given.", remedy: "Leave one of them out.")
        }
    }
}
