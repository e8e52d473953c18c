import Foundation
import GeographyModel
import SourceReaders

extension SelectionLayer {
    /// Reads a selection that was written as JSON or as GeoJSON.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - name: What messages call it.
    /// - Throws: ``GeodataError`` `inputMalformed` where it is neither, or has no sites.
    public init(_ bytes: [UInt8], name: String) throws {
        let document = try bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(buffer, file: name)
            let value = try scanner.value()
            try scanner.expectEnd()
            return value
        }
        if document.member("type") == .text("FeatureCollection") {
            self = SelectionLayer(features: document.member("features")?.elements ?? [])
        } else {
            self.init(try SelectionReport(json: Data(bytes), name: name))
        }
        guard !sites.isEmpty else {
            throw GeodataError(
                .inputMalformed, "\(name) has no sites.",
                remedy: "Write it with 'hlgeo select --format json -o selection.json' (or geojson).")
        }
    }

    /// Reads a selection from a file on disk; `-` is standard input.
    ///
    /// - Throws: ``GeodataError`` `inputMissing`, and as ``init(_:name:)``.
    public init(path: String) throws {
        let file = try InputFile(path: path)
        try self.init(file.bytes, name: file.name)
    }

    /// Takes the features that `hlgeo select --format geojson` writes, told apart by `role`.
    private init(features: [PropertyValue]) {
        self.init(sites: [])
        for feature in features {
            guard let properties = feature.member("properties"), let id = properties.member("id")?.words else {
                continue
            }
            let place = Place(
                id: id, name: properties.member("name")?.words ?? id, site: properties.member("site")?.words,
                position: feature.member("geometry")?.point)
            switch properties.member("role") {
            case .text("site"): sites.append(place)
            case .text("comparator"): comparators.append(place)
            case .text("catchment"), .text("unreached"): catchments.append(place)
            default: break
            }
        }
    }
}

extension PropertyValue {
    /// The member of an object.
    fileprivate func member(_ name: String) -> PropertyValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of an array.
    fileprivate var elements: [PropertyValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// Words, or a whole number as words.
    fileprivate var words: String? {
        switch self {
        case .text(let words): words
        case .integer(let number): "\(number)"
        default: nil
        }
    }

    private var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// The position of a GeoJSON point.
    fileprivate var point: Position? {
        guard member("type") == .text("Point"), let numbers = member("coordinates")?.elements, numbers.count >= 2 else {
            return nil
        }
        return Position(numbers[0].number, numbers[1].number)
    }
}
