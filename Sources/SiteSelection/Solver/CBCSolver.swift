import CCbc
import Foundation
import GeographyModel
import Synchronization

/// COIN-OR branch and cut (Forrest and Lougee-Heimel 2005, *CBC user guide*, INFORMS Tutorials), through its C
/// interface.
///
/// CBC prints nothing at log level 0. Its C interface cannot be told to stop, but it asks for cuts at every node: once
/// cancelled, the answer is a cut that nothing meets, so that no node is left to look at. It also takes Ctrl-C for itself
/// while it solves (``InterruptSignal``).
public struct CBCSolver: MixedIntegerSolver {
    /// CBC keeps some state of its own in global variables, so one program is solved at a time.
    private static let turn = Mutex(())

    /// Makes a solver.
    public init() {}

    /// `CBC` and its version.
    public var name: String { "CBC \(String(cString: Cbc_getVersion()))" }

    /// Solves a program with one thread and CBC's own fixed seed.
    ///
    /// - Throws: `GeodataError` `internal` where CBC gives up for numerical reasons.
    public func solve(_ program: MixedIntegerProgram, within limits: SolverLimits) throws -> SolverSolution {
        let begin = ContinuousClock.now
        while true {
            var left = limits
            left.seconds = limits.seconds.map { $0 - (ContinuousClock.now - begin) / .seconds(1) }
            if left.isCancelled() || left.seconds ?? 1 <= 0 {
                return SolverSolution(status: .stopped, values: nil, bound: -.infinity)
            }
            if let solution = try Self.turn.withLockIfAvailable({ _ in try solve(program, alone: left) }) {
                return solution
            }
            // Whoever waits for another search to end can be told to stop, too.
            usleep(1_000)
        }
    }

    /// Solves a program while no other is being solved.
    private func solve(_ program: MixedIntegerProgram, alone limits: SolverLimits) throws -> SolverSolution {
        guard let model = Cbc_newModel() else {
            throw GeodataError(.internal, "CBC could not begin.", remedy: "Free some memory and try again.")
        }
        defer { Cbc_deleteModel(model) }
        load(program, into: model)
        set(limits, of: program, in: model)
        let stop = StopSwitch(limits.isCancelled)
        return try withExtendedLifetime(stop) {
            Cbc_addCutCallback(model, StopSwitch.cut, "stop", Unmanaged.passUnretained(stop).toOpaque())
            let signal = InterruptSignal()
            Cbc_solve(model)
            signal.end(wasSwallowed: Cbc_status(model) == Self.interrupted && !stop.isOn)
            return try solution(of: program, in: model, isStopped: stop.isOn)
        }
    }

    /// Hands the program over column by column, as CBC wants it.
    private func load(_ program: MixedIntegerProgram, into model: UnsafeMutableRawPointer) {
        let columns = program.columnCount
        var starts = [Int32](repeating: 0, count: columns + 1)
        for column in program.entryColumns { starts[Int(column) + 1] += 1 }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: program.entryColumns.count)
        var values = [Double](repeating: 0, count: program.entryColumns.count)
        for row in 0..<program.rowCount {
            for entry in Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1]) {
                let place = Int(next[Int(program.entryColumns[entry])])
                rows[place] = Int32(row)
                values[place] = program.entryValues[entry]
                next[Int(program.entryColumns[entry])] += 1
            }
        }
        Cbc_loadProblem(
            model, Int32(columns), Int32(program.rowCount), starts, rows, values, program.columnLower,
            program.columnUpper, program.costs, program.rowLower.map { max($0, -Self.infinity) },
            program.rowUpper.map { min($0, Self.infinity) })
        for column in 0..<columns where program.isInteger[column] { Cbc_setInteger(model, Int32(column)) }
        Cbc_setObjSense(model, 1)
    }

    private func set(_ limits: SolverLimits, of program: MixedIntegerProgram, in model: UnsafeMutableRawPointer) {
        Cbc_setLogLevel(model, 0)
        Cbc_setParameter(model, "logLevel", "0")
        // Preprocessing with a cutoff and a cut callback crashes in CBC 2.10.8, and these programs are small already.
        Cbc_setParameter(model, "preprocess", "off")
        // Its own cuts cost these programs more than they bring: without them no case measured is slower, and maximal
        // covering of 33,755 small areas is four times as fast. The callback is asked all the same.
        Cbc_setParameter(model, "cutsOnOff", "off")
        if let seconds = limits.seconds {
            Cbc_setParameter(model, "timeMode", "elapsed")
            Cbc_setMaximumSeconds(model, seconds)
        }
        if let cutoff = limits.cutoff { Cbc_setCutoff(model, cutoff) }
        if !limits.start.isEmpty {
            Cbc_setMIPStartI(
                model, Int32(limits.start.count), limits.start.map { Int32($0.column) }, limits.start.map(\.value))
        }
    }

    private func solution(
        of program: MixedIntegerProgram, in model: UnsafeMutableRawPointer, isStopped: Bool
    ) throws -> SolverSolution {
        guard Cbc_isAbandoned(model) == 0 else {
            throw GeodataError(
                .internal, "CBC gave up for numerical reasons.",
                remedy: "Look for weights or distances that differ by many orders of magnitude.")
        }
        let best = Cbc_bestSolution(model).map { Array(UnsafeBufferPointer(start: $0, count: program.columnCount)) }
        if isStopped { return SolverSolution(status: .stopped, values: best, bound: -.infinity) }
        let bound = Cbc_getBestPossibleObjValue(model)
        if Cbc_status(model) == 0 {
            if let best {
                return SolverSolution(status: .optimal, values: best, bound: min(bound, cost(best, program)))
            }
            return SolverSolution(status: .infeasible, values: nil, bound: .infinity)
        }
        return SolverSolution(status: .stopped, values: best, bound: abs(bound) < 1e40 ? bound : -.infinity)
    }

    private func cost(_ values: [Double], _ program: MixedIntegerProgram) -> Double {
        zip(values, program.costs).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The status of a search that CBC's own handler of Ctrl-C ended.
    private static let interrupted: Int32 = 5
    /// What CBC takes for no limit.
    private static let infinity = 1e50
}

/// Remembers that the user has had enough. CBC calls it from the thread that solves.
private final class StopSwitch {
    private let isCancelled: @Sendable () -> Bool
    private(set) var isOn = false

    init(_ isCancelled: @escaping @Sendable () -> Bool) {
        self.isCancelled = isCancelled
    }

    /// Adds x ≥ its upper bound + 1 where the search is to stop, and nothing otherwise.
    static let cut: cbc_cut_callback = { relaxation, cuts, context in
        guard let context, let relaxation, let cuts else { return }
        let stop = Unmanaged<StopSwitch>.fromOpaque(context).takeUnretainedValue()
        if !stop.isOn { stop.isOn = stop.isCancelled() }
        guard stop.isOn, Osi_getNumCols(relaxation) > 0, let upper = Osi_getColUpper(relaxation) else { return }
        var column: Int32 = 0
        var one = 1.0
        OsiCuts_addRowCut(cuts, 1, &column, &one, CChar(UInt8(ascii: "G")), upper[0] + 1)
    }
}
