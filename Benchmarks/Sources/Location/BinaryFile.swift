import Foundation
import GeographyModel

/// A file of little-endian numbers, read from its beginning.
///
/// Polygons: the number of areas; for each area the number of rings; for each ring its number of positions, negative
/// where the ring begins another polygon; all 32-bit. Then every position as longitude and latitude, 64-bit.
/// Points: longitude and latitude, 64-bit, to the end.
struct BinaryFile {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ path: String) throws {
        bytes = Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// Reads areas.
    mutating func polygons() -> [MultiPolygon] {
        let ringCounts = (0..<Int(next() as Int32)).map { _ in Int(next() as Int32) }
        let sizes = ringCounts.map { count in (0..<count).map { _ in Int(next() as Int32) } }
        return sizes.map { sizes in
            var geometry = MultiPolygon()
            for (place, size) in sizes.enumerated() {
                if size < 0, place > 0 { geometry.closePolygon() }
                geometry.append(ring: (0..<abs(size)).map { _ in position() })
            }
            if !sizes.isEmpty { geometry.closePolygon() }
            return geometry
        }
    }

    /// Reads positions up to the end of the file.
    mutating func positions() -> [Position] {
        (0..<(bytes.count - offset) / 16).map { _ in position() }
    }

    private mutating func position() -> Position {
        Position(longitude: Double(bitPattern: next()), latitude: Double(bitPattern: next()))
    }

    private mutating func next<Number: FixedWidthInteger>() -> Number {
        defer { offset += MemoryLayout<Number>.size }
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
    }
}
