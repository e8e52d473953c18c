/// A program that solves mixed integer programs exactly.
///
/// A conformer uses one thread and a fixed seed, so that the same program gives the same answer unless a limit stops
/// it.
public protocol MixedIntegerSolver: Sendable {
    /// Name and version: `CBC 2.10.8`.
    var name: String { get }

    /// Solves a program.
    ///
    /// - Throws: `GeodataError` `internal` where the solver gives up for numerical reasons.
    func solve(_ program: MixedIntegerProgram, within limits: SolverLimits) throws -> SolverSolution
}

/// What a solver may use, and what it is given to start from.
public struct SolverLimits: Sendable {
    /// Seconds by the clock; `nil` for as many as it takes.
    public var seconds: Double?
    /// Values of some columns that can be completed to a solution, to start from.
    public var start: [(column: Int, value: Double)]
    /// Only solutions that cost less are wanted.
    public var cutoff: Double?
    /// Asked now and then; `true` stops the search.
    public var isCancelled: @Sendable () -> Bool

    /// Makes limits; the defaults set none.
    public init(
        seconds: Double? = nil, start: [(column: Int, value: Double)] = [], cutoff: Double? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.seconds = seconds
        self.start = start
        self.cutoff = cutoff
        self.isCancelled = isCancelled
    }
}

/// What a solver found.
public struct SolverSolution: Sendable {
    /// How the search ended.
    public enum Status: Sendable {
        /// The solution is proven optimal.
        case optimal
        /// There is none, or none below the cutoff.
        case infeasible
        /// A limit or the user stopped it.
        case stopped
    }

    /// How the search ended.
    public var status: Status
    /// The value of each column; `nil` where no solution was found.
    public var values: [Double]?
    /// No solution costs less than this; −∞ where nothing is known.
    public var bound: Double

    /// Makes a solution.
    public init(status: Status, values: [Double]?, bound: Double) {
        self.status = status
        self.values = values
        self.bound = bound
    }
}
