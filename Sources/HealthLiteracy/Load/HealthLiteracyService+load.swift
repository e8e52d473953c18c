import Foundation
import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// Builds a store from the embedded data set, or brings the data set in an existing store up to date.
    ///
    /// A new store appears whole or not at all. In an existing one, everything happens in one transaction, and what
    /// users imported stays.
    ///
    /// - Parameters:
    ///   - folder: The GeoData folder.
    ///   - path: The store.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Returns: Whether the store is new.
    /// - Throws: ``GeodataError`` `inputMissing` or `inputMalformed` for a damaged folder; errors of the store.
    public static func load(geodata folder: String, intoStoreAt path: String, at instant: String) async throws -> Bool {
        let load = GeoDataLoad(folder: try GeoDataFolder(path: folder))
        let action = "load of the embedded data set"
        guard FileManager.default.fileExists(atPath: path) else {
            do {
                try SpatialStore.create(at: path, action: action, at: instant) { writer in
                    try load.write(into: writer)
                    try StoreDerivation(writer: writer).run()
                }
                return true
            } catch let error as GeodataError where error.code == .storeExists {
                // Another process has made it in the meantime, out of the same data set.
                return false
            }
        }
        let store = try SpatialStore.open(at: path, access: .readWrite)
        try await store.change(action: action, at: instant) { try load.write(into: $0) }
        try store.close()
        return false
    }
}
