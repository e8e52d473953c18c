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
        guard let number = system.epsgNumber, system.isInMetres else { return geometry }
        let blob = Data(SpatiaLiteBlob.encode(geometry, srid: Int32(number)))
        let statement = try db.cachedStatement(sql: "SELECT ST_Transform(?, 4326)")
        let row = try Row.fetchOne(statement, arguments: [blob])
        let result = try row?.withUnsafeData(atIndex: 0) { $0?.withUnsafeBytes { SpatiaLiteBlob.decode($0) } }
        guard let result else {
            throw GeodataError(.unsupportedCRS, "The coordinates cannot be transformed from \(system.shortName).")
        }
        return result
    }

    /// The same positions in CRS84 degrees, by PROJ as ``transformed(_:from:)-(MultiPolygon,_)``; those that are not
    /// finite, or that have no place in degrees, come back as positions that are not finite.
    ///
    /// - Parameters:
    ///   - positions: First and second coordinates, in metres.
    ///   - system: The reference system that they are in.
    public func transformed(_ positions: [Position], from system: CoordinateReferenceSystem) throws -> [Position] {
        let nowhere = Position(longitude: .nan, latitude: .nan)
        // A position that PROJ refuses would take all others with it, so only those near the system's ground are sent.
        let isSent = positions.map { abs($0.longitude) < 21_000_000 && abs($0.latitude) < 21_000_000 }
        var bundle = MultiPolygon()
        bundle.append(ring: zip(positions, isSent).filter(\.1).map(\.0))
        bundle.closePolygon()
        guard !bundle.positions.isEmpty else { return positions.map { _ in nowhere } }
        var answers = try transformed(bundle, from: system).positions[...]
        return isSent.map { $0 ? answers.popFirst() ?? nowhere : nowhere }
    }

    /// Positions in CRS84 degrees as coordinates of another system, in metres, by PROJ as
    /// ``transformed(_:from:)-(MultiPolygon,_)``.
    ///
    /// - Throws: ``GeodataError`` `unsupportedCRS` where PROJ gives no result.
    public func projected(_ positions: [Position], to system: CoordinateReferenceSystem) throws -> [(
        x: Double, y: Double
    )] {
        guard let number = system.epsgNumber, system.isInMetres, !positions.isEmpty else {
            return positions.map { ($0.longitude, $0.latitude) }
        }
        var bundle = MultiPolygon()
        bundle.append(ring: positions)
        bundle.closePolygon()
        let statement = try db.cachedStatement(sql: "SELECT ST_Transform(?, ?)")
        let row = try Row.fetchOne(statement, arguments: [Data(SpatiaLiteBlob.encode(bundle)), number])
        let result = try row?.withUnsafeData(atIndex: 0) { $0?.withUnsafeBytes { SpatiaLiteBlob.decode($0) } }
        guard let result, result.positions.count == positions.count else {
            throw GeodataError(
                .unsupportedCRS, "The positions cannot be transformed to \(system.shortName).",
                remedy: "Measure on the ellipsoid instead.")
        }
        return result.positions.map { ($0.longitude, $0.latitude) }
    }
}
