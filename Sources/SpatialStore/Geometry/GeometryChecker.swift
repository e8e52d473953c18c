import Dispatch
import Foundation
import GRDB
public import GeographyModel

/// Finds and repairs geometries that are not valid by the OGC's rules, through GEOS.
public enum GeometryChecker {
    /// A geometry that is not valid, such as a ring that crosses itself.
    public struct Fault: Sendable {
        /// Its place among the geometries that were checked.
        public var index: Int
        /// What GEOS says is wrong, and where.
        public var reason: String
        /// The same ground as valid polygons; `nil` where nothing is left of it.
        public var repaired: MultiPolygon?
    }

    /// Checks geometries on all cores.
    ///
    /// - Throws: ``GeodataError`` `internal` where SpatiaLite cannot be started.
    public static func faults(in geometries: [MultiPolygon]) throws -> [Fault] {
        let cores = min(ProcessInfo.processInfo.activeProcessorCount, max(1, geometries.count / 500))
        let results = SharedResults(count: cores)
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let range = geometries.count * core / cores..<geometries.count * (core + 1) / cores
            results.set(core, Result { try faults(in: geometries, range) })
        }
        return try results.all.flatMap { try $0.get() }
    }

    private static func faults(in geometries: [MultiPolygon], _ range: Range<Int>) throws -> [Fault] {
        try StoreFailure.explained("in memory") {
            var configuration = Configuration()
            configuration.prepareDatabase { try SpatiaLiteConnection.attach(to: $0) }
            let scratch = try DatabaseQueue(configuration: configuration)
            return try scratch.inDatabase { db in
                let check = try db.makeStatement(sql: "SELECT ST_IsValid(?)")
                return try range.compactMap { index in
                    let blob = Data(SpatiaLiteBlob.encode(geometries[index]))
                    if try Int.fetchOne(check, arguments: [blob]) == 1 { return nil }
                    return try fault(index, blob, db)
                }
            }
        }
    }

    private static func fault(_ index: Int, _ blob: Data, _ db: Database) throws -> Fault {
        let row = try Row.fetchOne(
            db, sql: "SELECT ST_IsValidReason(?1), CastToMulti(CollectionExtract(MakeValid(?1), 3))", arguments: [blob])
        let repaired = try row?.withUnsafeData(atIndex: 1) { $0?.withUnsafeBytes { SpatiaLiteBlob.decode($0) } }
        return Fault(index: index, reason: row?[0] ?? "not valid", repaired: repaired)
    }

    /// Collects what each core found. `@unchecked`: every core writes to a place of its own, before the others are read.
    private final class SharedResults: @unchecked Sendable {
        private let lock = NSLock()
        private var results: [Result<[Fault], any Error>]

        init(count: Int) { results = Array(repeating: .success([]), count: count) }

        func set(_ index: Int, _ result: Result<[Fault], any Error>) { lock.withLock { results[index] = result } }

        var all: [Result<[Fault], any Error>] { lock.withLock { results } }
    }
}
