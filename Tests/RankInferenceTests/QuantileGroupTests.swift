import RankInference
import Testing

@Suite struct QuantileGroupTests {
    /// Expected: the rule in Python's `fractions`.
    @Test(arguments: [
        (1, 296, 5, 1), (60, 296, 5, 1), (61, 296, 5, 2), (148, 296, 2, 1), (149, 296, 2, 2), (296, 296, 5, 5),
        (3, 10, 4, 1), (4, 10, 4, 2), (1, 1, 5, 1), (2, 3, 5, 2),
    ]) func `the rule of Fingertips`(rank: Int, count: Int, groups: Int, expected: Int) {
        #expect(QuantileGroup.group(rank: rank, of: count, groups: groups) == expected)
    }

    /// In floating point, (17 + 1 − 1) ÷ (17 ÷ 7) exceeds 7 by rounding, and the worst area would be in group 0.
    @Test(arguments: [17, 34, 41, 61, 115]) func `rounding moves no area out of its group`(count: Int) {
        #expect((Double(count) / (Double(count) / 7)).rounded(.up) == 8)
        #expect(QuantileGroup.group(rank: 1, of: count, groups: 7) == 1)
    }

    /// Expected sizes: the rule in Python's `fractions`.
    @Test(arguments: [
        (296, 5, [60, 59, 59, 59, 59]), (10, 4, [3, 2, 3, 2]), (3, 5, [1, 1, 0, 1, 0]),
        (33, 10, [4, 3, 3, 4, 3, 3, 4, 3, 3, 3]),
    ]) func `sizes`(count: Int, groups: Int, sizes: [Int]) {
        let found = QuantileGroup.groups(descending: (0..<count).map { Double(-$0) }, groups: groups)
        #expect((1...groups).map { group in found.count { $0 == group } } == sizes)
        #expect(found == found.sorted())
    }

    @Test func `equal values share the least rank and the group that goes with it`() {
        #expect(CompetitionRank.ranks(descending: [7, 9, 7, 3, 7]) == [2, 1, 2, 5, 2])
        #expect(QuantileGroup.groups(descending: [7, 9, 7, 3, 7], groups: 5) == [2, 1, 2, 5, 2])
        #expect(CompetitionRank.ranks(descending: []) == [])
    }
}
