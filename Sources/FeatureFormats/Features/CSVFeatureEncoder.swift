package import GeographyModel

/// Features as CSV (RFC 4180, UTF-8, CRLF), one row a feature; the columns are the names of the properties.
///
/// The id is not written: a property such as `area_code` carries it. Points bring two columns at the end, called
/// `longitude` and `latitude` (CRS84 degrees) or as the reference system has it; other geometry is not written. A property that no column is named for is
/// not written; a column for which a feature has no property stays empty.
package struct CSVFeatureEncoder: FeatureEncoder {
    package static let mediaType = "text/csv; charset=utf-8; header=present"
    package static let fileExtension = "csv"

    private let formulaGuard: FormulaGuard
    private let givenColumns: [String]?
    private let givenHasPoints: Bool?
    private let pointColumns: [String]
    private var columns: [String]?
    private var hasPoints = false

    /// Makes an encoder.
    ///
    /// - Parameters:
    ///   - columns: The columns in order; `nil` takes the property names of the first feature, which leaves a
    ///     collection without features without a heading row.
    ///   - hasPoints: Whether there are the columns `longitude` and `latitude`; `nil` asks the first feature.
    ///   - system: The reference system of the points, which names their columns.
    ///   - formulaGuard: What becomes of words that a spreadsheet would run.
    package init(
        columns: [String]? = nil, hasPoints: Bool? = nil, system: CoordinateReferenceSystem = .crs84,
        formulaGuard: FormulaGuard = .apostrophe
    ) {
        pointColumns = system.columnNames
        self.givenColumns = columns
        self.givenHasPoints = hasPoints
        self.formulaGuard = formulaGuard
    }

    package mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer) {
        columns = nil
    }

    private mutating func writeHeadings(_ names: [String], hasPoints: Bool, into buffer: inout TextBuffer) {
        columns = names
        self.hasPoints = hasPoints
        for (place, name) in (hasPoints ? names + pointColumns : names).enumerated() {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer.appendCSV(name, guarding: formulaGuard)
        }
        buffer.endCSVRow()
    }

    package mutating func encode(_ feature: Feature, into buffer: inout TextBuffer) {
        if columns == nil {
            var isPoint = false
            if case .point = feature.geometry { isPoint = true }
            writeHeadings(
                givenColumns ?? feature.properties.map(\.name), hasPoints: givenHasPoints ?? isPoint, into: &buffer)
        }
        for (place, column) in (columns ?? []).enumerated() {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer.appendCSV(feature.value(of: column, near: place), guarding: formulaGuard)
        }
        if hasPoints {
            buffer.append(UInt8(ascii: ","))
            if case .point(let position) = feature.geometry,
                position.longitude.isFinite, position.latitude.isFinite
            {
                buffer.appendCoordinate(position.longitude)
                buffer.append(UInt8(ascii: ","))
                buffer.appendCoordinate(position.latitude)
            } else {
                buffer.append(UInt8(ascii: ","))
            }
        }
        buffer.endCSVRow()
    }

    package mutating func end(into buffer: inout TextBuffer) {
        guard columns == nil, let givenColumns else { return }
        writeHeadings(givenColumns, hasPoints: givenHasPoints ?? false, into: &buffer)
    }
}

extension Feature {
    /// The value of the property called `name`, null where there is none; looks at `place` first.
    func value(of name: String, near place: Int = 0) -> PropertyValue {
        if properties.indices.contains(place), properties[place].name == name { return properties[place].value }
        return properties.first { $0.name == name }?.value ?? .null
    }
}
