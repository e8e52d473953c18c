import GeographyModel
import HealthLiteracy

/// What one point and many have in common: in which areas they are looked for, and what is said of those.
enum LocationParameters {
    /// The query that parameters mean.
    ///
    /// - Throws: ``Problem`` 400.
    static func query(_ parameters: inout QueryParameters) throws -> LocateQuery {
        LocateQuery(
            areaType: parameters.takeLevel("level") ?? .district, indicator: parameters.takeText("indicator"),
            edition: parameters.takeText("edition"), day: try parameters.takeDay("as-of"),
            properties: try parameters.takeList("properties"))
    }
}
