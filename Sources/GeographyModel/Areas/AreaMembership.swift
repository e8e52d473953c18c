/// That an area lies in a wider one, wholly or in part.
public struct AreaMembership: Hashable, Sendable {
    /// The area that lies inside.
    public var child: AreaCode
    /// The wider area.
    public var parent: AreaCode
    /// How much of the child lies in the parent, as a proportion 0…1 of its LSOAs (2021).
    public var share: Double
    /// Whether this parent is the one that a best-fit lookup gives.
    public var isBestFit: Bool

    /// Makes a membership.
    public init(child: AreaCode, parent: AreaCode, share: Double, isBestFit: Bool) {
        self.child = child
        self.parent = parent
        self.share = share
        self.isBestFit = isBestFit
    }
}
