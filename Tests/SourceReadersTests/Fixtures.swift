import Foundation
import GeographyModel
import SourceReaders

/// Runs `body` with the path of a file that holds `bytes` and is removed afterwards.
func withTemporaryFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let address = FileManager.default.temporaryDirectory.appending(path: "source-readers-\(UUID().uuidString)")
    try Data(bytes).write(to: address)
    defer { try? FileManager.default.removeItem(at: address) }
    return try body(address.path)
}

/// The `GeodataError` that `body` throws; `nil` where it throws none.
func geodataError(_ body: () throws -> Void) -> GeodataError? {
    do {
        try body()
        return nil
    } catch {
        return error as? GeodataError
    }
}

/// Reads boundaries from text.
func boundaries(_ text: String) throws -> BoundaryFile {
    try BoundaryReader.read(bytes: Array(text.utf8), file: "test.json")
}

/// A GeoJSON feature collection around geometry texts, with members before the features.
func collection(_ geometries: [String], members: String = "") -> String {
    let features = geometries.map { #"{"type":"Feature","properties":{},"geometry":\#($0)}"# }
    return #"{"type":"FeatureCollection",\#(members)"features":[\#(features.joined(separator: ","))]}"#
}

/// A GeoJSON polygon of one ring.
func polygon(_ ring: String) -> String { #"{"type":"Polygon","coordinates":[\#(ring)]}"# }

/// A closed square in London.
let square = polygon("[[-0.1,51.5],[0,51.5],[0,51.6],[-0.1,51.6],[-0.1,51.5]]")
