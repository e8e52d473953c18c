import GeographyModel

/// How an initiative touches an area.
public enum InitiativeReach: String, CaseIterable, Sendable {
    /// It covers the whole area: its own level is the area's or a wider one.
    case whole
    /// It works in a part of the area.
    case part
    /// It is one institution that stands in the area and serves nobody else there.
    case site
    /// It works in smaller areas that lie in this one.
    case within
}

/// Works out how initiatives touch areas, through the hierarchy.
struct InitiativeReaches {
    let hierarchy: AreaHierarchy

    /// How `initiative` touches the area, and through which of its own areas; `nil` where it does not.
    func reach(of initiative: Initiative, over code: AreaCode) -> (reach: InitiativeReach, via: AreaCode)? {
        reach(of: initiative, over: code, below: hierarchy.ancestors(of: code))
    }

    /// The same for an area whose ancestors are at hand.
    func reach(
        of initiative: Initiative, over code: AreaCode, below ancestors: [AreaHierarchy.Ancestor]
    ) -> (reach: InitiativeReach, via: AreaCode)? {
        if let own = initiative.areas.first(where: { $0 == code }) {
            return (reach(initiative.coverage, isWhole: true), own)
        }
        let above = ancestors.filter { initiative.areas.contains($0.area.code) }
        if let ancestor = above.max(by: { $0.share < $1.share }) {
            // A prison in a county, or a town in it, says nothing about this district of the county.
            guard initiative.coverage == .whole else { return nil }
            return (reach(.whole, isWhole: ancestor.isBestFit), ancestor.area.code)
        }
        let below = initiative.areas.first { area in
            hierarchy.ancestors(of: area).contains { $0.area.code == code && $0.isBestFit }
        }
        return below.map { (.within, $0) }
    }

    private func reach(_ coverage: Initiative.Coverage, isWhole: Bool) -> InitiativeReach {
        switch coverage {
        case .whole: isWhole ? .whole : .part
        case .part, .unknown: .part
        case .site: .site
        }
    }
}
