import RankInference
import Testing

@testable import HealthLiteracy

@Suite struct ClassMethodTests {
    @Test(arguments: [
        (ClassMethod.quantile, [2.0, 4, 6, 8, 10]), (.equal, [2.8, 4.6, 6.4, 8.2, 10]),
        (.fisherJenks, [2, 4, 6, 8, 10]),
    ])
    func `ten figures in five classes`(method: ClassMethod, bounds: [Double]) {
        let found = method.upperBounds(of: (1...10).map(Double.init), count: 5, isHighWorse: true)
        #expect(found.count == bounds.count)
        for (one, other) in zip(found, bounds) { #expect(abs(one - other) < 1e-12) }
    }

    /// 296 areas in fifths: the group rule of Fingertips puts 60 in the worst one whichever direction is bad.
    @Test(arguments: [true, false]) func `the darkest class is the worst group`(isHighWorse: Bool) {
        let values = (1...296).map { Double($0) }
        let bounds = ClassMethod.quantile.upperBounds(of: values, count: 5, isHighWorse: isHighWorse)
        let worst = (1...296).filter { QuantileGroup.group(rank: $0, of: 296, groups: 5) == 1 }.count
        let darkest = isHighWorse ? values.filter { $0 > bounds[3] }.count : values.filter { $0 <= bounds[0] }.count
        #expect(darkest == worst)
    }
}
