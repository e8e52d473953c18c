import GeographyModel
import SpatialStore

/// Which areas make up which wider ones.
enum AreaGroups {
    /// A wider area or a group of the user's.
    struct Group {
        var code: String
        var name: String
        var members: [(area: AreaCode, share: Double)]
    }

    /// The areas of a level, each with the parts that lie in it.
    static func areas(
        of type: AreaType, parts: AggregateParts, hierarchy: AreaHierarchy, _ reader: StoreReader
    ) throws -> [Group] {
        var members: [AreaCode: [(area: AreaCode, share: Double)]] = [:]
        for code in parts.codes {
            for ancestor in hierarchy.ancestors(of: code) where ancestor.area.type == type {
                members[ancestor.area.code, default: []].append((code, ancestor.share))
            }
        }
        let groups = try reader.areas(of: type).compactMap { area in
            members[area.code].map { Group(code: area.code.rawValue, name: area.name, members: $0) }
        }
        guard !groups.isEmpty else {
            throw GeodataError(
                .noFigures, "No area with a figure is known to lie in any of the \(type.plural).",
                remedy: "Use region, icb, county or country, or import a lookup of the level.")
        }
        return groups
    }

    /// Says which wider areas lack figures for some of their parts.
    static func coverage(
        _ groups: [Group], of type: AreaType, target: AggregateQuery.Target, hierarchy: AreaHierarchy,
        _ reader: StoreReader
    ) throws -> Note? {
        guard case .level(let wider) = target else { return nil }
        var all: [String: Int] = [:]
        for area in try reader.areas(of: type) {
            for ancestor in hierarchy.ancestors(of: area.code) where ancestor.area.type == wider {
                all[ancestor.area.code.rawValue, default: 0] += 1
            }
        }
        let partial = groups.filter { $0.members.count < all[$0.code] ?? 0 }
        guard !partial.isEmpty else { return nil }
        let list = partial.prefix(5).map { "\($0.name) (\($0.members.count) of \(all[$0.code] ?? 0))" }
        return Note(
            .areasWithoutFigure,
            "Not all \(type.plural) have figures, so these stand for a part only: \(list.joined(separator: ", "))\(partial.count > 5 ? " and \(partial.count - 5) more" : "")."
        )
    }
}
