import FeatureServer
import Synchronization
import Testing

struct WorkGateTests {
    /// Waits until the gate is as expected; a gate that never gets there fails the test by its time limit.
    static func until(_ gate: WorkGate, running: Int, waiting: Int) async {
        while gate.load != (running, waiting) { await Task.yield() }
    }

    /// A gate whose patience never ends.
    static func patientGate(limit: Int, waiting: Int) -> WorkGate {
        WorkGate(limit: limit, waiting: waiting, patience: .seconds(30)) { _ in try await Task.sleep(for: .seconds(600))
        }
    }

    @Test(.timeLimit(.minutes(1))) func `no more goes on at once than is allowed, and everything gets its turn`()
        async throws
    {
        let gate = Self.patientGate(limit: 3, waiting: 1_000)
        let meter = Meter()
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<500 {
                group.addTask {
                    try await gate.run {
                        meter.begin()
                        await Task.yield()
                        meter.end()
                        return number
                    }
                }
            }
            var done: Set<Int> = []
            for try await number in group { done.insert(number) }
            return done
        }
        #expect(done.count == 500)
        #expect((1...3).contains(meter.peak))
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(1))) func `first come, first served`() async throws {
        let gate = Self.patientGate(limit: 1, waiting: 20)
        let door = Door()
        let order = Record<Int>()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        var waiters: [Task<Void, any Error>] = []
        for number in 0..<10 {
            waiters.append(Task { try await gate.run { order.add(number) } })
            await Self.until(gate, running: 1, waiting: number + 1)
        }
        door.open()
        try await first.value
        for waiter in waiters { try await waiter.value }
        #expect(order.all == Array(0..<10))
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(1))) func `who finds the line full is sent away at once`() async throws {
        let gate = Self.patientGate(limit: 1, waiting: 1)
        let door = Door()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        let second = Task { try await gate.run {} }
        await Self.until(gate, running: 1, waiting: 1)
        await #expect(throws: Busy(retryAfter: 30)) { _ = try await gate.run { Issue.record("there was no room") } }
        door.open()
        try await first.value
        try await second.value
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(1))) func `who has waited long enough is sent away, and the place is not lost`()
        async throws
    {
        let alarm = Door()
        let gate = WorkGate(limit: 1, waiting: 5, patience: .milliseconds(1_500)) { _ in await alarm.wait() }
        let door = Door()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        let second = Task { try await gate.run {} }
        await Self.until(gate, running: 1, waiting: 1)
        alarm.open()
        await #expect(throws: Busy(retryAfter: 2)) { try await second.value }
        #expect(gate.load == (1, 0))
        door.open()
        try await first.value
        #expect(try await gate.run { 7 } == 7)
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(1))) func `a caller waits no longer than it can`() async throws {
        let times = Record<Duration>()
        let gate = WorkGate(limit: 1, waiting: 5, patience: .seconds(9)) { time in times.add(time) }
        let door = Door()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        await #expect(throws: Busy.self) { try await gate.run(waitingAtMost: .seconds(2)) {} }
        await #expect(throws: Busy.self) { try await gate.run(waitingAtMost: .seconds(60)) {} }
        await #expect(throws: Busy.self) { try await gate.run(waitingAtMost: .zero) {} }
        #expect(times.all == [.seconds(2), .seconds(9)])
        door.open()
        try await first.value
    }

    @Test(.timeLimit(.minutes(1))) func `who is cancelled leaves the line`() async throws {
        let gate = Self.patientGate(limit: 1, waiting: 5)
        let door = Door()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        let second = Task { _ = try await gate.run { Issue.record("was cancelled") } }
        await Self.until(gate, running: 1, waiting: 1)
        let third = Task { try await gate.run { 3 } }
        await Self.until(gate, running: 1, waiting: 2)
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(gate.load == (1, 1))
        door.open()
        try await first.value
        #expect(try await third.value == 3)
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(1))) func `who was cancelled before does not wait`() async throws {
        let gate = Self.patientGate(limit: 1, waiting: 5)
        let door = Door()
        let first = Task { try await gate.run { await door.wait() } }
        await Self.until(gate, running: 1, waiting: 0)
        let second = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await gate.run { Issue.record("was cancelled") }
        }
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(gate.load == (1, 0))
        door.open()
        try await first.value
        #expect(gate.load == (0, 0))
    }

    @Test func `work that fails gives its place back`() async {
        struct Failure: Error {}
        let gate = Self.patientGate(limit: 1, waiting: 0)
        for _ in 1...3 { await #expect(throws: Failure.self) { try await gate.run { throw Failure() } } }
        #expect(gate.load == (0, 0))
    }

    @Test(.timeLimit(.minutes(2)), arguments: 1...20)
    func `no place is lost where cancelling, giving up and entering meet`(_ seed: Int) async throws {
        let gate = WorkGate(limit: 2, waiting: 8, patience: .seconds(1)) { _ in
            for _ in 0..<Int.random(in: 0...30) { await Task.yield() }
        }
        let outcomes = Record<String>()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let task = Task { try await gate.run { for _ in 0..<(number % 7) { await Task.yield() } } }
                    if number % 3 == 0 {
                        for _ in 0..<(number % 11) { await Task.yield() }
                        task.cancel()
                    }
                    let word =
                        switch await task.result {
                        case .success: "done"
                        case .failure(is Busy): "busy"
                        case .failure: "cancelled"
                        }
                    outcomes.add(word)
                }
            }
        }
        #expect(outcomes.all.count == 200)
        #expect(outcomes.all.contains("done"))
        #expect(gate.load == (0, 0))
        #expect(try await gate.run { true })
    }
}

/// Lets all pass once it has been opened.
private final class Door: Sendable {
    private let isOpen = Atomic<Bool>(false)

    func open() { isOpen.store(true, ordering: .sequentiallyConsistent) }

    func wait() async {
        while !isOpen.load(ordering: .sequentiallyConsistent) { await Task.yield() }
    }
}

/// What has happened, in its order.
private final class Record<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    func add(_ element: Element) { elements.withLock { $0.append(element) } }
    var all: [Element] { elements.withLock { $0 } }
}

/// How much goes on at once, and the most that ever did.
private final class Meter: Sendable {
    private let state = Mutex((running: 0, peak: 0))

    func begin() { state.withLock { $0 = ($0.running + 1, max($0.peak, $0.running + 1)) } }
    func end() { state.withLock { $0.running -= 1 } }
    var peak: Int { state.withLock { $0.peak } }
}
