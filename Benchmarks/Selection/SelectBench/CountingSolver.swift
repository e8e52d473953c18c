import Foundation
import SiteSelection
import Synchronization

/// Counts what another solver is asked, and how long it takes.
final class CountingSolver: MixedIntegerSolver {
    private let base: any MixedIntegerSolver
    let calls = Mutex<[(seconds: Double, columns: Int, rows: Int, status: String)]>([])

    init(_ base: any MixedIntegerSolver) { self.base = base }

    var name: String { base.name }

    func solve(_ program: MixedIntegerProgram, within limits: SolverLimits) throws -> SolverSolution {
        let begin = ContinuousClock.now
        let solution = try base.solve(program, within: limits)
        let spent = (ContinuousClock.now - begin) / .seconds(1)
        calls.withLock { $0.append((spent, program.columnCount, program.rowCount, "\(solution.status)")) }
        return solution
    }
}
