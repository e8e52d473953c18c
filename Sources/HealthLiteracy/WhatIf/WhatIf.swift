public import GeographyModel

/// What a change of who lives in an area would do to its expected figure.
public struct WhatIfQuery: Sendable {
    /// A code or a name; every district that lies in it is changed.
    public var area: String
    /// The changes, made all at once.
    public var changes: [MarginChange]
    /// A modelled edition; `nil` is the default one.
    public var edition: String?

    /// Makes a query.
    public init(area: String, changes: [MarginChange], edition: String? = nil) {
        self.area = area
        self.changes = changes
        self.edition = edition
    }
}

/// A figure as it is and as it would be.
public struct WhatIf: Sendable {
    /// A percentage with its 95 % interval, and how many people it stands for.
    public struct Figure: Hashable, Sendable {
        /// The percentage, or the change in points.
        public var value: Double
        /// The lower end of the interval.
        public var lower: Double
        /// The upper end of the interval.
        public var upper: Double
        /// How many people.
        public var people: Double
        /// The lower end of the interval of people.
        public var peopleLower: Double
        /// The upper end of the interval of people.
        public var peopleUpper: Double
    }

    /// The area.
    public var area: Area
    /// The edition that is computed again.
    public var edition: Edition
    /// The changes.
    public var changes: [MarginChange]
    /// As it is.
    public var before: Figure
    /// As it would be.
    public var after: Figure
    /// The difference: below 0 is better.
    public var change: Figure
    /// The people of working age.
    public var population: Double
    /// What the reader must know.
    public var notes: [Note]

    /// The answer as a listing of three rows.
    public var listing: Listing {
        let rows = [("before", before), ("after", after), ("change", change)]
        return Listing(
            title: "\(area.name) with \(changes.map(\.text).joined(separator: ", ")), \(edition.title)",
            context: [
                Property("area_code", .text(area.code.rawValue)), Property("area_name", .text(area.name)),
                Property("edition", .text(edition.id)),
                Property("changes", .array(changes.map { .text($0.text) })),
                Property("population", .integer(Int(population.rounded()))),
            ],
            rowsName: "figures",
            columns: [
                .init("state", heading: ""), .init("value", heading: "%", decimals: 1, isNumeric: true),
                .init("lower_ci", heading: "Lower", decimals: 1, isNumeric: true),
                .init("upper_ci", heading: "Upper", decimals: 1, isNumeric: true),
                .init("people", heading: "People", decimals: 0, isNumeric: true),
                .init("people_lower", heading: "from", decimals: 0, isNumeric: true),
                .init("people_upper", heading: "to", decimals: 0, isNumeric: true),
            ],
            rows: rows.map { state, figure in
                [
                    .text(state), .number(figure.value), .number(figure.lower), .number(figure.upper),
                    .integer(Int(figure.people.rounded())), .integer(Int(figure.peopleLower.rounded())),
                    .integer(Int(figure.peopleUpper.rounded())),
                ]
            }, notes: notes)
    }
}
