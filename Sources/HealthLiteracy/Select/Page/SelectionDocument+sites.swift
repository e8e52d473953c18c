import FeatureFormats

extension SelectionDocument {
    private typealias Column = ReportDocument.Table.Column

    /// The sites as a table, and why each was chosen.
    var sites: ReportDocument.Section {
        let reasons = report.sites.map { site in
            ReportDocument.Item(
                [site.reason, nearest(site)].compactMap(\.self).joined(separator: " "), lead: "\(site.name).")
        }
        return .init("The sites", [.table(table), .list(reasons, isNumbered: true)])
    }

    private var table: ReportDocument.Table {
        let isMean = report.sites.contains { ($0.meanDistance ?? 0) > 0 }
        let hasFigures = report.sites.contains { $0.value != nil }
        let hasAlternatives = report.sites.contains { $0.alternative != nil }
        let hasRegions = report.sites.contains { $0.region != nil }
        let ranked = report.sites.compactMap(\.rankedCount).first.map { "Rank of \($0)" } ?? "Rank"
        let fields: [(isShown: Bool, column: Column, cell: (Int, SelectionReport.Site) -> String)] = [
            (true, Column("No.", isNumeric: true), { place, _ in "\(place + 1)" }),
            (true, Column("Site", isRowHeader: true), { _, site in site.name }),
            (hasRegions, Column("Region"), { _, site in site.region?.name ?? "–" }),
            (
                true, Column("Reached, \(report.demand.unit)\(isDemandModelled ? ", modelled" : "")", isNumeric: true),
                { _, site in number(site.reached.rounded()) }
            ),
            (
                isMean, Column("Mean distance", isNumeric: true),
                { _, site in site.meanDistance.map(distanceWords.measured) ?? "–" }
            ),
            (hasFigures, Column("Figure, %\(isModelled ? ", modelled" : "") (95\u{A0}%)", isNumeric: true), figure),
            (hasFigures, Column("\(ranked) (95\u{A0}%)", isNumeric: true), rank),
            (
                report.candidates.cost != nil, Column("Cost", isNumeric: true),
                { _, site in site.cost.map(number) ?? "–" }
            ),
            (
                report.stability != nil, Column("In draws", isNumeric: true),
                { _, site in site.drawShare.map { "\(decimals($0 * 100, 0)) %" } ?? "–" }
            ),
            (hasAlternatives, Column("Best instead", isWide: true), instead),
            (
                hasAlternatives,
                Column("Which loses\(report.request.model == .mclp ? ", \(report.demand.unit)" : "")", isNumeric: true),
                loss
            ),
        ]
        let shown = fields.filter(\.isShown)
        return .init(
            "Sites, by \(report.candidates.file == nil ? "area code" : "identifier"); rank 1 is the greatest need",
            columns: shown.map(\.column),
            rows: report.sites.enumerated().map { place, site in shown.map { $0.cell(place, site) } })
    }

    private func figure(_: Int, _ site: SelectionReport.Site) -> String {
        guard let value = site.value else { return "–" }
        guard let lower = site.valueLower, let upper = site.valueUpper else { return decimals(value, 1) }
        return "\(decimals(value, 1)) (\(decimals(lower, 1)) to \(decimals(upper, 1)))"
    }

    private func rank(_: Int, _ site: SelectionReport.Site) -> String {
        guard let rank = site.rank else { return "–" }
        guard let lower = site.rankLower, let upper = site.rankUpper else { return "\(rank)" }
        return "\(rank) (\(lower) to \(upper))"
    }

    private func instead(_: Int, _ site: SelectionReport.Site) -> String {
        guard let alternative = site.alternative else { return "–" }
        guard alternative.possible else { return "none possible" }
        return alternative.exchange
    }

    private func loss(_: Int, _ site: SelectionReport.Site) -> String {
        guard let alternative = site.alternative, alternative.possible, let loss = alternative.loss else { return "–" }
        if loss == 0 { return "nothing" }
        // The heading of the table has the unit of people.
        let amount = report.request.model == .mclp ? number(abs(loss).rounded()) : objective(abs(loss))
        if loss < 0 { return "gains \(amount)" }
        let share = alternative.lossShare.map { " (\(percent($0)))" } ?? ""
        return "\(amount)\(share)\(alternative.provenOptimal ? "" : ", not proven")"
    }

    private func nearest(_ site: SelectionReport.Site) -> String? {
        guard let initiative = site.nearestInitiative else { return nil }
        let place =
            initiative.metres == 0
            ? "in the same district" : "\(decimals(initiative.metres / 1000, 1)) km away"
        return "The nearest initiative is \(initiative.name) (\(initiative.activity)), \(place)."
    }
}
