/// Joins directed arcs end to end into simple rings with their area on the left.
///
/// Where several arcs leave a junction, the walk takes the sharpest turn to the left, which keeps to the piece of ground
/// that it goes round. A walk that comes back to a junction it has passed is cut there, so that a hole or a piece of
/// ground that touches the rest in one place becomes a ring of its own (OGC 06-103r4 §6.1.11).
struct RingStitcher {
    private let network: ArcNetwork
    /// For each junction, the place in `run` of the first unused reference that leaves it; −1 where there is none.
    private var firstLeaving: [Int32]
    /// For each junction, its place on the walk that is being cut; −1 where it is not on it.
    private var placeOnWalk: [Int32]

    init(network: ArcNetwork) {
        self.network = network
        firstLeaving = [Int32](repeating: -1, count: network.junctionCount)
        placeOnWalk = [Int32](repeating: -1, count: network.junctionCount)
    }

    /// The simple rings that the references make up.
    mutating func rings(of run: [Int32]) -> [[Int32]] {
        var nextLeaving = [Int32](repeating: -1, count: run.count)
        for place in run.indices.reversed() {
            let junction = network.origin(of: run[place])
            nextLeaving[place] = firstLeaving[junction]
            firstLeaving[junction] = Int32(place)
        }
        var isUsed = [Bool](repeating: false, count: run.count)
        var rings: [[Int32]] = []
        for start in run.indices where !isUsed[start] {
            var walk: [Int32] = []
            var place = start
            repeat {
                isUsed[place] = true
                walk.append(run[place])
                var best: Int?
                var candidate = Int(firstLeaving[network.destination(of: run[place])])
                while candidate >= 0 {
                    if !isUsed[candidate] || candidate == start {
                        best =
                            best.map { isLefter(run[candidate], than: run[$0], after: run[place]) ? candidate : $0 }
                            ?? candidate
                    }
                    candidate = Int(nextLeaving[candidate])
                }
                // Only areas that overlap one another leave a walk without a way on.
                guard let best else {
                    walk = []
                    break
                }
                place = best
            } while place != start
            cut(walk, into: &rings)
        }
        for reference in run { firstLeaving[network.origin(of: reference)] = -1 }
        return rings
    }

    private mutating func cut(_ walk: [Int32], into rings: inout [[Int32]]) {
        var open: [Int32] = []
        for reference in walk {
            let junction = network.origin(of: reference)
            let place = Int(placeOnWalk[junction])
            if place >= 0 {
                close(from: place, of: &open, into: &rings)
            }
            placeOnWalk[junction] = Int32(open.count)
            open.append(reference)
        }
        if !open.isEmpty { close(from: 0, of: &open, into: &rings) }
    }

    private mutating func close(from place: Int, of open: inout [Int32], into rings: inout [[Int32]]) {
        for reference in open[place...] { placeOnWalk[network.origin(of: reference)] = -1 }
        rings.append(Array(open[place...]))
        open.removeSubrange(place...)
    }

    /// Whether, coming along `arrival`, `first` turns further to the left than `second`.
    private func isLefter(_ first: Int32, than second: Int32, after arrival: Int32) -> Bool {
        let (junction, back) = firstStep(of: ~arrival)
        let (a, b) = (firstStep(of: first).next, firstStep(of: second).next)
        // The sharpest left turn is the first direction met when turning clockwise from the way back.
        let (sideOfA, sideOfB) = (
            GridPoint.doubledArea(junction, back, a), GridPoint.doubledArea(junction, back, b)
        )
        let (halfA, halfB) = (half(sideOfA, junction, back, a), half(sideOfB, junction, back, b))
        if halfA != halfB { return halfA < halfB }
        return GridPoint.doubledArea(junction, a, b) < 0
    }

    /// 0 for a direction less than half a turn clockwise of the way back, 1 for half a turn or more, 2 for the way back.
    private func half(_ side: Int128, _ junction: GridPoint, _ back: GridPoint, _ next: GridPoint) -> Int {
        if side != 0 { return side < 0 ? 0 : 1 }
        let goesBack =
            (Int64(back.x) - Int64(junction.x)).signum() == (Int64(next.x) - Int64(junction.x)).signum()
            && (Int64(back.y) - Int64(junction.y)).signum() == (Int64(next.y) - Int64(junction.y)).signum()
        return goesBack ? 2 : 1
    }

    private func firstStep(of reference: Int32) -> (junction: GridPoint, next: GridPoint) {
        let range = network.pointRange(ofArc: ArcNetwork.arc(of: reference))
        return reference >= 0
            ? (network.points[range.lowerBound], network.points[range.lowerBound + 1])
            : (network.points[range.upperBound - 1], network.points[range.upperBound - 2])
    }
}
