package import GeographyModel

/// What differs between spatial databases. Everything else of a plan is the SQL that they share, so that a further
/// database is a dialect and a connection.
package protocol SQLDialect: Sendable {
    /// What stands in a statement for its value number `position`, counted from 1.
    func placeholder(_ position: Int) -> String
    /// A name of a table or column that no rule of the language changes.
    func quoted(_ name: String) -> String

    /// Whether two values are the same, two unknown ones included.
    func isSame(_ left: SQLFragment, _ right: SQLFragment) -> SQLFragment
    /// Whether words match a pattern, with regard to case.
    func matches(_ words: SQLFragment, _ pattern: LikePattern) -> SQLFragment
    /// Words without case, or without accents.
    func folded(_ words: SQLFragment, _ operation: FilterOperator) -> SQLFragment
    /// The result of an arithmetic operation on numbers; unknown where it has none, such as by 0.
    func result(of operation: FilterOperator, _ left: SQLFragment, _ right: SQLFragment) -> SQLFragment

    /// The bound geometry of a filter in EPSG:4326, from well-known binary in the filter's own system.
    func geometry(_ bytes: [UInt8], in system: CoordinateReferenceSystem) -> SQLFragment
    /// A point in EPSG:4326 from columns.
    func point(_ longitude: SQLFragment, _ latitude: SQLFragment) -> SQLFragment
    /// Whether a spatial relation holds, always yes or no.
    func holds(_ relation: FilterOperator, _ left: SQLFragment, _ right: SQLFragment) -> SQLFragment
    /// Whether the boxes of the indexed areas touch the box of a geometry, answered by the spatial index alone.
    ///
    /// - Parameters:
    ///   - key: The area's key.
    ///   - geometry: The filter's geometry, in EPSG:4326.
    func isNear(_ key: SQLFragment, _ geometry: SQLFragment) -> SQLFragment
    /// A column that no index shall be used for, because another index leads to the features sooner.
    func unindexed(_ column: SQLFragment) -> SQLFragment
    /// Whether the boxes of the indexed areas lie wholly in a box, answered by the spatial index alone.
    func isInside(_ key: SQLFragment, _ box: BoundingBox) -> SQLFragment
    /// Why a geometry of a filter is not valid; unknown where it is.
    func fault(of geometry: SQLFragment) -> SQLFragment

    /// A geometry column as it is handed out in a reference system.
    func output(_ geometry: SQLFragment, in system: CoordinateReferenceSystem) -> SQLFragment
    /// A geometry from GeoJSON text, in EPSG:4326.
    func geometry(fromGeoJSON text: SQLFragment) -> SQLFragment
    /// The box around all geometries of a column: least and greatest first and second coordinates.
    func extent(of geometries: SQLFragment) -> [SQLFragment]
    /// First and second coordinate of a point.
    func coordinates(of point: SQLFragment) -> (SQLFragment, SQLFragment)

    /// A table `page` with the columns `position` and `feature`, from a bound list of keys.
    func page(of keys: [Int64]) -> SQLFragment
    /// A subquery with the column `member` from a column that holds a JSON array.
    func members(of list: SQLFragment) -> SQLFragment
    /// A JSON array of the members that a subquery gives in its column `member`.
    func list(_ members: SQLFragment) -> SQLFragment
}
