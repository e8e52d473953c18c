/// A characteristic by which the frame divides people, such as job status, with its levels.
public struct FrameFactor: Hashable, Sendable {
    /// One value that the characteristic takes, such as `higher`.
    public struct Level: Hashable, Sendable {
        /// The name by which margins speak of it.
        public var name: String
        /// The model's term for it; `nil` for the reference level, which adds nothing to the logit.
        public var term: String?

        /// Makes a level.
        public init(_ name: String, term: String? = nil) {
            self.name = name
            self.term = term
        }
    }

    /// What the levels' effects are in the model.
    public enum Effects: Hashable, Sendable {
        /// Contrasts with the reference level, with a published covariance.
        case fixed
        /// Deviations from the common level, one for every level, with published standard deviations.
        case varying
    }

    /// The stable name, such as `job_status`.
    public var name: String
    /// The levels, in the order in which cells run.
    public var levels: [Level]
    /// What the levels' effects are in the model.
    public var effects: Effects

    /// Makes a factor.
    public init(_ name: String, levels: [Level], effects: Effects = .fixed) {
        self.name = name
        self.levels = levels
        self.effects = effects
    }

    /// Makes a factor with the levels `no`, which is the reference, and `yes`, whose term bears the factor's name.
    public init(_ name: String) {
        self.init(name, levels: [Level("no"), Level("yes", term: name)])
    }
}
