import FeatureFormats

extension SelectionDocument {
    private typealias Column = ReportDocument.Table.Column

    /// The areas that sites are to be compared with, how alike they are, and what ONS says of them.
    var comparators: ReportDocument.Section? {
        guard let comparators = report.comparators else { return nil }
        var blocks: [ReportDocument.Block] = [.table(matches(comparators))]
        if let overlap = comparators.similarAreas {
            blocks.append(
                .paragraph(
                    "\(overlap.listed) of \(overlap.total) comparators are among the areas that ONS lists as similar to their site; chance alone would put \(decimals(overlap.expectedByChance, 1)) there. List: \(overlap.source)."
                ))
        }
        blocks.append(.table(balance(comparators)))
        return .init("Comparators", blocks)
    }

    private func matches(_ comparators: SelectionReport.Comparators) -> ReportDocument.Table {
        let numbers = Dictionary(
            zip(report.sites.map(\.id), report.sites.indices), uniquingKeysWith: { first, _ in first })
        let hasList = comparators.similarAreas != nil
        return .init(
            "Areas to compare each site with; they are reserved and must not become sites",
            columns: [
                Column("No.", isNumeric: true), Column("Site"), Column("Comparator", isRowHeader: true),
                Column("Region"), Column("Unlike, standard deviations", isNumeric: true),
            ] + (hasList ? [Column("Similar by ONS")] : []),
            rows: comparators.matches.flatMap { match in
                match.areas.map { area in
                    [
                        numbers[match.site.id].map { "\($0 + 1)" } ?? "–", match.site.name, area.name,
                        area.region?.name ?? "–", decimals(area.distance, 2),
                    ] + (hasList ? [area.listedAsSimilar.map { $0 ? "yes" : "no" } ?? "no list"] : [])
                }
            })
    }

    private func balance(_ comparators: SelectionReport.Comparators) -> ReportDocument.Table {
        let limit = decimals(comparators.limit, 2)
        func judged(_ isGood: Bool) -> String { isGood ? "good" : "not good" }
        return .init(
            "Balance: ASAM \(decimals(comparators.asam, 2)), \(judged(comparators.good)) (below \(limit) is good)",
            columns: [
                Column("Characteristic", isRowHeader: true), Column("Mean of sites", isNumeric: true),
                Column("Mean of comparators", isNumeric: true),
                Column("Difference, standard deviations", isNumeric: true), Column("Below \(limit)"),
            ],
            rows: comparators.balance.map {
                [
                    $0.title, decimals($0.siteMean, 1), decimals($0.comparatorMean, 1), decimals($0.difference, 2),
                    judged($0.good),
                ]
            })
    }
}
