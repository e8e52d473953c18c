import GeographyModel
import SpatialStore

/// Gathers which areas lie in which from a lookup that may name a pair several times, and the areas that it makes.
struct LookupNesting {
    private struct Pair: Hashable {
        var child: AreaCode
        var parent: AreaCode
    }

    private struct ChildLevel: Hashable {
        var child: AreaCode
        var level: AreaType?
    }

    /// How often each child lies in each parent.
    private var pairs: [Pair: Int] = [:]
    private var newAreas: [AreaCode: (name: String, type: AreaType)] = [:]

    /// Whether an area will be made under this code.
    func isNew(_ code: AreaCode) -> Bool { newAreas[code] != nil }

    /// Makes an area at the end of the file.
    mutating func make(_ code: AreaCode, name: String, type: AreaType) { newAreas[code] = (name, type) }

    /// Takes that a part of `child` lies in `parent`.
    mutating func add(_ child: AreaCode, in parent: AreaCode) {
        pairs[Pair(child: child, parent: parent), default: 0] += 1
    }

    /// What was written.
    struct Outcome {
        var areas = 0
        var memberships = 0
        /// Pairs of embedded areas, whose shares are known better than from a count of rows.
        var recorded = 0
    }

    /// Writes new areas, and memberships whose shares are the parts of each level.
    func write(into writer: StoreWriter, vintage: String?, from source: StoreWriter.SourceKey) throws -> Outcome {
        var outcome = Outcome(areas: newAreas.count)
        var recorded: [AreaCode: Set<AreaCode>] = [:]
        for code in newAreas.keys.sorted() {
            guard let (name, type) = newAreas[code] else { continue }
            try writer.put(
                Area(code: code, name: name, type: type, vintage: vintage ?? Area.unstatedVintage), from: source)
        }
        let levels = Dictionary(grouping: pairs) { ChildLevel(child: $0.key.child, level: AreaType(of: $0.key.parent)) }
        for links in levels.values {
            let total = links.reduce(0) { $0 + $1.value }
            let greatest = links.max { ($0.value, $1.key.parent) < ($1.value, $0.key.parent) }?.key
            for (pair, count) in links {
                outcome.memberships += 1
                if let type = AreaType(of: pair.child), AreaType.embedded.contains(type) {
                    let parents =
                        try recorded[pair.child]
                        ?? Set(writer.reader.memberships(ofArea: pair.child).map(\.parent.code))
                    recorded[pair.child] = parents
                    if parents.contains(pair.parent) {
                        outcome.recorded += 1
                        continue
                    }
                }
                try writer.put(
                    AreaMembership(
                        child: pair.child, parent: pair.parent, share: Double(count) / Double(total),
                        isBestFit: pair == greatest), from: source)
            }
        }
        return outcome
    }
}
