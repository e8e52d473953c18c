public import GeographyModel

extension InitiativeList {
    /// The list as a listing.
    public var listing: Listing {
        Listing(
            title: "\(entries.count) \(entries.count == 1 ? "initiative" : "initiatives") in \(scope), as of \(day)",
            context: [
                Property("as_of", .text(day.description)), Property("within", .text(scope)),
                Property("count", .integer(entries.count)),
            ],
            rowsName: "initiatives",
            columns: [
                .init("initiative_id", heading: "ID", isHiddenInTable: true),
                .init("name", heading: "Initiative", isElastic: true),
                .init("programme", heading: "Programme", isHiddenInTable: true),
                .init("organisation", heading: "Organisation", isHiddenInTable: true),
                .init("place", heading: "Place", isElastic: true),
                .init("place_level", heading: "Level"),
                .init("coverage", heading: "Coverage", isHiddenInTable: true),
                .init("reach", heading: "Reach", isHiddenInTable: true),
                .init("area_codes", heading: "Codes", isHiddenInTable: true),
                .init("area_names", heading: "Areas", isHiddenInTable: true),
                .init("start", heading: "Start"), .init("end", heading: "End"),
                .init("status", heading: "Status"),
                .init("end_stated", heading: "End stated", isHiddenInTable: true),
                .init("source_address", heading: "Source", isHiddenInTable: true),
                .init("remark", heading: "Remark", isHiddenInTable: true),
            ],
            rows: entries.map(\.values), notes: notes)
    }
}

extension InitiativeList.Entry {
    fileprivate var values: [PropertyValue] {
        [
            .text(initiative.id), .text(initiative.name), PropertyValue(initiative.programme),
            PropertyValue(initiative.organisation), PropertyValue(initiative.place), .text(initiative.placeLevel),
            .text(initiative.coverage.rawValue), PropertyValue(reach?.rawValue),
            .array(initiative.areas.map { .text($0.rawValue) }), .array(areaNames.map { .text($0) }),
            PropertyValue(initiative.start?.text), PropertyValue(initiative.end?.text), .text(activity.rawValue),
            .boolean(initiative.isEndStated), PropertyValue(initiative.sourceAddress), PropertyValue(initiative.remark),
        ]
    }
}
