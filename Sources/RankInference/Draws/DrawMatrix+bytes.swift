extension DrawMatrix {
    /// The draws of one area as they are stored: Float32, little-endian, draw after draw.
    public func bytes(ofArea area: Int) -> [UInt8] {
        let row = row(area)
        return [UInt8](unsafeUninitializedCapacity: row.count * 4) { buffer, count in
            for (place, draw) in row.enumerated() {
                let bits = draw.bitPattern.littleEndian
                UnsafeMutableRawBufferPointer(buffer).storeBytes(of: bits, toByteOffset: place * 4, as: UInt32.self)
            }
            count = row.count * 4
        }
    }

    /// Reads rows that ``bytes(ofArea:)`` wrote, one for each area.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where there is no row, a row is not a whole number of draws, the rows
    ///   differ in length, or a draw is not finite.
    public init(rowBytes rows: [some Collection<UInt8>]) throws {
        guard let first = rows.first else { throw Self.malformed("There are no rows of draws.") }
        let length = first.count
        guard length > 0, length % 4 == 0 else {
            throw Self.malformed("\(length) bytes are not a whole number of draws of 4 bytes each.")
        }
        var values: [Float] = []
        values.reserveCapacity(rows.count * length / 4)
        for (area, row) in rows.enumerated() {
            guard row.count == length else {
                throw Self.malformed("Area \(area + 1) has \(row.count) bytes of draws, the first area \(length).")
            }
            let isRead: Void? = row.withContiguousStorageIfAvailable { Self.append($0, to: &values) }
            if isRead == nil { Array(row).withUnsafeBufferPointer { Self.append($0, to: &values) } }
        }
        try self.init(areaCount: rows.count, drawCount: length / 4, values: values)
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to values: inout [Float]) {
        let raw = UnsafeRawBufferPointer(bytes)
        for offset in stride(from: 0, to: raw.count, by: 4) {
            let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            values.append(Float(bitPattern: UInt32(littleEndian: bits)))
        }
    }
}
