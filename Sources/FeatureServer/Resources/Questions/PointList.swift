import Foundation
import GeographyModel

/// Points as programs send them: `[[lon, lat], …]`, `{"points": [{"id": …, "lon": …, "lat": …}, …]}`, or GeoJSON with
/// features of type Point.
struct PointList {
    /// The points, CRS84.
    private(set) var positions: [Position] = []
    /// What each point is called by whoever sent it; null where nothing.
    private(set) var names: [PropertyValue] = []

    /// How many bytes a list may have; longer ones are sent as CSV.
    static let sizeLimit = 8 << 20

    /// - Throws: ``Problem`` 400 for what is no list of points.
    init(json bytes: [UInt8]) throws {
        let decoder = JSONDecoder()
        do {
            if bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "[") {
                for pair in try decoder.decode([[Double]].self, from: Data(bytes)) {
                    try append(nil, pair)
                }
                return
            }
            let content = try decoder.decode(Content.self, from: Data(bytes))
            for point in content.points ?? [] { try append(point.id, [point.lon, point.lat]) }
            for feature in content.features ?? [] { try append(feature.id, feature.geometry.coordinates) }
            if content.points == nil, content.features == nil { throw Self.unreadable("There are no points.") }
        } catch let error as DecodingError {
            throw Self.unreadable(error.place.map { "The body cannot be read at \($0)." } ?? "The body is no JSON.")
        }
    }

    private mutating func append(_ name: Name?, _ pair: [Double]) throws {
        guard pair.count >= 2, abs(pair[0]) <= 180, abs(pair[1]) <= 90 else {
            throw Self.unreadable("Point \(positions.count + 1) has no longitude and latitude in degrees.")
        }
        positions.append(Position(longitude: pair[0], latitude: pair[1]))
        names.append(name?.value ?? .null)
    }

    private static func unreadable(_ detail: String) -> Problem {
        Problem(
            status: 400, code: "invalid-request", detail: detail,
            remedy: #"Send [[-0.03, 51.53]], {"points": [{"id": "a", "lon": -0.03, "lat": 51.53}]}, or GeoJSON points."#
        )
    }

    private struct Content: Decodable {
        var points: [Point]?
        var features: [Feature]?
    }

    private struct Point: Decodable {
        var id: Name?
        var lon: Double
        var lat: Double
    }

    private struct Feature: Decodable {
        var id: Name?
        var geometry: Geometry

        struct Geometry: Decodable {
            var coordinates: [Double]
        }
    }

    /// What a point is called: words or a number.
    private struct Name: Decodable {
        let value: PropertyValue

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let whole = try? container.decode(Int.self) {
                value = .integer(whole)
            } else if let number = try? container.decode(Double.self) {
                value = .number(number)
            } else {
                value = .text(try container.decode(String.self))
            }
        }
    }
}

extension DecodingError {
    /// Where in the document it happened, such as `points.3.lon`; `nil` where the document is none.
    fileprivate var place: String? {
        let path =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: [any CodingKey]()
            }
        return path.isEmpty ? nil : path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
