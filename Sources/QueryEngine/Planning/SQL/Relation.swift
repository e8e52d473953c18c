import GeographyModel
import SpatialStore

/// A table that can be joined to a collection's own, under a fixed name.
enum Relation: Hashable, Sendable {
    /// The figure of the chosen edition (`estimate`); the collection's own table for estimates.
    case estimate
    /// How the figure stands among the others (`standing`).
    case standing
    /// The chosen edition and its indicator (`edition`, `indicator`).
    case edition
    /// Where the figure comes from (`estimate_source`).
    case estimateSource
    /// The area of a wider level that the area lies in, under the level's own name.
    case ancestor(Ancestor)
    /// A characteristic of the area, by its key.
    case covariate(Int64)
    /// The share of residents near a library (`library_access`).
    case libraryAccess
    /// The boundary generalised for maps (`area_generalised`).
    case generalised
    /// Where the initiative was found (`initiative_source`).
    case initiativeSource

    /// The wider levels that areas are known to lie in.
    enum Ancestor: Sendable {
        case district
        case county
        case icb
        case region

        /// The name under which the area stands in a statement.
        var alias: SQLFragment {
            switch self {
            case .district: "district"
            case .county: "county"
            case .icb: "icb"
            case .region: "region"
            }
        }
    }

    /// Whether the collection of estimates has it as its own.
    var isOwnOfEstimates: Bool { self == .estimate || self == .edition }

    /// The relations that must be joined before.
    var foundations: [Relation] {
        self == .estimateSource ? [.estimate] : []
    }

    /// The clause that joins it.
    func join(in scope: SQLScope) -> SQLFragment {
        let isOwn = scope.collection == .estimates
        let edition: SQLFragment = isOwn ? "estimate.edition_key" : "\(number: scope.edition ?? -1)"
        switch self {
        case .estimate:
            return "LEFT JOIN estimate ON estimate.edition_key = \(edition) AND estimate.area_key = area.area_key"
        case .standing:
            return """
                LEFT JOIN estimate_standing AS standing ON standing.edition_key = \(edition) \
                AND standing.area_key = area.area_key
                """
        case .edition:
            return """
                LEFT JOIN edition ON edition.edition_key = \(edition)
                LEFT JOIN indicator ON indicator.indicator_key = edition.indicator_key
                """
        case .estimateSource:
            return "LEFT JOIN source AS estimate_source ON estimate_source.source_key = estimate.source_key"
        case .ancestor(let level):
            return """
                LEFT JOIN area_ancestor AS in_\(level.alias) ON in_\(level.alias).area_key = area.area_key \
                AND in_\(level.alias).ancestor_type = '\(level.alias)'
                LEFT JOIN area AS \(level.alias) ON \(level.alias).area_key = in_\(level.alias).ancestor_key
                """
        case .covariate(let key):
            return """
                LEFT JOIN covariate_value AS covariate_\(number: key) \
                ON covariate_\(number: key).covariate_key = \(number: key) \
                AND covariate_\(number: key).area_key = area.area_key
                """
        case .libraryAccess:
            // Of several releases the one with figures for most areas answers; the subquery runs once a statement.
            return """
                LEFT JOIN estimate AS library_access ON library_access.area_key = area.area_key \
                AND library_access.edition_key = (SELECT release.edition_key FROM edition AS release \
                JOIN indicator AS measured ON measured.indicator_key = release.indicator_key \
                JOIN estimate AS figure ON figure.edition_key = release.edition_key \
                WHERE measured.indicator_id = 'library-within-30-minutes' \
                GROUP BY release.edition_key ORDER BY count(*) DESC, release.edition_key LIMIT 1)
                """
        case .generalised: return "LEFT JOIN area_generalised ON area_generalised.area_key = area.area_key"
        case .initiativeSource:
            return "LEFT JOIN source AS initiative_source ON initiative_source.source_key = initiative.source_key"
        }
    }
}
