/// How much a filter may ask for, so that no text that a stranger sends keeps the program busy.
public struct FilterLimits: Sendable {
    /// How long the text may be, in bytes of UTF-8.
    public var length: Int
    /// How deep operations, functions, arrays and parentheses may nest.
    public var depth: Int
    /// How many places all geometries together may have.
    public var vertices: Int

    /// Sets the limits; the defaults are 64 KiB, 64 levels and 10,000 places.
    public init(length: Int = 65_536, depth: Int = 64, vertices: Int = 10_000) {
        self.length = length
        self.depth = depth
        self.vertices = vertices
    }
}
