import GeographyModel
import SpatialStore

extension SpatialStore {
    /// Changes the store, and in the same transaction everything in it that follows from the change.
    ///
    /// - Parameters:
    ///   - action: What the change is, for the store's own log.
    ///   - instant: When it is made, ISO 8601 in UTC.
    ///   - commits: Decides from the result whether the change stands.
    ///   - body: The change.
    /// - Throws: What `body` throws, and errors of the store; nothing is changed then.
    func change<Value: Sendable>(
        action: String, at instant: String, commits: @escaping @Sendable (Value) -> Bool = { _ in true },
        _ body: @escaping @Sendable (StoreWriter) throws -> Value
    ) async throws -> Value {
        try await write(action: action, at: instant, commits: commits) { writer in
            let value = try body(writer)
            if commits(value) { try StoreDerivation(writer: writer).run() }
            return value
        }
    }
}

/// Writes anew what follows from the areas, figures and initiatives of a store: which areas lie above which, what
/// initiatives reach, and how figures stand among one another. Queries read these tables instead of computing.
struct StoreDerivation {
    private let writer: StoreWriter
    private let types: [AreaType]
    private let hierarchy: AreaHierarchy

    /// Looks at the store as a transaction has made it so far.
    init(writer: StoreWriter) throws {
        self.writer = writer
        types = try writer.reader.areaCounts().map(\.type)
        hierarchy = try AreaHierarchy(writer.reader, including: types)
    }

    /// Replaces all that was derived before.
    func run() throws {
        try writer.clearDerived()
        try derivePlaces()
        for edition in try writer.reader.editions() {
            try writer.put(
                try EditionStandings(edition, hierarchy: hierarchy, reader: writer.reader).all, of: edition.edition)
        }
        try writer.markDerived()
    }

    private func derivePlaces() throws {
        let initiatives = try writer.reader.initiatives()
        let reaches = InitiativeReaches(hierarchy: hierarchy)
        // Only initiatives that name the area, one above it or one in it can touch it.
        var touching: [AreaCode: Set<Int>] = [:]
        var within: [AreaCode: Set<Int>] = [:]
        for (place, initiative) in initiatives.enumerated() {
            for code in initiative.areas {
                touching[code, default: []].insert(place)
                for ancestor in hierarchy.ancestors(of: code) { within[ancestor.area.code, default: []].insert(place) }
            }
        }
        for type in types {
            for area in try writer.reader.areas(of: type) {
                let ancestors = hierarchy.ancestors(of: area.code)
                for ancestor in ancestors where ancestor.isBestFit {
                    try writer.putAncestor(ancestor.area, of: area.code)
                }
                let above = ancestors.compactMap { touching[$0.area.code] }
                let candidates = above.reduce(into: (touching[area.code] ?? []).union(within[area.code] ?? [])) {
                    $0.formUnion($1)
                }
                for place in candidates.sorted() {
                    let initiative = initiatives[place]
                    guard let found = reaches.reach(of: initiative, over: area.code, below: ancestors) else { continue }
                    try writer.putReach(found.reach.rawValue, of: initiative.id, over: area.code)
                }
            }
        }
    }
}
