import GeographyModel
import HealthLiteracy

/// The parameters of rankings and of the other questions, with the names that the command line has for them.
extension RouteParameter {
    /// What is ranked and where.
    static let ofRankings =
        [indicator, edition, within, level(usual: "district"), measure, top, bottom, box] + ofConditions

    static let benchmark = RouteParameter(
        name: "benchmark", explanation: "What areas are compared with: england, region, icb, or a figure.",
        schema: ParameterSchema.text)
    static let groups = RouteParameter(
        name: "groups", explanation: "The worst 1/N of the areas are looked at.",
        schema: ParameterSchema.whole(1...1_000, usual: 5))
    static let closing = RouteParameter(
        name: "initiatives", explanation: "Which initiatives close a gap.",
        schema: ParameterSchema.oneOf(
            GapsQuery.Closing.allCases.map(\.rawValue), usual: GapsQuery.Closing.active.rawValue))
    static let nationwide = RouteParameter(
        name: "count-nationwide", explanation: "Let initiatives that cover all of England close gaps too.",
        schema: ParameterSchema.flag)
    static let areas = RouteParameter(
        name: "areas", explanation: "Codes or names of two or more areas; AREA@EDITION takes another edition's figure.",
        schema: ParameterSchema.texts, example: .array([.text("Newham"), .text("Brent")]))
    static let acrossEditions = RouteParameter(
        name: "across-editions",
        explanation: "Compare figures of different editions, although they differ in ages, census and method.",
        schema: ParameterSchema.flag)
    static let target = RouteParameter(
        name: "level", explanation: "What the figures are rolled up to: region, icb, county, country.",
        schema: ParameterSchema.text, place: "path", example: .text("region"))
    static let rolledUp = RouteParameter(
        name: "from", explanation: "The level of geography that is rolled up.", schema: ParameterSchema.text)
    static let area = RouteParameter(
        name: "area", explanation: "A code or a name, also one that is no longer in use.",
        schema: ParameterSchema.words,
        place: "path", example: .text("Newham"))
    static let areaSearch = RouteParameter(
        name: "area", explanation: "A code or a name, also one that is no longer in use.",
        schema: ParameterSchema.words,
        isRequired: true, example: .text("Newham"))
    static let formerly = RouteParameter(
        name: "formerly", explanation: "The old code that led here.", schema: ParameterSchema.text)
    static let longitude = RouteParameter(
        name: "lon", explanation: "Longitude in degrees (CRS84).", schema: ParameterSchema.degrees(180),
        example: .number(-0.03))
    static let latitude = RouteParameter(
        name: "lat", explanation: "Latitude in degrees (CRS84).", schema: ParameterSchema.degrees(90),
        example: .number(51.53))
    static let properties = RouteParameter(
        name: "properties", explanation: "What is said of the area: names of its properties.",
        schema: ParameterSchema.names)

    static let pointSystem = RouteParameter(
        name: "crs", explanation: "Reference system of the points, where their columns do not tell.",
        schema: ParameterSchema.oneOf(CoordinateReferenceSystem.allCases.map(\.uri), format: "uri"))

    static func level(usual: String) -> RouteParameter {
        RouteParameter(
            name: "level",
            explanation: "Level of geography, such as district, county, icb or region; \(usual) unless named.",
            schema: ParameterSchema.text)
    }

    private static let measure = RouteParameter(
        name: "by", explanation: "By what areas are put in order.",
        schema: ParameterSchema.oneOf(
            RankingQuery.Measure.allCases.map(\.rawValue), usual: RankingQuery.Measure.percent.rawValue))
    private static let top = RouteParameter(
        name: "top", explanation: "Only so many areas, those with the greatest need.",
        schema: ParameterSchema.whole(1...1_000_000))
    private static let bottom = RouteParameter(
        name: "bottom", explanation: "Only so many areas, those with the least need.",
        schema: ParameterSchema.whole(1...1_000_000))
}
