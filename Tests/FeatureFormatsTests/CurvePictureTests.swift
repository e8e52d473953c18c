import Foundation
import TestSupport
import Testing

@testable import FeatureFormats

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct CurvePictureTests {
    private func picture(
        _ values: [(Int, Double)], isHighGood: Bool = true, start: Double? = 0, knee: Int? = nil
    ) -> CurvePicture {
        CurvePicture(
            title: "What each number of sites brings, <England>", valueTitle: "% reached",
            gainTitle: "what each further site adds", unitSuffix: " %", gainSuffix: " points", isHighGood: isHighGood,
            start: start,
            points: values.map { .init(sites: $0.0, value: $0.1, isProven: $0.0 != 3) }, knee: knee, chosen: 2,
            caption: "The figures are modelled.")
    }

    @Test func `a curve is drawn as its golden has it`() {
        let svg = picture([(1, 30), (2, 50), (3, 54), (4, 57)], knee: 2).svg
        #expect(Golden("curve.svg").difference(from: svg) == nil)
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    /// Figures by number of sites, and what each site adds to them.
    struct GainCase: Sendable {
        var label: String
        var values: [(Int, Double)]
        var isHighGood = true
        var start: Double? = 0
        var sites: [Int]
        var gains: [Double]
    }

    private static let gainCases: [GainCase] = [
        GainCase(label: "from the first", values: [(1, 30), (2, 50), (3, 54)], sites: [1, 2, 3], gains: [30, 20, 4]),
        GainCase(
            label: "no start", values: [(1, 30), (2, 20)], isHighGood: false, start: nil, sites: [2], gains: [10]),
        GainCase(label: "a number without answer", values: [(2, 30), (4, 50), (5, 52)], sites: [5], gains: [2]),
        GainCase(label: "any order", values: [(2, 50), (1, 30)], sites: [1, 2], gains: [30, 20]),
    ]

    @Test(arguments: gainCases)
    func `a site adds to one fewer`(example: GainCase) {
        let found = picture(example.values, isHighGood: example.isHighGood, start: example.start).gains
        #expect(found.map(\.sites) == example.sites, "\(example.label)")
        #expect(zip(found.map(\.gain), example.gains).allSatisfy { abs($0 - $1) < 1e-9 }, "\(example.label)")
    }

    @Test(arguments: [
        (true, "Up to 2 sites each adds 25.0 points on average, after that 3.5 points."),
        (false, "Up to 2 sites each takes off 25.0 points on average, after that 3.5 points."),
    ])
    func `where another site pays less is said in words`(isHighGood: Bool, words: String) {
        let values = [(1, 30.0), (2, 50), (3, 54), (4, 57)].map { ($0.0, isHighGood ? $0.1 : 100 - $0.1) }
        let drawn = picture(values, isHighGood: isHighGood, start: isHighGood ? 0 : 100, knee: 2)
        #expect(drawn.kneeWords == words)
        #expect(drawn.svg.contains("a further site pays less") && drawn.words.contains(words))
        #expect(!picture(values).svg.contains("pays less"))
    }

    @Test func `the description has every figure, and says what is not proven`() {
        let svg = picture([(1, 30), (2, 50), (3, 54)]).svg
        #expect(svg.contains("1: 30.0 %; 2: 50.0 %; 3: 54.0 % (not proven)"))
        #expect(svg.contains("role=\"img\" aria-labelledby=\"curve-title curve-desc\""))
        #expect(svg.matches(of: /class="cu-u"/).count == 1 && svg.matches(of: /class="cu-p"/).count == 2)
    }

    private static let axes: [([Double], [Double], Int)] = [
        ([0, 58.1], [0, 20, 40, 60], 0), ([0, 3.1], [0, 1, 2, 3, 4], 0), ([0], [], 4),
        ([0, 0.42], [0, 0.1, 0.2, 0.3, 0.4, 0.5], 1), ([-3, 134], [-50, 0, 50, 100, 150], 0),
    ]

    @Test(arguments: axes)
    func `axes have round steps around all figures`(values: [Double], ticks: [Double], decimals: Int) {
        let frame = PageBox(left: 0, top: 10, right: 100, bottom: 110)
        let scale = AxisScale(values, in: frame)
        if !ticks.isEmpty {
            #expect(scale.ticks.count == ticks.count && zip(scale.ticks, ticks).allSatisfy { abs($0 - $1) < 1e-9 })
            #expect(scale.decimals == decimals)
        }
        #expect(values.allSatisfy { (10...110).contains(scale.y($0)) })
    }
}
