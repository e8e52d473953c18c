import Foundation
import GRDB
public import GeographyModel

extension StoreReader {
    /// The same geometry in CRS84 degrees.
    ///
    /// PROJ transforms the British National Grid without the OSTN15 grid where it is not installed, which leaves errors
    /// of up to 5 m.
    ///
    /// - Parameters:
    ///   - geometry: Eastings and northings, in metres.
    ///   - system: The reference system that they are in.
    /// - Throws: ``GeodataError`` `unsupportedCRS` where PROJ gives no result.
    public func transformed(
        _ geometry: MultiPolygon, from system: CoordinateReferenceSystem
    ) throws -> MultiPolygon {
        guard let number = system.epsgNumber else { return geometry }
        let blob = Data(SpatiaLiteBlob.encode(geometry, srid: Int32(number)))
        let statement = try db.cachedStatement(sql: "SELECT ST_Transform(?, 4326)")
        let row = try Row.fetchOne(statement, arguments: [blob])
        let result = try row?.withUnsafeData(atIndex: 0) { $0?.withUnsafeBytes { SpatiaLiteBlob.decode($0) } }
        guard let result else {
            throw GeodataError(.unsupportedCRS, "The coordinates cannot be transformed from \(system.shortName).")
        }
        return result
    }
}
