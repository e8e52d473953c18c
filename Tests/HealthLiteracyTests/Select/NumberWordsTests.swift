import Testing

@testable import HealthLiteracy

@Suite struct NumberWordsTests {
    @Test(arguments: [(0.0, "0.0 %"), (0.0001, "under 0.1 %"), (0.0005, "0.1 %"), (0.06, "6.0 %"), (1, "100.0 %")])
    func `what is more than nothing does not read as nothing`(share: Double, words: String) {
        #expect(NumberWords.percent(share) == words)
    }

    @Test(arguments: [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
    func `names stand in a row`(names: [String], words: String) {
        #expect(NumberWords.list(names) == words)
    }

    @Test func `measured distances keep their decimal, those that were asked for do not`() {
        let metric = DistanceWords(isMetric: true), bare = DistanceWords(isMetric: false)
        #expect([metric.measured(12_960), metric.asked(20_000), metric.asked(2500)] == ["13.0 km", "20 km", "2.5 km"])
        #expect([metric.measured(849.7), metric.asked(850)] == ["850 m", "850 m"])
        #expect([bare.measured(30), bare.asked(30), bare.measured(5000)] == ["30.0", "30", "5,000"])
    }
}
