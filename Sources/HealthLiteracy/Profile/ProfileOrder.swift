import FeatureFormats
public import GeographyModel
import RankInference
import SpatialStore

extension AreaProfile {
    /// All areas of the profile's level in order of need, in one edition: where this one stands, and how sure that is.
    public struct Order: Sendable {
        /// What is ranked.
        public var indicator: Indicator
        /// Whose figures.
        public var edition: Edition
        /// The level of geography.
        public var areaType: AreaType
        /// Every figure, greatest need first.
        public var estimates: [Estimate]
        /// The place of this area in `estimates`, from 0.
        public var place: Int
        /// Its rank, 1 is the greatest need.
        public var rank: Int
        /// The least rank that the figures' uncertainty leaves, at 95 %; `nil` where nothing supports an interval.
        public var rankLower: Int?
        /// The greatest rank that the figures' uncertainty leaves, at 95 %.
        public var rankUpper: Int?
        /// The probability of being among the worst fifth; `nil` without draws.
        public var probabilityInWorst: Double?
        /// How many areas the worst fifth has.
        public var worst: Int
        /// The country's figure in the same edition.
        public var benchmark: Double?

        /// Where the country's mean lies: before the area at this place, from 0.
        public var benchmarkPlace: Int? {
            benchmark.map { mean in
                estimates.count { estimate in
                    let value = estimate.value ?? mean
                    return indicator.polarity == .lowIsGood ? value > mean : value < mean
                }
            }
        }
    }

    /// The order as a picture (SVG); `nil` where there is none.
    public var picture: String? {
        guard let order else { return nil }
        let interval = order.rankLower.flatMap { lower in order.rankUpper.map { (lower, $0) } }
        let between = interval.map { ", 95 % interval \($0.0) to \($0.1)" } ?? ""
        let cautions = notes.filter { [.expectedValue, .notForEvaluation, .noLocalFactors].contains($0.code) }
        return OrderPicture(
            title:
                "\(area.name): rank \(order.rank) of \(order.estimates.count) \(order.areaType.pluralLabel)\(between)",
            subtitle: "\(order.indicator.title), \(order.edition.title)",
            unitSuffix: order.indicator.unit == "percent" ? " %" : "",
            caption: (["Lines are 95 % intervals; the band is the rank interval."] + cautions.map(\.text))
                .joined(separator: " "),
            entries: order.estimates.map { .init(value: $0.value ?? 0, lower: $0.lower, upper: $0.upper) },
            marked: order.place, label: area.name,
            range: interval.map { max($0.0, 1) - 1...max($0.0, min($0.1, order.estimates.count)) - 1 },
            benchmark: order.benchmark.map { ("England", $0) }
        ).svg
    }
}

extension ProfileBuilder {
    /// The country's figure in an edition.
    func countryValue(of indicator: Indicator, _ edition: Edition) throws -> Double? {
        try reader.areas(of: .country).first.flatMap {
            try reader.estimate(indicator: indicator.id, edition: edition.id, for: $0.code)?.estimate.value
        }
    }

    /// The order in the edition that a ranking would answer from; `nil` where the area has no figure in it, or stands
    /// alone.
    func order() throws -> AreaProfile.Order? {
        guard area.type != .country else { return nil }
        let query = RankingQuery(areaType: area.type)
        let ranking: Ranking
        do {
            ranking = try HealthLiteracyService.rank(query, on: day, reader: reader)
        } catch let error as GeodataError where error.code == .noFigures || error.code == .storeEmpty {
            return nil
        }
        guard ranking.areas.count > 2, let place = ranking.areas.firstIndex(where: { $0.area.code == area.code })
        else { return nil }
        let own = ranking.areas[place]
        return AreaProfile.Order(
            indicator: ranking.indicator, edition: ranking.edition, areaType: ranking.areaType,
            estimates: ranking.areas.map(\.estimate), place: place, rank: own.rank, rankLower: own.rankLower,
            rankUpper: own.rankUpper, probabilityInWorst: own.probabilityInWorst,
            worst: QuantileGroup.worstCount(of: ranking.areas.count, groups: RankedArea.groupCount),
            benchmark: try countryValue(of: ranking.indicator, ranking.edition))
    }
}
