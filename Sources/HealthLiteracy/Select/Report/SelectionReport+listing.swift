public import GeographyModel

extension SelectionReport {
    /// The sites as a listing; machine formats have more columns than a table has room for.
    public var listing: Listing {
        let unit = distances.unit == "metres"
        return Listing(
            title: title,
            context: [
                Property("model", .text(result.model)), Property("objective", .number(result.objective)),
                Property("bound", .number(result.bound)), Property("gap", .number(result.gap)),
                Property("proven_optimal", .boolean(result.provenOptimal)), Property("solver", .text(result.solver)),
                Property("demand", .text(demand.title)), Property("edition", PropertyValue(demand.edition)),
                Property("within", .text(candidates.scope)), Property("as_of", .text(day)),
            ],
            rowsName: "sites",
            columns: [
                .init("id", heading: "Code"), .init("name", heading: "Site"),
                .init("region_name", heading: "Region", isElastic: true),
                .init("icb_name", heading: "ICB", isElastic: true, isHiddenInTable: true),
                .init("reached", heading: "Reached", decimals: 0, isNumeric: true),
                .init(
                    "mean_distance", heading: unit ? "Mean m" : "Mean", decimals: unit ? 0 : 1, isNumeric: true,
                    isHiddenInTable: result.reached == 0 || !sites.contains { ($0.meanDistance ?? 0) > 0 }),
                .init("covered_alone", heading: "Only here", decimals: 0, isNumeric: true, isHiddenInTable: true),
                .init("value", heading: "%", decimals: 1, isNumeric: true),
                .init("value_lower", heading: "Lower", decimals: 1, isNumeric: true, isHiddenInTable: true),
                .init("value_upper", heading: "Upper", decimals: 1, isNumeric: true, isHiddenInTable: true),
                .init("people", heading: "People", decimals: 0, isNumeric: true, isHiddenInTable: true),
                .init("rank", heading: "Rank", isNumeric: true), .init("rank_lower", heading: "from", isNumeric: true),
                .init("rank_upper", heading: "to", isNumeric: true),
                .init("cost", heading: "Cost", isNumeric: true, isHiddenInTable: candidates.cost == nil),
                .init(
                    "draw_share", heading: "In draws", decimals: 2, isNumeric: true, isHiddenInTable: stability == nil),
                .init("nearest_initiative", heading: "Nearest initiative", isElastic: true),
                .init("nearest_initiative_metres", heading: "m", decimals: 0, isNumeric: true, isHiddenInTable: true),
                .init("alternative", heading: "Instead", isElastic: true),
                .init(
                    "alternative_loss", heading: "Loss", decimals: 0, isNumeric: true,
                    isHiddenInTable: result.model != "MCLP"),
                .init(
                    "alternative_loss_percent", heading: "Loss %", decimals: 1, isNumeric: true,
                    isHiddenInTable: result.model == "MCLP"),
                .init("longitude", heading: "Lon", isNumeric: true, isHiddenInTable: true),
                .init("latitude", heading: "Lat", isNumeric: true, isHiddenInTable: true),
                .init("reason", heading: "Why", isHiddenInTable: true),
            ],
            rows: sites.map(\.values), notes: notes)
    }

    /// The tables that people read, one below the other; the last carries the notes.
    public var tables: [Listing] {
        var tables = [listing]
        tables += [curve.map(Self.listing), stability.map(Self.listing)].compactMap(\.self)
        if let comparators { tables += [Self.matches(comparators), Self.balance(comparators)] }
        for index in tables.indices.dropLast() { tables[index].notes = [] }
        tables[tables.count - 1].notes = notes
        return tables
    }

    /// The curve as a listing.
    public static func listing(_ curve: [CurvePoint]) -> Listing {
        Listing(
            title: "What each further site brings", context: [], rowsName: "curve",
            columns: [
                .init("sites", heading: "Sites", isNumeric: true),
                .init("objective", heading: "Objective", decimals: 0, isNumeric: true),
                .init("gain", heading: "Gain", decimals: 0, isNumeric: true),
                .init("reached_share", heading: "Reached", decimals: 3, isNumeric: true),
                .init("possible", heading: "Possible"), .init("proven_optimal", heading: "Proven"),
                .init("chosen", heading: "Sites", isElastic: true, isHiddenInTable: true),
            ],
            rows: curve.map {
                [
                    .integer($0.sites), PropertyValue($0.objective), PropertyValue($0.gain),
                    PropertyValue($0.reachedShare), .boolean($0.objective != nil),
                    $0.objective == nil ? .null : .boolean($0.provenOptimal), .array($0.chosen.map { .text($0) }),
                ]
            }, notes: [])
    }

    private static func listing(_ stability: Stability) -> Listing {
        let loss = NumberWords.percent(stability.lossShare)
        return Listing(
            title:
                "Over \(stability.draws) posterior draws: as good as the optimum in \(NumberWords.number((stability.optimalShare * 100).rounded())) %, mean loss \(loss)",
            context: [], rowsName: "candidates",
            columns: [
                .init("id", heading: "Code"), .init("name", heading: "In the optimum", isElastic: true),
                .init("share", heading: "Of draws", decimals: 2, isNumeric: true),
                .init("selected", heading: "Selected"),
            ],
            rows: stability.candidates.prefix(20).map {
                [.text($0.id), .text($0.name), .number($0.share), .text($0.selected ? "yes" : "")]
            }, notes: [])
    }

    private static func matches(_ comparators: Comparators) -> Listing {
        let overlap = comparators.similarAreas.map {
            "; \($0.listed) of \($0.total) are among the areas that ONS lists as similar (chance: \(NumberWords.number($0.expectedByChance)))"
        }
        return Listing(
            title: "Comparators, reserved\(overlap ?? "")", context: [], rowsName: "comparators",
            columns: [
                .init("site", heading: "Site", isElastic: true), .init("id", heading: "Code"),
                .init("name", heading: "Comparator", isElastic: true),
                .init("region_name", heading: "Region", isElastic: true),
                .init("distance", heading: "Unlike", decimals: 2, isNumeric: true),
                .init("listed_as_similar", heading: "ONS", isHiddenInTable: comparators.similarAreas == nil),
            ],
            rows: comparators.matches.flatMap { match in
                match.areas.map { area in
                    [
                        .text(match.site.name), .text(area.id), .text(area.name), PropertyValue(area.region?.name),
                        .number(area.distance), area.listedAsSimilar.map { .text($0 ? "yes" : "") } ?? .null,
                    ]
                }
            }, notes: [])
    }

    private static func balance(_ comparators: Comparators) -> Listing {
        Listing(
            title:
                "Balance: ASAM \((comparators.asam * 100).rounded() / 100), \(comparators.good ? "good" : "not good") (below \(comparators.limit) is good)",
            context: [], rowsName: "balance",
            columns: [
                .init("title", heading: "Characteristic", isElastic: true),
                .init("site_mean", heading: "Sites", decimals: 1, isNumeric: true),
                .init("comparator_mean", heading: "Comparators", decimals: 1, isNumeric: true),
                .init("difference", heading: "Difference", decimals: 2, isNumeric: true),
                .init("good", heading: "Good"),
            ],
            rows: comparators.balance.map {
                [
                    .text($0.title), .number($0.siteMean), .number($0.comparatorMean), .number($0.difference),
                    .text($0.good ? "yes" : "no"),
                ]
            }, notes: [])
    }
}

extension SelectionReport.Site {
    /// The cells of the listing.
    fileprivate var values: [PropertyValue] {
        [
            .text(id), .text(name), PropertyValue(region?.name), PropertyValue(icb?.name),
            .integer(Int(reached.rounded())),
            PropertyValue(meanDistance), PropertyValue(coveredAlone.map { Int($0.rounded()) }), PropertyValue(value),
            PropertyValue(valueLower), PropertyValue(valueUpper), PropertyValue(people.map { Int($0.rounded()) }),
            PropertyValue(rank), PropertyValue(rankLower), PropertyValue(rankUpper), PropertyValue(cost),
            PropertyValue(drawShare), PropertyValue(nearestInitiative?.name), PropertyValue(nearestInitiative?.metres),
            alternative.map { .text($0.possible ? $0.incoming.map(\.name).joined(separator: "; ") : "none") } ?? .null,
            alternative?.loss.map(Self.amount) ?? .null, PropertyValue(alternative?.lossShare.map { $0 * 100 }),
            PropertyValue(longitude), PropertyValue(latitude), .text(reason),
        ]
    }

    /// Whole amounts as whole numbers, which tables group by thousands.
    private static func amount(_ value: Double) -> PropertyValue {
        value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .number(value)
    }
}
