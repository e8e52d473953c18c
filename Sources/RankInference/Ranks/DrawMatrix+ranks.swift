public import GeographyModel

extension DrawMatrix {
    /// Where the rank of each area lies when only these areas are ranked: 1 is the greatest need.
    ///
    /// In every draw the areas are ranked among themselves (standard competition rule), so the answer carries what the
    /// draws know of how the areas move together. The interval's ends are quantiles of the rank at (1 ∓ confidence) ÷ 2
    /// without interpolation (type 1), so they are ranks that occurred.
    ///
    /// - Parameters:
    ///   - areas: The areas that are ranked, by their rows; `nil` is all.
    ///   - polarity: Which direction is good.
    ///   - worst: How many areas count as the worst.
    ///   - confidence: The level of the interval.
    /// - Returns: One distribution for each area, in the order of `areas`.
    public func rankDistributions(
        of areas: [Int]? = nil, polarity: Polarity, worst: Int, confidence: Double = 0.95
    ) -> [RankDistribution] {
        let areas = areas ?? Array(0..<areaCount)
        let ranks = ranksByArea(areas, polarity: polarity)
        var summary = RankSummary(areaCount: areas.count, drawCount: drawCount, worst: worst, confidence: confidence)
        return areas.indices.map { summary.summarise(ranks[$0 * drawCount..<($0 + 1) * drawCount]) }
    }

    /// The rank of each area in each draw, area after area.
    ///
    /// Draws are taken in blocks, so that both the draws that are read and the ranks that are written share cache lines.
    private func ranksByArea(_ areas: [Int], polarity: Polarity) -> [UInt32] {
        let flip: UInt32 = polarity == .lowIsGood ? .max : 0
        let block = 16
        var sorters = (0..<block).map { _ in DrawSorter(count: areas.count) }
        var ranks = [UInt32](repeating: 0, count: areas.count * drawCount)
        for start in stride(from: 0, to: drawCount, by: block) {
            let columns = min(block, drawCount - start)
            for column in 0..<columns {
                for (place, area) in areas.enumerated() {
                    let order = DrawSorter.order(of: values[area * drawCount + start + column]) ^ flip
                    sorters[column].entries[place] = UInt64(order) << 32 | UInt64(place)
                }
            }
            for column in 0..<columns {
                sorters[column].sort()
                var (rank, previous) = (UInt32(0), UInt64.max)
                for (place, entry) in sorters[column].entries.enumerated() {
                    if entry >> 32 != previous { rank = UInt32(place + 1) }
                    previous = entry >> 32
                    ranks[Int(entry & 0xFFFF_FFFF) * drawCount + start + column] = rank
                }
            }
        }
        return ranks
    }
}

/// Summarises the ranks of one area after another, by counting how often each rank occurs.
private struct RankSummary {
    private var occurrences: [Int32]
    private let drawCount: Int
    private let worst: Int
    private let places: (lower: Int, median: Int, upper: Int)

    init(areaCount: Int, drawCount: Int, worst: Int, confidence: Double) {
        occurrences = [Int32](repeating: 0, count: areaCount + 1)
        self.drawCount = drawCount
        self.worst = worst
        places = (
            Quantile.place(of: (1 - confidence) / 2, among: drawCount), Quantile.place(of: 0.5, among: drawCount),
            Quantile.place(of: (1 + confidence) / 2, among: drawCount)
        )
    }

    mutating func summarise(_ ranks: ArraySlice<UInt32>) -> RankDistribution {
        var (sum, inWorst, least, greatest) = (0, 0, Int.max, 0)
        for rank in ranks {
            let rank = Int(rank)
            occurrences[rank] += 1
            sum += rank
            inWorst += rank <= worst ? 1 : 0
            least = min(least, rank)
            greatest = max(greatest, rank)
        }
        let first = Int(occurrences[1])
        var (interval, median, seen) = (RankInterval(lower: 0, upper: 0), 0, 0)
        for rank in least...greatest {
            seen += Int(occurrences[rank])
            occurrences[rank] = 0
            if interval.lower == 0, seen >= places.lower { interval.lower = rank }
            if median == 0, seen >= places.median { median = rank }
            if interval.upper == 0, seen >= places.upper { interval.upper = rank }
        }
        return RankDistribution(
            interval: interval, median: median, expected: Double(sum) / Double(drawCount),
            probabilityInWorst: Double(inWorst) / Double(drawCount),
            probabilityWorst: Double(first) / Double(drawCount))
    }
}
