import GeographyModel
import RankInference
import SpatialStore

extension HealthLiteracyService {
    /// Finds the areas of the worst group that no initiative covers at their own level or above.
    ///
    /// - Throws: As ``rank(_:)``; ``GeodataError`` `invalidRequest` for fewer than two groups.
    public func gaps(_ query: GapsQuery) async throws -> Gaps {
        guard query.groups >= 2 else {
            throw GeodataError(
                .invalidRequest, "\(query.groups) groups cannot be told apart.",
                remedy: "Ask for 2 or more; 5 are quintiles.")
        }
        let day = query.day ?? today
        return try await store.read { reader in
            var everywhere = query.ranking
            everywhere.selection = .all
            let ranking = try Self.rank(everywhere, on: day, reader: reader)
            let worst = ranking.areas.filter {
                QuantileGroup.group(rank: $0.rank, of: ranking.rankedCount, groups: query.groups) == 1
            }
            let reaches = InitiativeReaches(hierarchy: try AreaHierarchy(reader, including: [query.ranking.areaType]))
            let initiatives = try reader.initiatives()
            let nationwide = initiatives.filter { $0.isNationwide }
            let relevant = initiatives.filter {
                (query.countsNationwide || !$0.isNationwide)
                    && (query.closing == .any || $0.activity(on: day) == .active)
            }
            var gaps: [GapArea] = []
            var closedByOpenEnd: [String] = []
            for area in worst {
                let touching = relevant.compactMap { initiative in
                    reaches.reach(of: initiative, over: area.area.code).map { (initiative, $0.reach) }
                }
                let covering = touching.filter { $0.1 == .whole }.map(\.0)
                if covering.isEmpty {
                    gaps.append(
                        GapArea(ranked: area, partial: touching.filter { $0.1 != .site }.map(\.0.name)))
                } else if query.closing == .active, covering.allSatisfy({ !$0.isEndStated }) {
                    closedByOpenEnd.append(area.area.name)
                }
            }
            let notes =
                ranking.notes.filter { $0.code != .rankInterval }
                + GapNotes.notes(query, nationwide: nationwide, openEnded: closedByOpenEnd, day: day)
            return Gaps(
                ranking: ranking, worstCount: worst.count, gapCount: gaps.count, query: query, day: day,
                areas: query.ranking.selection.apply(to: gaps), notes: notes)
        }
    }
}

extension Initiative {
    /// Whether the initiative covers the whole country.
    var isNationwide: Bool { coverage == .whole && areas.contains { AreaType(of: $0) == .country } }
}

extension RankingQuery.Selection {
    fileprivate func apply(to gaps: [GapArea]) -> [GapArea] {
        switch self {
        case .all: gaps
        case .top(let count): Array(gaps.prefix(count))
        case .bottom(let count): gaps.suffix(count).reversed()
        }
    }
}

/// What must be said beside a list of gaps.
enum GapNotes {
    static func notes(
        _ query: GapsQuery, nationwide: [Initiative], openEnded: [String], day: CalendarDay
    ) -> [Note] {
        var notes: [Note] = []
        if !query.countsNationwide, !nationwide.isEmpty {
            let names = nationwide.map(\.name).joined(separator: ", ")
            notes.append(
                Note(.nationwideInitiatives, "Left out of account, because it covers all of England: \(names)."))
        }
        if !openEnded.isEmpty {
            notes.append(
                Note(
                    .openDates,
                    "Not listed, because an initiative there states no end and is read as active on \(day): \(openEnded.joined(separator: ", "))."
                ))
        }
        return notes
    }
}
