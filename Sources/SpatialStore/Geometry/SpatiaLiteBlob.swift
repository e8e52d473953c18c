package import GeographyModel

/// SpatiaLite's own encoding of a MULTIPOLYGON, written and read without a detour over WKB or text.
///
/// Layout (SpatiaLite, "BLOB-Geometry"): 00, byte order, SRID, the bounding box, 7C, then the geometry class and its
/// entities, then FE. Everything is little-endian here; other byte orders are not read.
package enum SpatiaLiteBlob {
    private static let start: UInt8 = 0x00
    private static let littleEndian: UInt8 = 0x01
    private static let endOfBox: UInt8 = 0x7C
    private static let entity: UInt8 = 0x69
    private static let end: UInt8 = 0xFE
    private static let polygonClass: Int32 = 3
    private static let multiPolygonClass: Int32 = 6
    private static let headerLength = 47

    /// Encodes a geometry in the reference system `srid`.
    package static func encode(_ geometry: MultiPolygon, srid: Int32 = 4326) -> [UInt8] {
        let length =
            headerLength + geometry.polygonEnds.count * 9 + geometry.ringEnds.count * 4 + geometry.positions.count * 16
            + 1
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var writer = Writer(bytes: UnsafeMutableRawBufferPointer(buffer))
            let box = geometry.boundingBox
            writer.put(start)
            writer.put(littleEndian)
            writer.put(srid)
            for side in [box.west, box.south, box.east, box.north] { writer.put(side) }
            writer.put(endOfBox)
            writer.put(multiPolygonClass)
            writer.put(Int32(geometry.polygonEnds.count))
            for polygon in geometry.polygonEnds.indices {
                let rings = geometry.ringRange(ofPolygon: polygon)
                writer.put(entity)
                writer.put(polygonClass)
                writer.put(Int32(rings.count))
                for ring in rings {
                    let range = geometry.positionRange(ofRing: ring)
                    writer.put(Int32(range.count))
                    for position in geometry.positions[range] {
                        writer.put(position.longitude)
                        writer.put(position.latitude)
                    }
                }
            }
            writer.put(end)
            count = writer.offset
        }
    }

    /// Decodes a POLYGON or MULTIPOLYGON; `nil` where the bytes are anything else or are cut short.
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> MultiPolygon? {
        guard bytes.count > headerLength, bytes[0] == start, bytes[1] == littleEndian, bytes[38] == endOfBox,
            bytes[bytes.count - 1] == end
        else { return nil }
        var reader = Reader(bytes: bytes, offset: 39)
        var geometry = MultiPolygon()
        geometry.positions.reserveCapacity((bytes.count - headerLength) / 16)
        switch reader.take(Int32.self) {
        case polygonClass:
            guard reader.polygon(into: &geometry) else { return nil }
        case multiPolygonClass:
            guard let count = reader.take(Int32.self), count >= 0 else { return nil }
            for _ in 0..<count {
                guard reader.take(UInt8.self) == entity, reader.take(Int32.self) == polygonClass,
                    reader.polygon(into: &geometry)
                else { return nil }
            }
        default: return nil
        }
        return geometry
    }

    private struct Writer {
        let bytes: UnsafeMutableRawBufferPointer
        var offset = 0

        mutating func put<Value: BitwiseCopyable>(_ value: Value) {
            bytes.storeBytes(of: value, toByteOffset: offset, as: Value.self)
            offset += MemoryLayout<Value>.size
        }
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var offset: Int

        mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
            let next = offset + MemoryLayout<Value>.size
            guard next <= bytes.count else { return nil }
            defer { offset = next }
            return bytes.loadUnaligned(fromByteOffset: offset, as: type)
        }

        mutating func polygon(into geometry: inout MultiPolygon) -> Bool {
            guard let rings = take(Int32.self), rings >= 0 else { return false }
            for _ in 0..<rings {
                guard let count = take(Int32.self), count >= 0, offset + Int(count) * 16 <= bytes.count else {
                    return false
                }
                for _ in 0..<count {
                    let longitude = bytes.loadUnaligned(fromByteOffset: offset, as: Double.self)
                    let latitude = bytes.loadUnaligned(fromByteOffset: offset + 8, as: Double.self)
                    geometry.positions.append(Position(longitude: longitude, latitude: latitude))
                    offset += 16
                }
                geometry.ringEnds.append(geometry.positions.count)
            }
            geometry.closePolygon()
            return true
        }
    }
}
