/// What makes one set of sites better than another.
public enum SelectionModel: Hashable, Sendable {
    /// The most people within the service distance of a site (MCLP; Church and ReVelle 1974, *The maximal covering
    /// location problem*, Papers of the Regional Science Association 32). With distance 0, where demand and candidates
    /// are the same areas, it is weighted selection.
    case maximalCovering(serviceDistance: Double)
    /// The fewest sites that have everybody within the service distance (LSCP; Toregas, Swain, ReVelle and Bergman
    /// 1971, *The location of emergency service facilities*, Operations Research 19).
    case setCovering(serviceDistance: Double)
    /// The least sum of weight × distance to the nearest site (Hakimi 1964, *Optimum locations of switching centers*,
    /// Operations Research 12; ReVelle and Swain 1970).
    case pMedian
    /// The least greatest distance to the nearest site, whatever the weights (Hakimi 1964).
    case pCenter

    /// The service distance of a covering model.
    public var serviceDistance: Double? {
        switch self {
        case .maximalCovering(let distance), .setCovering(let distance): distance
        case .pMedian, .pCenter: nil
        }
    }

    /// The short name that the literature uses.
    public var name: String {
        switch self {
        case .maximalCovering: "MCLP"
        case .setCovering: "LSCP"
        case .pMedian: "p-median"
        case .pCenter: "p-center"
        }
    }

    /// Whether a greater objective is the better one.
    public var isMaximising: Bool {
        if case .maximalCovering = self { true } else { false }
    }
}
