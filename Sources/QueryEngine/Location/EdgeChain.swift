/// Consecutive edges of one ring, as the range of their vertices in ``AreaRings``.
///
/// The chains of an area's edges that touch a row of the grid stand one after another; all but the last of them say
/// that another one follows. A position of the row is on a level with no other edges of the area.
struct EdgeChain: Sendable {
    /// The first vertex.
    let first: UInt32
    private var lastAndFlag: UInt32

    private static let flag: UInt32 = 1 << 31

    /// Makes the last chain of a row, from the vertices at both ends of one edge.
    init(edge: UInt32) {
        first = edge
        lastAndFlag = edge + 1
    }

    /// The last vertex.
    var last: UInt32 { lastAndFlag & ~Self.flag }

    /// Whether the chain after this one belongs to the same area and row.
    var isFollowed: Bool {
        get { lastAndFlag & Self.flag != 0 }
        set { lastAndFlag = newValue ? lastAndFlag | Self.flag : last }
    }

    /// Takes in the edge that begins at the last vertex; `false` where `edge` is another one.
    mutating func extend(by edge: UInt32) -> Bool {
        guard edge == last else { return false }
        lastAndFlag += 1
        return true
    }
}
