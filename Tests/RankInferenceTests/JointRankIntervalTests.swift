import GeographyModel
import RankInference
import Testing

@Suite struct JointRankIntervalTests {
    /// Six areas with 95 % intervals, two of them not symmetric.
    private static let estimates = [
        IntervalEstimate(value: 50, lower: 48, upper: 52), IntervalEstimate(value: 49, lower: 47.5, upper: 50.5),
        IntervalEstimate(value: 40, lower: 39, upper: 41), IntervalEstimate(value: 45, lower: 43, upper: 47.5),
        IntervalEstimate(value: 44.5, lower: 44.4, upper: 44.6), IntervalEstimate(value: 30, lower: 20, upper: 40),
    ]

    /// Expected: a Python script with scipy 1.17.1 that widens by norm.ppf(1 − 0.05 ÷ 12) ÷ norm.ppf(0.975) and compares
    /// every pair.
    @Test func `areas surely worse and surely better bound the rank`() {
        let found = RankInterval.joint(of: Self.estimates, polarity: .lowIsGood)
        #expect(found.map(\.lower) == [1, 1, 5, 1, 3, 4])
        #expect(found.map(\.upper) == [3, 3, 6, 5, 4, 6])
    }

    @Test func `the other polarity turns the ranks round`() {
        let found = RankInterval.joint(of: Self.estimates, polarity: .highIsGood)
        let turned = RankInterval.joint(of: Self.estimates, polarity: .lowIsGood)
            .map { RankInterval(lower: 7 - $0.upper, upper: 7 - $0.lower) }
        #expect(found == turned)
    }

    @Test func `intervals that touch are not sure`() {
        let exact = [10.0, 10, 12].map { IntervalEstimate(value: $0, lower: $0, upper: $0) }
        #expect(
            RankInterval.joint(of: exact, polarity: .lowIsGood)
                == [(2, 3), (2, 3), (1, 1)].map { RankInterval(lower: $0.0, upper: $0.1) })
    }

    @Test func `one area has rank one, none has none`() {
        let one = RankInterval.joint(of: [Self.estimates[0]], polarity: .lowIsGood)
        #expect(one == [RankInterval(lower: 1, upper: 1)])
        #expect(RankInterval.joint(of: [], polarity: .lowIsGood).isEmpty)
    }

    @Test func `the level that intervals come with does not matter`() {
        let wide = Self.estimates.map { $0.at(confidence: 0.998) }
        #expect(
            RankInterval.joint(of: wide, polarity: .lowIsGood)
                == RankInterval.joint(of: Self.estimates, polarity: .lowIsGood))
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func `the rank of the values lies within, and every pair is compared`(
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let estimates = (0..<120).map { _ in
            let value = Double(generator.next(below: 300)) / 10
            let (below, above) = (Double(generator.next(below: 30)) / 10, Double(generator.next(below: 30)) / 10)
            return IntervalEstimate(value: value, lower: value - below, upper: value + above)
        }
        let found = RankInterval.joint(of: estimates, polarity: .lowIsGood)
        let ranks = CompetitionRank.ranks(descending: estimates.map(\.value))
        #expect(zip(found, ranks).allSatisfy { $0.contains($1) })
        let level = 1 - 0.05 / 120
        let wide = estimates.map { $0.at(confidence: level) }
        for (area, interval) in found.enumerated() {
            #expect(interval.lower == 1 + wide.count { $0.lower > wide[area].upper })
            #expect(interval.upper == 120 - wide.count { $0.upper < wide[area].lower })
        }
        #expect(found.contains { $0.lower > 1 && $0.upper < 120 })
    }
}
