import GeographyModel
import SpatialStore

/// What a statement looks at: the collection's own table, and every relation that its expressions asked for, each
/// joined once.
struct SQLScope {
    let collection: CollectionID
    /// The key of the edition whose figures areas carry; `nil` leaves areas without figures.
    let edition: Int64?
    /// The day on which activity is judged; `nil` where nothing asks for it.
    let day: CalendarDay?
    let dialect: any SQLDialect
    private(set) var relations: [Relation] = []

    init(collection: CollectionID, edition: Int64?, day: CalendarDay?, dialect: any SQLDialect) {
        self.collection = collection
        self.edition = edition
        self.day = day
        self.dialect = dialect
    }

    /// Makes sure that a relation is joined, after those that it rests on.
    mutating func use(_ relation: Relation) {
        guard !relations.contains(relation), !(collection == .estimates && relation.isOwnOfEstimates) else { return }
        for foundation in relation.foundations { use(foundation) }
        relations.append(relation)
    }

    /// The day on which activity is judged, as a bound value.
    var dayValue: SQLFragment { "\(bind: day.map { .text($0.description) } ?? .null)" }

    /// The table of the collection with everything that was asked for.
    var from: SQLFragment { joined("FROM \(table)") }

    /// The same, for the features whose keys stand in a table `page`.
    func from(page: SQLFragment) -> SQLFragment { joined("FROM \(page) JOIN \(table) ON \(isFeatureOfPage)") }

    private func joined(_ start: SQLFragment) -> SQLFragment {
        relations.reduce("\(start)\(fixedJoins)") { "\($0)\n\($1.join(in: self))" }
    }

    private var table: SQLFragment {
        switch collection {
        case .areas: "area"
        case .initiatives: "initiative"
        case .estimates: "estimate"
        }
    }

    private var fixedJoins: SQLFragment {
        guard collection == .estimates else { return "" }
        return """
            \nJOIN area ON area.area_key = estimate.area_key
            JOIN edition ON edition.edition_key = estimate.edition_key
            JOIN indicator ON indicator.indicator_key = edition.indicator_key
            """
    }

    /// One number that tells a feature from all others of the collection.
    var key: SQLFragment {
        switch collection {
        case .areas: "area.area_key"
        case .initiatives: "initiative.initiative_key"
        case .estimates: "((estimate.edition_key << 32) + estimate.area_key)"
        }
    }

    /// How the feature of a page's row is found again.
    private var isFeatureOfPage: SQLFragment {
        switch collection {
        case .areas: "area.area_key = page.feature"
        case .initiatives: "initiative.initiative_key = page.feature"
        case .estimates:
            "estimate.edition_key = (page.feature >> 32) AND estimate.area_key = (page.feature & 4294967295)"
        }
    }

    /// What identifies the feature for people.
    var identifier: SQLFragment {
        switch collection {
        case .areas: "area.area_code"
        case .initiatives: "initiative.initiative_id"
        case .estimates: "indicator.indicator_id || '/' || edition.edition_id || '/' || area.area_code"
        }
    }

    /// What is true of every feature of the collection.
    ///
    /// - Parameter isFoundByPlace: Whether the spatial index leads to the features.
    func membership(isFoundByPlace: Bool) -> [SQLFragment] {
        switch collection {
        case .areas(let type):
            let column: SQLFragment = isFoundByPlace ? dialect.unindexed("area.area_type") : "area.area_type"
            return ["\(column) = \(bind: .text(type.rawValue))"]
        case .initiatives, .estimates: return []
        }
    }

    /// The order of features that nothing else tells apart, the same every time.
    var naturalOrder: [SQLFragment] {
        switch collection {
        case .areas: ["area.area_code"]
        case .initiatives: ["initiative.initiative_id"]
        case .estimates: ["indicator.indicator_id", "edition.edition_id", "area.area_code"]
        }
    }
}
