import GeographyModel

/// How long a search may take, who may stop it, and who is told how it goes.
public struct SelectionEffort: Sendable {
    /// Seconds by the clock; `nil` for as many as it takes. What was found until then is handed out with its gap.
    public var timeLimit: Double?
    /// Asked now and then; `true` ends the search as if the time were over.
    public var isCancelled: @Sendable () -> Bool
    /// Told what is being done.
    public var onProgress: @Sendable (SelectionProgress) -> Void

    /// Makes an effort; the defaults set no limit.
    public init(
        timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false },
        onProgress: @escaping @Sendable (SelectionProgress) -> Void = { _ in }
    ) {
        self.timeLimit = timeLimit
        self.isCancelled = isCancelled
        self.onProgress = onProgress
    }
}

/// How far a search has come.
public struct SelectionProgress: Sendable {
    /// What is being done, such as `proving the optimum`.
    public var phase: String
    /// Seconds since the start.
    public var seconds: Double
    /// The best objective so far, where there is one.
    public var objective: Double?
}

/// Measures one search against its effort.
struct SearchClock: Sendable {
    private var effort: SelectionEffort
    private let begin = ContinuousClock.now

    /// Starts the clock.
    init(_ effort: SelectionEffort) {
        self.effort = effort
    }

    /// Seconds since the start.
    var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// Whether the search must end.
    var isOver: Bool { effort.isCancelled() || effort.timeLimit.map { seconds >= $0 } ?? false }

    /// What a solver may still use.
    func limits(start: [Int]? = nil, cutoff: Double? = nil, candidateCount: Int = 0) -> SolverLimits {
        var values = [Double](repeating: 0, count: candidateCount)
        for site in start ?? [] { values[site] = 1 }
        return SolverLimits(
            seconds: effort.timeLimit.map { max(0, $0 - seconds) },
            start: start == nil ? [] : values.enumerated().map { ($0.offset, $0.element) }, cutoff: cutoff,
            isCancelled: effort.isCancelled)
    }

    /// The same clock, which is over when only a part of the time that is left now remains.
    func leaving(_ part: Double) -> SearchClock {
        guard let limit = effort.timeLimit else { return self }
        var clock = self
        clock.effort.timeLimit = limit - max(0, limit - seconds) * part
        return clock
    }

    /// What a search finds; `nil` where the time was over before it found anything.
    func inTime<Found>(_ search: () throws -> Found) throws -> Found? {
        guard !isOver else { return nil }
        do { return try search() } catch let error as GeodataError where error.code == .timeBudgetSpent { return nil }
    }

    /// Tells how it goes.
    func report(_ phase: String, _ objective: Double? = nil) {
        effort.onProgress(SelectionProgress(phase: phase, seconds: seconds, objective: objective))
    }
}
