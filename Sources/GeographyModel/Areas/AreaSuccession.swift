/// What became of a code that is no longer in use, or what a later code stands for in the boundaries held here.
public struct AreaSuccession: Hashable, Sendable {
    /// How the change came about.
    public enum Kind: String, CaseIterable, Sendable {
        /// The area became part of a new one; nothing was divided.
        case merged
        /// The same place got a new code.
        case recoded
        /// The code was given after the vintage held here, to the same place but for small boundary changes.
        case laterCode = "later-code"
        /// The area was divided; weights say how.
        case split
    }

    /// The code that is not held.
    public var oldCode: AreaCode
    /// The name that it bore.
    public var oldName: String
    /// The code that is held.
    public var newCode: AreaCode
    /// How the change came about.
    public var kind: Kind
    /// The proportion 0…1 of the old area that went into the new one.
    public var weight: Double
    /// The first year in which the old code was in use, as the lookup has it; `nil` where that was before it begins.
    public var firstYear: Int?
    /// The last year in which the old code was in use, as the lookup has it; `nil` where it does not say.
    public var lastYear: Int?

    /// Makes a succession.
    public init(
        oldCode: AreaCode, oldName: String, newCode: AreaCode, kind: Kind, weight: Double, firstYear: Int? = nil,
        lastYear: Int? = nil
    ) {
        self.oldCode = oldCode
        self.oldName = oldName
        self.newCode = newCode
        self.kind = kind
        self.weight = weight
        self.firstYear = firstYear
        self.lastYear = lastYear
    }
}
