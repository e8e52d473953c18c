package import GeographyModel

extension TextBuffer {
    /// Appends a coordinate with at most 7 decimals (about 1 cm in degrees), trailing zeros trimmed, never -0. From 1,000
    /// upwards it can only be metres, which are written with at most 3.
    ///
    /// A coordinate that is no place on Earth is written as `null`, which readers refuse, rather than as a place that
    /// nobody meant.
    package mutating func appendCoordinate(_ coordinate: Double) {
        append(room: 24) { writeCoordinate(coordinate, to: $0) }
    }

    /// Appends `[longitude,latitude]`.
    package mutating func append(_ position: Position) {
        append(room: 64) { writePosition(position, to: $0) }
    }

    /// Appends `[[longitude,latitude],…]`, in the order given or in the opposite one.
    mutating func append(ring: ArraySlice<Position>, isReversed: Bool) {
        ring.withUnsafeBufferPointer { ring in
            append(room: 64 * ring.count + 2) { target in
                target[0] = UInt8(ascii: "[")
                var length = 1
                for step in 0..<ring.count {
                    length += writePosition(ring[isReversed ? ring.count - 1 - step : step], to: target + length)
                    target[length] = UInt8(ascii: ",")
                    length += 1
                }
                if ring.isEmpty { length += 1 }
                target[length - 1] = UInt8(ascii: "]")
                return length
            }
        }
    }
}

@inline(__always)
private func writePosition(_ position: Position, to target: UnsafeMutablePointer<UInt8>) -> Int {
    target[0] = UInt8(ascii: "[")
    var length = 1 + writeCoordinate(position.longitude, to: target + 1)
    target[length] = UInt8(ascii: ",")
    length += 1
    length += writeCoordinate(position.latitude, to: target + length)
    target[length] = UInt8(ascii: "]")
    return length + 1
}

@inline(__always)
private func writeCoordinate(_ coordinate: Double, to target: UnsafeMutablePointer<UInt8>) -> Int {
    if coordinate.magnitude < 1_000 {
        return writeFixed(Int64((coordinate * 1e7).rounded()), scale: 10_000_000, decimals: 7, to: target)
    }
    if coordinate.magnitude < 100_000_000 {
        return writeFixed(Int64((coordinate * 1e3).rounded()), scale: 1_000, decimals: 3, to: target)
    }
    for (place, byte) in [UInt8]("null".utf8).enumerated() { target[place] = byte }
    return 4
}
