import GeographyModel

/// Which areas ONS lists as similar to each district: a cross-check for comparators.
struct SimilarAreasStep {
    let resource: Resource

    init(_ source: SourceFolder, places: PlacesStep) throws {
        let held = Set(places.districts.map(\.code))
        // The list uses later codes of two districts; they are read back as these boundaries have them.
        var present: [AreaCode: AreaCode] = [:]
        for row in try source.table("lookups/la_all_codes.csv") {
            let code = AreaCode(try row.required("LADCD"))
            if held.contains(code) { present[AreaCode(try row.required("LADCD_ACTIVE"))] = code }
        }
        var lists: [AreaCode: [AreaCode]] = [:]
        for row in try source.table("published/ons_els_global_neighbours.csv") {
            let own = AreaCode(try row.required("AREACD"))
            let code = present[own] ?? own
            guard held.contains(code) else { continue }
            lists[code] = (1...20).compactMap { place in
                row[String(place)].flatMap { $0.isEmpty ? nil : AreaCode($0) }.map { present[$0] ?? $0 }
            }
        }
        guard Set(lists.keys) == held, lists.values.allSatisfy({ $0.count >= 10 }) else {
            throw BuildProblem("\(held.subtracting(lists.keys)) have no list of similar areas, or a short one")
        }
        resource = Resource(
            csv: "similar-areas", title: "Areas that ONS Explore Local Statistics lists as similar to each district",
            vintage: "not stated",
            origins: [
                .init(
                    title: "ONS, Explore Local Statistics, similar areas",
                    path: "https://www.ons.gov.uk/explore-local-statistics/")
            ],
            fields: [
                .init("area_code", "GSS code of the district"),
                .init("similar_codes", "GSS codes of the similar areas, the most alike first, separated by ;"),
            ],
            rows: lists.sorted { $0.key < $1.key }.map { [$0.rawValue, $1.map(\.rawValue).joined(separator: ";")] })
    }
}
