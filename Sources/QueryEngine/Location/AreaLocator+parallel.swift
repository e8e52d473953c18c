import Dispatch
public import GeographyModel

extension AreaLocator {
    /// Positions that one core looks up before it fetches more.
    private static let share = 8_192
    /// Positions whose cells are read together, so that one read need not wait for another.
    private static let block = 256

    /// The number of the first area that covers each position, boundary included, on all cores.
    ///
    /// - Returns: For each position what ``area(at:)`` says, with -1 where no area covers it or a coordinate is not a
    ///   finite number.
    public func areas(at positions: [Position]) -> [Int32] {
        areas(at: positions, share: Self.share)
    }

    /// The same, with the positions cut into shares of a given size; on one core alone where one share holds them all.
    func areas(at positions: [Position], share: Int) -> [Int32] {
        let count = positions.count
        return [Int32](unsafeUninitializedCapacity: count) { answers, initialized in
            positions.withUnsafeBufferPointer { positions in
                index.withLookup { lookup in
                    // Each share writes to its own part of the answers, and all shares end before this returns.
                    nonisolated(unsafe) let (answers, positions, lookup) = (answers, positions, lookup)
                    DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { number in
                        let range = number * share..<min(count, (number + 1) * share)
                        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
                            lookup.answer(positions, start..<min(start + Self.block, range.upperBound), answers)
                        }
                    }
                }
            }
            initialized = count
        }
    }
}

extension AreaLookup {
    /// Writes the area of each position of a range: first what the cells say, then what their candidates say.
    fileprivate func answer(
        _ positions: UnsafeBufferPointer<Position>, _ range: Range<Int>, _ answers: UnsafeMutableBufferPointer<Int32>
    ) {
        for index in range { answers.initializeElement(at: index, to: code(at: positions[index])) }
        for index in range where answers[index] < -1 { answers[index] = area(answers[index], positions[index]) }
    }
}
