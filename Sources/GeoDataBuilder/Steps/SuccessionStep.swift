import GeographyModel

/// What became of the codes of 2011 to 2023, and what later codes stand for.
struct SuccessionStep {
    let resource: Resource

    init(_ source: SourceFolder, places: PlacesStep) throws {
        let held = Set(places.districts.map(\.code))
        let years = try Self.years(source)
        var populations: [AreaCode: String] = [:]
        for row in try source.table("covariates/lad22_covariates.csv") {
            populations[AreaCode(try row.required("lad22_code"))] = try row.required("pop_16_64")
        }
        let codes = try source.table("lookups/la_all_codes.csv").map { row in
            (
                code: AreaCode(try row.required("LADCD")), name: try row.required("LADNM"),
                active: AreaCode(try row.required("LADCD_ACTIVE"))
            )
        }.filter { $0.code.rawValue.hasPrefix("E") && $0.code != $0.active }
        let predecessors = Dictionary(grouping: codes, by: \.active)

        var successions: [AreaSuccession] = []
        for (code, name, active) in codes {
            if held.contains(code) {
                // The lookup is newer than these boundaries: its active code is the later one.
                successions.append(
                    AreaSuccession(oldCode: active, oldName: name, newCode: code, kind: .laterCode, weight: 1))
            } else {
                let kind: AreaSuccession.Kind = predecessors[active]?.count == 1 ? .recoded : .merged
                let inUse = years[code]
                successions.append(
                    AreaSuccession(
                        oldCode: code, oldName: name, newCode: active, kind: kind, weight: 1,
                        firstYear: inUse.flatMap { $0.lowerBound > 2016 ? $0.lowerBound : nil },
                        lastYear: inUse?.upperBound))
            }
        }
        try Self.check(successions, against: source, held: held)
        resource = Resource(
            csv: "succession", title: "What became of district codes", vintage: "2011 to 2024",
            origins: [
                .init(
                    title: "ONS Code History Database and district lookups 2016 to 2024",
                    path: "https://geoportal.statistics.gov.uk"),
                .init(
                    title: "ONS Census 2021 residents aged 16 to 64 by district of 2022",
                    path: "https://www.nomisweb.co.uk"),
            ],
            fields: [
                .init("old_code", "Code that is not held"), .init("old_name", "Name that it bore"),
                .init("new_code", "Code that is held"), .init("kind", "merged, recoded or later-code"),
                .init("weight", "Share of the old area that went there", type: "number", unit: "proportion"),
                .init("first_year", "First year in which the old code was in use, where after 2016", type: "year"),
                .init("last_year", "Last year in which the old code was in use, where known", type: "year"),
                .init(
                    "pop_16_64", "Residents of the old area aged 16 to 64, Census 2021, where known", type: "integer",
                    unit: "people"),
            ],
            rows: successions.sorted { $0.oldCode < $1.oldCode }.map {
                [
                    $0.oldCode.rawValue, $0.oldName, $0.newCode.rawValue, $0.kind.rawValue, "1",
                    $0.firstYear.map(String.init) ?? "", $0.lastYear.map(String.init) ?? "",
                    populations[$0.oldCode] ?? "",
                ]
            })
    }

    /// The years, from 2016, in which each code stood in the yearly lookups.
    private static func years(_ source: SourceFolder) throws -> [AreaCode: ClosedRange<Int>] {
        var years: [AreaCode: ClosedRange<Int>] = [:]
        for row in try source.table("lookups/lad_history_2016_2024.csv") {
            for year in 16...24 {
                let code = AreaCode(try row.required("ltla\(year)_code"))
                let known = years[code] ?? 2000 + year...2000 + year
                years[code] = min(known.lowerBound, 2000 + year)...max(known.upperBound, 2000 + year)
            }
        }
        return years
    }

    /// Every code since 2016 must lead where the yearly lookups say that it does.
    private static func check(_ successions: [AreaSuccession], against source: SourceFolder, held: Set<AreaCode>) throws
    {
        let successors = Dictionary(uniqueKeysWithValues: successions.map { ($0.oldCode, $0.newCode) })
        for row in try source.table("lookups/lad_history_2016_2024.csv") {
            let present = AreaCode(try row.required("ltla24_code"))
            guard present.rawValue.hasPrefix("E") else { continue }
            for year in 16...23 {
                let old = AreaCode(try row.required("ltla\(year)_code"))
                guard old == present || successors[old] == present, held.contains(present) else {
                    throw BuildProblem("\(old) of 20\(year) does not lead to \(present)")
                }
            }
        }
    }
}
