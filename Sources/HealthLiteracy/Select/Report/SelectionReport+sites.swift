extension SelectionReport {
    /// A selected site and why it was.
    public struct Site: Codable, Hashable, Sendable {
        /// The code of the area, or the identifier of the place.
        public var id: String
        /// Its name.
        public var name: String
        /// Degrees east, CRS84; `nil` where nobody knows.
        public var longitude: Double?
        /// Degrees north, CRS84.
        public var latitude: Double?
        /// The district that it is or lies in.
        public var district: Place?
        /// The region that it lies in.
        public var region: Place?
        /// The integrated care board that it lies in, by best fit.
        public var icb: Place?
        /// The indicator's figure of its area (of its district, for a place of a file).
        public var value: Double?
        /// The lower end of the figure's 95 % interval.
        public var valueLower: Double?
        /// The upper end of the figure's 95 % interval.
        public var valueUpper: Double?
        /// The people whom the figure stands for.
        public var people: Double?
        /// The rank of the area's figure among all areas of its level; 1 is the greatest need.
        public var rank: Int?
        /// The least rank at 95 %.
        public var rankLower: Int?
        /// The greatest rank at 95 %.
        public var rankUpper: Int?
        /// How many areas are ranked.
        public var rankedCount: Int?
        /// What it costs; `nil` where sites have no cost.
        public var cost: Double?
        /// Whether it was asked for (`include`).
        public var included: Bool
        /// The weight of the demand that has this as its nearest site within reach.
        public var reached: Double
        /// The mean distance of that demand to it, by weight.
        public var meanDistance: Double?
        /// The weight within the service distance, in covering models.
        public var covered: Double?
        /// The weight within the service distance of this site and of no other, in covering models.
        public var coveredAlone: Double?
        /// The nearest initiative that has not ended.
        public var nearestInitiative: NearbyInitiative?
        /// The best selection without it; `nil` where it was not looked for, or time ran out.
        public var alternative: Alternative?
        /// The proportion of draws in whose optimum it is; `nil` where that was not asked.
        public var drawShare: Double?
        /// Why it is a site, in a sentence or two.
        public var reason: String
    }

    /// An area or a place by code and name.
    public struct Place: Codable, Hashable, Sendable {
        /// The code or identifier.
        public var id: String
        /// The name.
        public var name: String
    }

    /// An initiative near a site.
    public struct NearbyInitiative: Codable, Hashable, Sendable {
        /// Its identifier.
        public var id: String
        /// Its name.
        public var name: String
        /// `active`, `planned` or `undated` on the day.
        public var activity: String
        /// How far its place, or the centroid of its nearest area, is, in metres on the ellipsoid; 0 where it works in
        /// the site's own district.
        public var metres: Double
    }

    /// What would be done without a site.
    public struct Alternative: Codable, Hashable, Sendable {
        /// Whether the constraints can be met without the site.
        public var possible: Bool
        /// The sites that would come in.
        public var incoming: [Place]
        /// The sites that would go, this one first.
        public var outgoing: [Place]
        /// What it would cost, in the unit of the objective; below 0 for a site that was asked for, or where the selection is
        /// not proven.
        public var loss: Double?
        /// The same as a proportion of the objective.
        public var lossShare: Double?
        /// Whether the alternative is proven to be the best.
        public var provenOptimal: Bool
        /// The codes of those that would come in and are comparators of this selection: choosing them needs others.
        public var reserved: [String]
    }
}
