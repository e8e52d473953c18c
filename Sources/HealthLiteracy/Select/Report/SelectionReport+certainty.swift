extension SelectionReport {
    /// How much the choice depends on figures that are not certain.
    public struct Stability: Codable, Hashable, Sendable {
        /// How many draws were solved.
        public var draws: Int
        /// The proportion of draws in which the choice is as good as the optimum.
        public var optimalShare: Double
        /// What the choice loses on average against each draw's own optimum, in the unit of the objective.
        public var meanLoss: Double
        /// The greatest loss.
        public var greatestLoss: Double
        /// The mean loss as a proportion of the mean optimum.
        public var lossShare: Double
        /// In how many draws the optimum was not proven because time ran out.
        public var unproven: Int
        /// Every candidate that is in the optimum of some draw, the most frequent first.
        public var candidates: [Frequency]

        /// How often a candidate is in the optimum.
        public struct Frequency: Codable, Hashable, Sendable {
            /// The candidate's code or identifier.
            public var id: String
            /// Its name.
            public var name: String
            /// The proportion of draws, 0…1.
            public var share: Double
            /// Whether it is a site of the selection.
            public var selected: Bool
        }
    }

    /// The best selection with so many sites.
    public struct CurvePoint: Codable, Hashable, Sendable {
        /// How many sites.
        public var sites: Int
        /// The objective; `nil` where the constraints allow no such number.
        public var objective: Double?
        /// No set of so many sites has a better objective than this.
        public var bound: Double?
        /// Whether the objective is proven optimal.
        public var provenOptimal: Bool
        /// What it brings more than one site fewer, in the unit of the objective.
        public var gain: Double?
        /// The proportion of demand that is reached, 0…1.
        public var reachedShare: Double?
        /// The sites' codes or identifiers.
        public var chosen: [String]
    }

    /// The areas that sites are to be compared with.
    public struct Comparators: Codable, Hashable, Sendable {
        /// The sites with their comparators.
        public var matches: [Match]
        /// How well the comparators as a whole resemble the sites, characteristic by characteristic.
        public var balance: [Balance]
        /// The average standardised absolute mean difference (ASAM).
        public var asam: Double
        /// Whether the average is below ``limit``.
        public var good: Bool
        /// Below this a difference is good (de Vocht and others 2016).
        public var limit: Double
        /// What differences are divided by: `sites` or `all areas`.
        public var spread: String
        /// How many comparators are among the areas that ONS lists as similar to their site; `nil` where the store has
        /// no such list.
        public var similarAreas: Overlap?

        /// A site with its comparators.
        public struct Match: Codable, Hashable, Sendable {
            /// The site.
            public var site: Place
            /// Its comparators, the most alike first.
            public var areas: [Comparator]
        }

        /// An area that a site is compared with. It is reserved: it must not become a site.
        public struct Comparator: Codable, Hashable, Sendable {
            /// The code.
            public var id: String
            /// The name.
            public var name: String
            /// The region that it lies in.
            public var region: Place?
            /// How unlike the site it is, in standard deviations.
            public var distance: Double
            /// Whether ONS lists it as similar to the site; `nil` where the store has no such list.
            public var listedAsSimilar: Bool?
        }

        /// One characteristic.
        public struct Balance: Codable, Hashable, Sendable {
            /// Its identifier.
            public var id: String
            /// What it is.
            public var title: String
            /// The mean over the sites.
            public var siteMean: Double
            /// The mean over the comparators.
            public var comparatorMean: Double
            /// The absolute difference of the means in standard deviations.
            public var difference: Double
            /// Whether it is below the limit.
            public var good: Bool
        }

        /// A cross-check against a list of similar areas.
        public struct Overlap: Codable, Hashable, Sendable {
            /// How many comparators are listed as similar to their site.
            public var listed: Int
            /// How many comparators there are for sites that have a list.
            public var total: Int
            /// How many of them chance alone would have put on the list.
            public var expectedByChance: Double
            /// Where the list comes from.
            public var source: String
        }
    }
}
