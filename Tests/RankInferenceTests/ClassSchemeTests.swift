import RankInference
import Testing

@Suite struct ClassSchemeTests {
    /// Employees per square kilometre in the 58 counties of California: the example data `calemp` of PySAL's mapclassify.
    private static let densities: [Double] = [
        329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27, 0.33,
        370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82, 192.05, 3.38,
        11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93, 66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67,
        13.09,
        1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
    ]

    /// Expected: mapclassify 2.10.0 `FisherJenks` and `EqualInterval`; numpy 2.4.6 `quantile(method="inverted_cdf")`.
    @Test(
        arguments: [
            (.fisherJenks(5), [75.29, 192.05, 370.5, 722.85, 4111.45]), (.fisherJenks(3), [192.05, 722.85, 4111.45]),
            (.fisherJenks(9), [16.7, 40.48, 75.29, 110.74, 192.05, 264.93, 370.5, 722.85, 4111.45]),
            (.equalIntervals(5), [822.394, 1644.658, 2466.922, 3289.186, 4111.45]),
            (.quantiles(5), [1.34, 5.9, 13.09, 57.26, 4111.45]),
        ] as [(ClassScheme, [Double])])
    func `counties of California`(scheme: ClassScheme, expected: [Double]) {
        let found = scheme.upperBounds(of: Self.densities)
        #expect(found.count == expected.count)
        #expect(zip(found, expected).allSatisfy { agree($0, $1, within: 1e-9) }, "\(found)")
    }

    @Test(
        arguments: [
            ("nothing", .fisherJenks(3), [], []), ("not finite", .fisherJenks(3), [.nan, .infinity], []),
            ("all alike", .fisherJenks(3), [4, 4, 4], [4]), ("all alike, quantiles", .quantiles(3), [4, 4], [4]),
            ("all alike, equal", .equalIntervals(3), [4, 4], [4]), ("one class", .fisherJenks(1), [1, 5, 9], [9]),
            ("one equal class", .equalIntervals(1), [1, 5, 9], [9]),
            ("as many classes as figures", .fisherJenks(7), [3, 1, 2, 2], [1, 2, 3]),
            ("equal figures stay together", .fisherJenks(2), [1, 1, 1, 1, 1, 1, 2, 2.5], [1, 2.5]),
            ("far from 0", .fisherJenks(2), [1e9 + 1, 1e9 + 2, 1e9 + 5, 1e9 + 6], [1e9 + 2, 1e9 + 6]),
        ] as [(String, ClassScheme, [Double], [Double])])
    func `edges`(label: String, scheme: ClassScheme, values: [Double], expected: [Double]) {
        #expect(scheme.upperBounds(of: values) == expected, "\(label)")
    }

    /// The sum of squared deviations from the class means, straight from the definition.
    private func deviation(_ values: [Double], bounds: [Double]) -> Double {
        var lower = -Double.infinity
        return bounds.reduce(0) { sum, bound in
            let members = values.filter { $0 > lower && $0 <= bound }
            lower = bound
            let mean = members.reduce(0, +) / Double(members.count)
            return sum + members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func `no other four classes are better`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<40).map { _ in Double(generator.next(below: 60) * generator.next(below: 60)) }
        let figures = Set(values).sorted()
        var least = Double.infinity
        for first in 0..<figures.count - 3 {
            for second in first + 1..<figures.count - 2 {
                for third in second + 1..<figures.count - 1 {
                    let bounds = [figures[first], figures[second], figures[third], figures[figures.count - 1]]
                    least = min(least, deviation(values, bounds: bounds))
                }
            }
        }
        let found = ClassScheme.fisherJenks(4).upperBounds(of: values)
        #expect(abs(deviation(values, bounds: found) - least) <= 1e-9 * least)
    }
}
