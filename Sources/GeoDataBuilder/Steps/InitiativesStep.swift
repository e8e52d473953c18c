import GeographyModel

/// The initiatives, with the areas that each works in at its own level.
struct InitiativesStep {
    let resource: Resource

    init(_ source: SourceFolder, places: PlacesStep) throws {
        let rows = try source.table("initiatives/initiatives.csv").map { row in
            let level = try row.required("place_level")
            let coverage = Self.coverage(row, level: level)
            let areas = try Self.areas(row, level: level, places: places)
            for column in ["start", "end"] where !(row[column] ?? "").isEmpty && PartialDate(row[column] ?? "") == nil {
                throw BuildProblem("a date that is not understood: \(row)")
            }
            return try [
                row.required("name"), row["programme"] ?? "", row["organisation"] ?? "", row["place"] ?? "",
                level == "LAD" ? "district" : level, (areas.isEmpty ? Initiative.Coverage.unknown : coverage).rawValue,
                areas.map(\.rawValue).joined(separator: ";"), row["start"] ?? "", row["end"] ?? "",
                row["lon"] ?? "", row["lat"] ?? "", row["description"] ?? "", row.required("source_url"),
                Self.remark(row["notes"] ?? "", hasDates: !(row["start"] ?? "").isEmpty || !(row["end"] ?? "").isEmpty),
            ]
        }
        resource = Resource(
            csv: "initiatives", title: "Initiatives on health literacy and digital health", vintage: "2007 to 2026",
            licence: .citedFacts,
            origins: [.init(title: "Public web pages of the initiatives, each with its address")],
            fields: [
                .init("name", "Name"), .init("programme", "Programme"), .init("organisation", "Who ran it"),
                .init("place", "Place in the source's words"), .init("place_level", "Level in the source's words"),
                .init("coverage", "whole, part, site or unknown"),
                .init("area_codes", "GSS codes of its areas, separated by semicolons"),
                .init("start", "Beginning in the source's words"), .init("end", "End in the source's words"),
                .init("longitude", "CRS84 longitude, where given", type: "number", unit: "degrees"),
                .init("latitude", "CRS84 latitude, where given", type: "number", unit: "degrees"),
                .init("summary", "What it does"), .init("source_address", "Page that says so"),
                .init("remark", "How the entry was read"),
            ],
            rows: rows)
    }

    /// A town is a part of its district, and a prison serves nobody around it.
    private static func coverage(_ row: [String: String], level: String) -> Initiative.Coverage {
        if (row["organisation"] ?? "").contains("prison") { return .site }
        return ["town", "towns"].contains(level) ? .part : .whole
    }

    /// What the reader should know of how the entry came about, in our own words.
    private static func remark(_ notes: String, hasDates: Bool) -> String {
        var sentences: [String] = []
        if notes.contains("LAD inferred") || notes.contains("are inferred") {
            sentences.append("The area was read from the place's name.")
        }
        if notes.contains("programme dates") { sentences.append("The dates are those of the programme.") }
        if notes.contains("cohort inferred") { sentences.append("The cohort was inferred.") }
        if !hasDates { sentences.append("The source seen gives no dates.") }
        return sentences.joined(separator: " ")
    }

    /// The codes that the source gives, or the area of the level that bears the place's name.
    private static func areas(_ row: [String: String], level: String, places: PlacesStep) throws -> [AreaCode] {
        let codes = (row["lad24_code"] ?? "").split(separator: ";").map { AreaCode(String($0)) }
        guard codes.isEmpty else { return codes }
        let place = try row.required("place")
        return switch level {
        case "county": [try places.area(named: place, type: .county).code]
        case "region": [try places.area(named: place, type: .region).code]
        case "ICB": [try places.area(named: place, type: .icb).code]
        case "national": [PlacesStep.england.code]
        default: []
        }
    }
}
