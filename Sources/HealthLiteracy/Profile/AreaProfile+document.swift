import FeatureFormats
public import GeographyModel

extension AreaProfile {
    /// The profile as one document with stable keys.
    public var document: PropertyValue {
        .object([
            Property("area_code", .text(area.code.rawValue)), Property("area_name", .text(area.name)),
            Property("area_type", .text(area.type.rawValue)), Property("vintage", .text(area.vintage)),
            Property("asked", .text(asked)),
            Property("predecessors", .array(predecessors.map { .text($0) })),
            Property("parents", .array(parents.map(\.value))),
            Property("population", PropertyValue(residents.map { Int($0) })),
            Property("population_16_64", PropertyValue(workingAge.map { Int($0) })),
            Property("figures", .array(figures.map(\.value))), Property("order", order?.value ?? .null),
            Property("initiatives", .array(initiatives.map(\.value))), Property("as_of", .text(day.description)),
            Property("notes", notes.asPropertyValue),
        ])
    }

    /// The area's figures as a listing, one row an edition.
    public var figuresListing: Listing {
        Listing(
            title: "Figures for \(area.name)", context: [Property("area_code", .text(area.code.rawValue))],
            rowsName: "figures",
            columns: [
                .init("area_code", heading: "Code", isHiddenInTable: true),
                .init("area_name", heading: "Area", isHiddenInTable: true),
                .init("indicator_id", heading: "Indicator"), .init("edition_id", heading: "Edition"),
                .init("value", heading: "%", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("population", heading: "Of", decimals: 0, isNumeric: true),
                .init("england", heading: "England", decimals: 1, isNumeric: true),
                .init("source", heading: "Source", isElastic: true),
            ],
            rows: figures.map { figure in
                [
                    .text(area.code.rawValue), .text(area.name), .text(figure.indicator.id), .text(figure.edition.id),
                    PropertyValue(figure.estimate.value), PropertyValue(figure.estimate.lower),
                    PropertyValue(figure.estimate.upper), PropertyValue(figure.people.map { Int($0) }),
                    PropertyValue(figure.population.map { Int($0) }), PropertyValue(figure.benchmark),
                    .text(figure.source.title),
                ]
            }, notes: notes)
    }
}

extension AreaProfile.Parent {
    fileprivate var value: PropertyValue {
        .object([
            Property("area_code", .text(area.code.rawValue)), Property("area_name", .text(area.name)),
            Property("area_type", .text(area.type.rawValue)), Property("share", .number(share)),
            Property("is_best_fit", .boolean(isBestFit)),
        ])
    }
}

extension AreaProfile.Figure {
    fileprivate var value: PropertyValue {
        .object([
            Property("indicator", .text(indicator.id)), Property("indicator_title", .text(indicator.title)),
            Property("polarity", .text(indicator.polarity.rawValue)), Property("unit", .text(indicator.unit)),
            Property("edition", .text(edition.id)), Property("edition_title", .text(edition.title)),
            Property("vintage", PropertyValue(edition.vintage)), Property("value", PropertyValue(estimate.value)),
            Property("lower_ci", PropertyValue(estimate.lower)), Property("upper_ci", PropertyValue(estimate.upper)),
            Property("people", PropertyValue(people.map { Int($0) })),
            Property("population", PropertyValue(population.map { Int($0) })),
            Property("status", .text(estimate.status.rawValue)), Property("england", PropertyValue(benchmark)),
            Property(
                "ranks",
                .array(
                    standings.map {
                        .object([
                            Property("within_code", .text($0.scope.code.rawValue)),
                            Property("within_name", .text($0.scope.name)), Property("rank", .integer($0.rank)),
                            Property("of", .integer($0.count)),
                        ])
                    })),
            Property("remark", PropertyValue(estimate.remark)), Property("source", source.value),
        ])
    }
}

extension AreaProfile.Order {
    fileprivate var value: PropertyValue {
        .object([
            Property("indicator", .text(indicator.id)), Property("edition", .text(edition.id)),
            Property("rank", .integer(rank)), Property("of", .integer(estimates.count)),
            Property("rank_lower", PropertyValue(rankLower)), Property("rank_upper", PropertyValue(rankUpper)),
            Property("probability_in_worst", PropertyValue(probabilityInWorst)), Property("worst", .integer(worst)),
            Property("england", PropertyValue(benchmark)), Property("england_place", PropertyValue(benchmarkPlace)),
        ])
    }
}

extension AreaProfile.InitiativeEntry {
    fileprivate var value: PropertyValue {
        .object([
            Property("initiative_id", .text(initiative.id)), Property("name", .text(initiative.name)),
            Property("programme", PropertyValue(initiative.programme)),
            Property("organisation", PropertyValue(initiative.organisation)),
            Property("reach", .text(reach.rawValue)), Property("via", .text(via)),
            Property("start", PropertyValue(initiative.start?.text)),
            Property("end", PropertyValue(initiative.end?.text)), Property("status", .text(activity.rawValue)),
            Property("end_stated", .boolean(initiative.isEndStated)),
            Property("source_address", PropertyValue(initiative.sourceAddress)),
        ])
    }
}
