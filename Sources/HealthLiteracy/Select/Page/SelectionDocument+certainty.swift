import FeatureFormats

extension SelectionDocument {
    private typealias Column = ReportDocument.Table.Column

    /// How sure the choice is.
    var certainty: [(term: String, detail: String)] {
        let result = report.result
        var facts = [
            ("Objective", "\(number(result.objective)) \(result.objectiveTitle)"),
            ("Bound", "no set of sites has a better objective than \(number(result.bound))"),
            ("Gap", "\(decimals(result.gap * 100, 2)) %"),
            ("Proven optimal", result.provenOptimal ? "yes" : "no"),
            (
                "As good as these",
                result.tieBroken
                    ? "of all sets with this objective, these are the first by their codes"
                    : "other sets may have this objective, too"
            ),
            (
                "Reached",
                "\(number(result.reached.rounded())) of \(number(report.demand.total.rounded())) \(report.demand.unit) (\(percent(result.reachedShare)))"
            ),
            ("Solver", "\(result.solver), \(decimals(result.seconds, 2)) s"),
        ]
        if let cost = result.cost { facts.append(("Cost", number(cost))) }
        return facts
    }

    /// How the choice holds over the draws.
    var stability: ReportDocument.Section? {
        guard let stability = report.stability else { return nil }
        let unproven = stability.unproven > 0 ? " In \(stability.unproven) of them the optimum was not proven." : ""
        let words =
            "In \(decimals(stability.optimalShare * 100, 0)) % of \(stability.draws) posterior draws these sites are as good as the best. They lose \(objective(stability.meanLoss)) (\(percent(stability.lossShare))) on average and \(objective(stability.greatestLoss)) at most.\(unproven)"
        let listed = stability.candidates.prefix(20)
        let rest = stability.candidates.count - listed.count
        return .init(
            "Over the posterior draws",
            [
                .paragraph(words),
                .table(
                    .init(
                        "How often a place is among the best\(rest > 0 ? "; \(rest) more are in fewer draws" : "")",
                        columns: [
                            Column("Place", isRowHeader: true), Column("Of draws", isNumeric: true), Column("Chosen"),
                        ],
                        rows: listed.map {
                            ["\($0.name)", "\(decimals($0.share * 100, 0)) %", $0.selected ? "yes" : "no"]
                        })),
            ])
    }

    /// What each number of sites brings.
    var curve: ReportDocument.Section? {
        guard let points = report.curve else { return nil }
        let picture = report.curveDrawing
        let impossible = points.filter { $0.objective == nil }.map { "\($0.sites)" }
        var blocks: [ReportDocument.Block] = []
        if let words = picture?.kneeWords { blocks.append(.paragraph(words)) }
        if !impossible.isEmpty {
            blocks.append(
                .paragraph(
                    "The constraints cannot be met with so many sites: \(impossible.joined(separator: ", "))."
                ))
        }
        blocks.append(
            .table(
                .init(
                    "The best selection for each number of sites",
                    columns: [
                        Column("Sites", isNumeric: true, isRowHeader: true), Column("Objective", isNumeric: true),
                        Column("Gain", isNumeric: true), Column("Reached", isNumeric: true), Column("Proven"),
                    ],
                    rows: points.filter { $0.objective != nil }.map { point in
                        [
                            "\(point.sites)", point.objective.map(objective) ?? "–", point.gain.map(objective) ?? "–",
                            point.reachedShare.map(percent) ?? "–", point.provenOptimal ? "yes" : "no",
                        ]
                    })))
        return .init(
            "What a further site brings", blocks,
            picture: picture.map { .init(svg: $0.svg, caption: "") })
    }
}
