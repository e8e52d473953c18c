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

/// Writes anew what follows from the areas, figures and initiatives of a store, where a change touched it: which areas
/// lie above which, what initiatives reach, and how figures stand among one another. Queries read these tables instead
/// of computing.
struct StoreDerivation {
    private let writer: StoreWriter
    private let changed: ChangedParts
    private let types: [AreaType]
    private let hierarchy: AreaHierarchy

    /// Looks at the store as a transaction has made it so far.
    init(writer: StoreWriter) throws {
        self.writer = writer
        var changed = try writer.changedParts()
        // What a change before this one did not derive is derived now.
        if try !writer.isDerivedBefore() { changed.places = true }
        self.changed = changed
        types = try writer.reader.areaCounts().map(\.type)
        let isNeeded = changed.places || changed.foundations || changed.initiatives || !changed.editions.isEmpty
        hierarchy = isNeeded ? try AreaHierarchy(writer.reader, including: types) : AreaHierarchy()
    }

    /// Replaces what was derived before.
    func run() throws {
        if changed.places { try deriveAncestors() }
        if changed.places || changed.initiatives { try deriveReaches() }
        for edition in try writer.reader.editions() {
            guard
                let key = try writer.reader.editionKey(indicator: edition.indicator.id, edition: edition.edition.id),
                changed.places || changed.foundations || changed.editions.contains(key)
            else { continue }
            try writer.clearStandings(of: key)
            try writer.put(try EditionStandings(edition, hierarchy: hierarchy, reader: writer.reader).all, of: key)
        }
        try writer.markDerived()
    }

    private func deriveAncestors() throws {
        try writer.clearAncestors()
        for type in types {
            for area in try writer.reader.areas(of: type) {
                for ancestor in hierarchy.ancestors(of: area.code) where ancestor.isBestFit {
                    try writer.putAncestor(ancestor.area, of: area.code)
                }
            }
        }
    }

    private func deriveReaches() throws {
        try writer.clearReaches()
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
