/// The gates of a site, so that what takes long never holds up what does not.
struct WorkGates: Sendable {
    private let quick: WorkGate
    private let costly: WorkGate
    private let sent: WorkGate
    private let solving: WorkGate

    /// Nobody wants to wait longer only to be turned away.
    private static let patience = Duration.seconds(2)
    /// Who wants sites selected expects to wait, and the solver does one search at a time.
    private static let (patienceOfSolving, lineOfSolving) = (Duration.seconds(20), 4)

    /// Makes the gates.
    ///
    /// - Parameters:
    ///   - running: How many quick requests are worked on at once; of costly ones a quarter, so that they never hold all
    ///     of the store's readers.
    ///   - waiting: How many may wait at each gate.
    init(running: Int, waiting: Int) {
        let few = max(1, running / 4)
        quick = WorkGate(limit: max(1, running), waiting: waiting, patience: Self.patience)
        costly = WorkGate(limit: few, waiting: waiting, patience: Self.patience)
        solving = WorkGate(limit: 1, waiting: min(waiting, Self.lineOfSolving), patience: Self.patienceOfSolving)
        sent = WorkGate(limit: max(1, few / 2), waiting: waiting, patience: Self.patience)
    }

    /// The gate that a request goes through: requests with a filter and questions about all areas may take long, and
    /// those with a body as long as their client takes to send it.
    ///
    /// - Returns: The gate, and whether it is the one for what takes little time.
    func gate(for request: ServerRequest, _ route: Route) -> (gate: WorkGate, isQuick: Bool) {
        if route.isSolving { return (solving, false) }
        if !route.bodies.isEmpty { return (sent, false) }
        let isCostly = route.isCostly || request.query.contains { $0.name == "filter" && !$0.value.isEmpty }
        return isCostly ? (costly, false) : (quick, true)
    }
}
