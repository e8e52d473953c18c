import Dispatch
import Foundation

/// Makes values in blocks on another core, one block ahead of whoever takes them: the database takes one writer, so the
/// work that needs no database goes on beside it.
struct EncodedAhead<Value: Sendable>: Sendable {
    /// How many values are made at a time.
    private static var blockSize: Int { 1024 }

    let count: Int
    let make: @Sendable (Int) -> Value

    /// Hands out every value with its index, in order.
    func forEach(_ body: (Int, Value) throws -> Void) throws {
        var waiting = block(from: 0)
        for start in stride(from: 0, to: count, by: Self.blockSize) {
            let values = waiting.take()
            waiting = block(from: start + Self.blockSize)
            for (offset, value) in values.enumerated() { try body(start + offset, value) }
        }
    }

    private func block(from start: Int) -> PendingBlock<Value> {
        let pending = PendingBlock<Value>()
        let range = min(start, count)..<min(start + Self.blockSize, count)
        DispatchQueue.global().async { pending.fulfil(range.map(make)) }
        return pending
    }
}

/// A block of values that another thread is making.
///
/// `@unchecked Sendable`: the values are written once, before the semaphore is raised, and read once, after it.
private final class PendingBlock<Value: Sendable>: @unchecked Sendable {
    private let isReady = DispatchSemaphore(value: 0)
    private var values: [Value] = []

    func fulfil(_ values: [Value]) {
        self.values = values
        isReady.signal()
    }

    func take() -> [Value] {
        isReady.wait()
        return values
    }
}
