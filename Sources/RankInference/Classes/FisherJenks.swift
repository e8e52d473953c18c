/// The division of figures into classes with the least sum of squared deviations from the class means.
///
/// Fisher, *On grouping for maximum homogeneity*, JASA 53 (1958) 789–798, by dynamic programming over the different figures:
///
///     least[c][j] = min over i of least[c − 1][i] + deviation(i ..< j)
///
/// The best last boundary i never moves down as j goes up, so each of the k rounds is solved by dividing and conquering in
/// O(n log n) instead of O(n²) (Grønlund et al., *Fast exact k-means, k-medians and Bregman divergence clustering in 1D*,
/// 2017). Equal figures count as one with a weight, so they are never torn apart.
struct FisherJenks {
    private var figures: [Double] = []
    /// The number, sum and sum of squares of the figures before each place, less the mean of all against cancellation.
    private var counts: [Double] = [0]
    private var sums: [Double] = [0]
    private var squares: [Double] = [0]

    /// Takes finite figures in ascending order.
    init(sorted: [Double]) {
        let mean = sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
        for figure in sorted {
            if figures.last != figure {
                figures.append(figure)
                counts.append(counts[counts.count - 1])
                sums.append(sums[sums.count - 1])
                squares.append(squares[squares.count - 1])
            }
            let deviation = figure - mean
            counts[figures.count] += 1
            sums[figures.count] += deviation
            squares[figures.count] += deviation * deviation
        }
    }

    /// The greatest figure of each class, ascending; fewer than `classes` where there are fewer different figures.
    func upperBounds(classes: Int) -> [Double] {
        let classes = min(classes, figures.count)
        guard classes > 0 else { return [] }
        // With one class, the last boundary is before the first figure.
        var least = (0...figures.count).map { $0 == 0 ? 0 : deviation(0, $0) }
        var boundaries: [[Int32]] = []
        for round in stride(from: 2, through: classes, by: 1) {
            var next = least
            var found = [Int32](repeating: 0, count: figures.count + 1)
            solve(
                ends: round...figures.count, boundaries: round - 1...figures.count - 1, before: least, least: &next,
                found: &found)
            least = next
            boundaries.append(found)
        }
        var bounds: [Double] = []
        var end = figures.count
        bounds.append(figures[end - 1])
        for found in boundaries.reversed() {
            end = Int(found[end])
            bounds.append(figures[end - 1])
        }
        return bounds.reversed()
    }

    /// Finds the best last boundary for the middle end, then for the ends on either side of it, where it bounds the search.
    private func solve(
        ends: ClosedRange<Int>, boundaries: ClosedRange<Int>, before: [Double], least: inout [Double],
        found: inout [Int32]
    ) {
        let end = (ends.lowerBound + ends.upperBound) / 2
        var (best, place) = (Double.infinity, boundaries.lowerBound)
        for boundary in boundaries.lowerBound...min(boundaries.upperBound, end - 1) {
            let sum = before[boundary] + deviation(boundary, end)
            if sum < best { (best, place) = (sum, boundary) }
        }
        least[end] = best
        found[end] = Int32(place)
        if ends.lowerBound < end {
            solve(
                ends: ends.lowerBound...end - 1, boundaries: boundaries.lowerBound...place, before: before,
                least: &least, found: &found)
        }
        if end < ends.upperBound {
            solve(
                ends: end + 1...ends.upperBound, boundaries: place...boundaries.upperBound, before: before,
                least: &least, found: &found)
        }
    }

    /// The sum of squared deviations of the figures `start ..< end` from their mean.
    @inline(__always)
    private func deviation(_ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return max(squares[end] - squares[start] - sum * sum / (counts[end] - counts[start]), 0)
    }
}
