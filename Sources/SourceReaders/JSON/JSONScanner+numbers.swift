import GeographyModel

extension JSONScanner {
    /// A number as it was written: whole where it has neither fraction nor exponent and fits.
    package enum Number: Equatable {
        case integer(Int)
        case double(Double)
    }

    /// Reads the number that comes next, rounded to the nearest double; infinite where it is beyond all doubles.
    @inline(__always) package mutating func double() throws -> Double {
        let decimal = try decimal()
        return decimal.fastValue ?? slowValue(decimal)
    }

    /// Reads the number that comes next, as an integer where it is one.
    package mutating func number() throws -> Number {
        let decimal = try decimal()
        if decimal.isWhole, decimal.isExact {
            if decimal.isNegative, decimal.mantissa <= UInt64(Int.max), decimal.mantissa > 0 {
                return .integer(-Int(decimal.mantissa))
            }
            if !decimal.isNegative, let value = Int(exactly: decimal.mantissa) { return .integer(value) }
        }
        return .double(decimal.fastValue ?? slowValue(decimal))
    }

    /// Reads the digits. The grammar is RFC 8259's: no leading zeros, no bare point, no plus sign.
    @inline(__always) private mutating func decimal() throws -> ScannedDecimal {
        skipSpace()
        var decimal = ScannedDecimal(start: offset)
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") {
            decimal.isNegative = true
            offset += 1
        }
        let whole = offset
        scanDigits(&decimal)
        guard offset > whole else {
            offset = min(decimal.start, offset)
            throw unexpected("a number")
        }
        if bytes[whole] == UInt8(ascii: "0"), offset > whole + 1 {
            offset = whole + 1
            throw unexpected("a number without leading zeros")
        }
        decimal.digits = offset - whole
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            let fraction = offset
            scanDigits(&decimal)
            guard offset > fraction else { throw unexpected("a digit after the decimal point") }
            decimal.exponent = fraction - offset
            decimal.digits += offset - fraction
            decimal.isWhole = false
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") { try scanExponent(&decimal) }
        decimal.end = offset
        return decimal
    }

    @inline(__always) private mutating func scanDigits(_ decimal: inout ScannedDecimal) {
        var mantissa = decimal.mantissa
        var place = offset
        while place < bytes.count {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            place += 1
        }
        decimal.mantissa = mantissa
        offset = place
    }

    private mutating func scanExponent(_ decimal: inout ScannedDecimal) throws {
        offset += 1
        decimal.isWhole = false
        var isNegative = false
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
            isNegative = bytes[offset] == UInt8(ascii: "-")
            offset += 1
        }
        var exponent = 0
        let start = offset
        while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 {
            // Beyond this every number is nought or infinite, and the slow path says which.
            exponent = min(exponent * 10 + Int(bytes[offset] &- UInt8(ascii: "0")), 100_000)
            offset += 1
        }
        guard offset > start else { throw unexpected("a digit in the exponent") }
        decimal.exponent += isNegative ? -exponent : exponent
    }

    /// The nearest double by way of the standard library, which is exact for any length and knows no locale.
    private func slowValue(_ decimal: ScannedDecimal) -> Double {
        Double(String(decoding: bytes[decimal.start..<decimal.end], as: UTF8.self)) ?? .nan
    }
}
