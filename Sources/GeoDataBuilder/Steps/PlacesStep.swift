import GeographyModel
import SourceReaders

/// Which areas there are, and how they nest.
struct PlacesStep {
    /// All areas, the widest first.
    private(set) var all: [Area] = []
    /// How districts lie in boards, as the lookup has it.
    let boardShares: [(district: AreaCode, board: AreaCode, share: String, isBestFit: Bool)]
    /// The county of each district of two tiers.
    let countyOfDistrict: [AreaCode: AreaCode]
    /// The region of each district.
    let regionOfDistrict: [AreaCode: AreaCode]
    /// The areas as a resource.
    let areas: Resource
    /// The memberships as a resource.
    let memberships: Resource

    static let england = Area(code: AreaCode("E92000001"), name: "England", type: .country, vintage: "2024")

    init(_ source: SourceFolder) throws {
        var found: [AreaCode: Area] = [:]
        var healthCodes: [AreaCode: String] = [:]
        var regions: [AreaCode: AreaCode] = [:]
        boardShares = try source.table("lookups/lad24_region24_icb24.csv").map { row in
            let district = AreaCode(try row.required("LAD24CD"))
            let region = AreaCode(try row.required("RGN24CD"))
            let board = AreaCode(try row.required("icb24_code"))
            found[district] = Area(
                code: district, name: try row.required("LAD24NM"), type: .district, vintage: "2024-05")
            found[region] = Area(code: region, name: try row.required("RGN24NM"), type: .region, vintage: "2024")
            found[board] = Area(code: board, name: try row.required("icb24_name"), type: .icb, vintage: "2024")
            healthCodes[board] = try row.required("icb24_code_nhs")
            regions[district] = region
            return (district, board, try row.required("share_of_lad_lsoas"), try row.required("is_best_fit") == "True")
        }
        var counties: [AreaCode: AreaCode] = [:]
        for row in try source.table("lookups/lookup_ltla23_utla23.csv") {
            let county = AreaCode(try row.required("utla23_code"))
            guard AreaType(of: county) == .county else { continue }
            found[county] = Area(code: county, name: try row.required("utla23_name"), type: .county, vintage: "2023")
            counties[AreaCode(try row.required("ltla23_code"))] = county
        }
        let levels: [AreaType] = [.region, .icb, .county, .district]
        all =
            [Self.england]
            + levels.flatMap { type in
                found.values.filter { $0.type == type }.sorted { $0.code < $1.code }
            }
        countyOfDistrict = counties
        regionOfDistrict = regions
        areas = Self.areas(all, healthCodes: healthCodes, hexagons: try Self.hexagons(source))
        memberships = Self.memberships(boardShares, regions: regions, counties: counties)
        try check()
    }

    /// The districts, in the order of their codes.
    var districts: [Area] { all.filter { $0.type == .district } }

    /// The one area of a type whose name is written this way.
    func area(named name: String, type: AreaType) throws -> Area {
        let key = AreaName.key(name)
        guard let area = all.first(where: { $0.type == type && AreaName.keys(for: $0.name, type: type).contains(key) })
        else { throw BuildProblem("no \(type.label) is called \(name)") }
        return area
    }

    /// The counts that the Office for National Statistics gives for 2024.
    private func check() throws {
        let counts: [(AreaType, Int)] = [(.region, 9), (.icb, 42), (.county, 21), (.district, 296)]
        for (type, expected) in counts where all.count(where: { $0.type == type }) != expected {
            throw BuildProblem("expected \(expected) \(type.plural)")
        }
    }

    private static func hexagons(_ source: SourceFolder) throws -> [AreaCode: HexCell] {
        let layout = try BoundaryReader.read(source.file("boundaries/lad_2023.hexjson"))
        guard layout.format == .hexJSON(.oddRows) else { throw BuildProblem("the hex layout is not odd-r") }
        return Dictionary(
            layout.features.compactMap { feature in
                feature.id.flatMap { id in feature.hex.map { (AreaCode(id), $0) } }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func areas(
        _ areas: [Area], healthCodes: [AreaCode: String], hexagons: [AreaCode: HexCell]
    ) -> Resource {
        Resource(
            csv: "areas", title: "Areas of England: districts, counties, integrated care boards, regions",
            vintage: "May 2024",
            origins: [
                .init(
                    title: "ONS Open Geography Portal, names and codes 2024",
                    path: "https://geoportal.statistics.gov.uk"),
                .init(
                    title: "ODI Leeds (Open Innovations), hex map of local authority districts 2023 (MIT licence)",
                    path: "https://open-innovations.org/projects/hexmaps/"),
            ],
            fields: [
                .init("area_code", "GSS code"), .init("area_name", "Name"), .init("area_type", "Level of geography"),
                .init("vintage", "Date of the boundaries"), .init("nhs_code", "NHS organisation code of a board"),
                .init("hex_q", "Column in the hex layout (odd-r)", type: "integer"),
                .init("hex_r", "Row in the hex layout (odd-r), counted upwards", type: "integer"),
            ],
            rows: areas.map { area in
                [
                    area.code.rawValue, area.name, area.type.rawValue, area.vintage, healthCodes[area.code] ?? "",
                    hexagons[area.code].map { String($0.q) } ?? "", hexagons[area.code].map { String($0.r) } ?? "",
                ]
            })
    }

    private static func memberships(
        _ boards: [(district: AreaCode, board: AreaCode, share: String, isBestFit: Bool)],
        regions: [AreaCode: AreaCode], counties: [AreaCode: AreaCode]
    ) -> Resource {
        var rows: [[String]] = []
        func add(_ child: AreaCode, _ parent: AreaCode, _ share: String = "1", _ isBestFit: Bool = true) {
            rows.append([child.rawValue, parent.rawValue, share == "1.0" ? "1" : share, isBestFit ? "true" : "false"])
        }
        for (district, board, share, isBestFit) in boards { add(district, board, share, isBestFit) }
        for (district, region) in regions { add(district, region) }
        for (district, county) in counties { add(district, county) }
        let regionsOfCounties = Set(counties.compactMap { district, county in regions[district].map { [county, $0] } })
        for pair in regionsOfCounties { add(pair[0], pair[1]) }
        for wide in Set(regions.values).union(boards.map(\.board)) { add(wide, england.code) }
        return Resource(
            csv: "memberships", title: "Which areas lie in which", vintage: "2024",
            origins: [
                .init(
                    title:
                        "ONS Open Geography Portal, LSOA (2021) to ward, district, region and ICB lookups 2024; district to county 2023",
                    path: "https://geoportal.statistics.gov.uk")
            ],
            fields: [
                .init("child_code", "GSS code of the area that lies inside"),
                .init("parent_code", "GSS code of the wider area"),
                .init("share", "Share of the child's LSOAs (2021) in the parent", type: "number", unit: "proportion"),
                .init("is_best_fit", "Whether the best-fit lookup gives this parent", type: "boolean"),
            ],
            rows: rows.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
