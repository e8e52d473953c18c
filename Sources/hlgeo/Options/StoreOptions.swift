import ArgumentParser
import Foundation
import GeographyModel
import HealthLiteracy
import SpatialStore

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
    @Option(help: "The store's file (else HLGEO_STORE, else your data folder).")
    var store: String?

    /// The file that is meant.
    var path: String {
        let environment = ProcessInfo.processInfo.environment
        return store ?? environment["HLGEO_STORE"].flatMap { $0.isEmpty ? nil : $0 } ?? Self.dataFolder(environment)
    }

    func validate() throws {
        if store?.isEmpty == true { throw ValidationError("--store is empty. Name a file.") }
    }

    /// A service on the store, opened for reading.
    func service() throws -> HealthLiteracyService {
        HealthLiteracyService(store: try SpatialStore.open(at: path, access: .readOnly), today: WallClock.today)
    }

    /// A service on the store, opened for imports.
    func writableService(isBulk: Bool) throws -> HealthLiteracyService {
        HealthLiteracyService(
            store: try SpatialStore.open(at: path, access: isBulk ? .bulk : .readWrite), today: WallClock.today)
    }

    private static func dataFolder(_ environment: [String: String]) -> String {
        let home = environment["HOME"] ?? "."
        #if os(macOS)
            return "\(home)/Library/Application Support/hlgeo/england.sqlite"
        #else
            let base = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/share"
            return "\(base)/hlgeo/england.sqlite"
        #endif
    }
}
