/// Draws areas onto the grid, one after another: which cells their edges touch, which ones they cover, and the chains
/// of edges that decide within each row.
struct AreaRaster {
    /// The chains of all areas and rows.
    private(set) var chains: [EdgeChain] = []
    /// For each row of the grid, the runs of cells that areas touch or cover, in the areas' order.
    private(set) var runs: [[CellRun]]

    private let grid: LocationGrid
    private let rings: AreaRings
    private var spans: [EdgeSpan] = []
    private var ordered: [EdgeSpan] = []
    private var rowEnds: [Int] = []

    init(_ rings: AreaRings, _ grid: LocationGrid) {
        self.rings = rings
        self.grid = grid
        runs = Array(repeating: [], count: grid.rows)
        chains.reserveCapacity(rings.edgeCount / 4)
        for area in 0..<rings.areaCount { draw(area) }
    }

    private mutating func draw(_ area: Int) {
        collectSpans(of: area)
        guard let rows = sortSpansByRow() else { return }
        var start = 0
        for (row, end) in zip(rows, rowEnds) {
            if start < end {
                let chain = UInt32(chains.count)
                appendChains(start..<end)
                ordered[start..<end].sort { $0.first < $1.first }
                appendRuns(start..<end, to: row, Int32(area), chain)
            }
            start = end
        }
    }

    private mutating func collectSpans(of area: Int) {
        spans.removeAll(keepingCapacity: true)
        rings.vertices.withUnsafeBufferPointer { vertices in
            for ring in rings.rings(ofArea: area) {
                var start = grid.coordinates(of: vertices[ring.lowerBound])
                for edge in ring.dropLast() {
                    let end = grid.coordinates(of: vertices[edge + 1])
                    grid.forEachSpan(of: UInt32(edge), from: start, to: end) { spans.append($0) }
                    start = end
                }
            }
        }
    }

    /// Puts the spans in order of row, and within a row of edge, by counting; the rows that they lie in.
    private mutating func sortSpansByRow() -> ClosedRange<Int>? {
        guard var low = spans.first?.row else { return nil }
        var high = low
        for span in spans {
            low = min(low, span.row)
            high = max(high, span.row)
        }
        rowEnds.removeAll(keepingCapacity: true)
        rowEnds.append(contentsOf: repeatElement(0, count: Int(high - low) + 2))
        for span in spans { rowEnds[Int(span.row - low) + 1] += 1 }
        for row in 1..<rowEnds.count { rowEnds[row] += rowEnds[row - 1] }
        ordered.removeAll(keepingCapacity: true)
        ordered.append(contentsOf: spans)
        for span in spans {
            ordered[rowEnds[Int(span.row - low)]] = span
            rowEnds[Int(span.row - low)] += 1
        }
        return Int(low)...Int(high)
    }

    private mutating func appendChains(_ range: Range<Int>) {
        var chain = EdgeChain(edge: ordered[range.lowerBound].edge)
        for span in ordered[range.dropFirst()] where !chain.extend(by: span.edge) {
            chain.isFollowed = true
            chains.append(chain)
            chain = EdgeChain(edge: span.edge)
        }
        chains.append(chain)
    }

    /// Joins the spans of a row, in order of column, to runs, and finds which gaps between them the area covers.
    ///
    /// No edge touches a cell of a gap, so an edge that crosses the middle of the row does so wholly on one side of it:
    /// where an odd number of them is to the west, the whole gap is inside. What lies below the middle is told by grid
    /// coordinates; as these keep order, that is the same latitude for every edge.
    private mutating func appendRuns(_ range: Range<Int>, to row: Int, _ area: Int32, _ chain: UInt32) {
        var (first, last) = (ordered[range.lowerBound].first, ordered[range.lowerBound].last)
        var isInside = false
        for span in ordered[range] {
            if span.first > last + 1 {
                runs[row].append(CellRun(first: first, last: last, candidate: Candidate(area: area, chain: chain)))
                if isInside {
                    runs[row].append(
                        CellRun(first: last + 1, last: span.first - 1, candidate: Candidate(certain: area)))
                }
                first = span.first
            }
            last = max(last, span.last)
            isInside = isInside != span.crossesMiddle
        }
        runs[row].append(CellRun(first: first, last: last, candidate: Candidate(area: area, chain: chain)))
    }
}
