package import GeographyModel
import SpatialStore

/// SQL as SQLite with SpatiaLite 5 has it.
package struct SpatiaLiteDialect: SQLDialect {
    /// Makes the dialect.
    package init() {}

    package func placeholder(_ position: Int) -> String { "?" }

    package func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    package func isSame(_ left: SQLFragment, _ right: SQLFragment) -> SQLFragment { "\(left) IS \(right)" }

    package func matches(_ words: SQLFragment, _ pattern: LikePattern) -> SQLFragment {
        // GLOB regards case, and unlike LIKE gives up at the first part that cannot be found.
        let glob = pattern.parts.map { part in
            switch part {
            case .any: "*"
            case .one: "?"
            case .character(let character): "*?[".contains(character) ? "[\(character)]" : String(character)
            }
        }
        return "\(words) GLOB \(bind: .text(glob.joined()))"
    }

    package func folded(_ words: SQLFragment, _ operation: FilterOperator) -> SQLFragment {
        operation == .casei ? "hlgeo_casei(\(words))" : "hlgeo_accenti(\(words))"
    }

    package func result(of operation: FilterOperator, _ left: SQLFragment, _ right: SQLFragment) -> SQLFragment {
        switch operation {
        case .plus: "(\(left) + \(right))"
        case .minus: "(\(left) - \(right))"
        case .times: "(\(left) * \(right))"
        case .divide: "(CAST(\(left) AS REAL) / \(right))"
        case .remainder: "mod(\(left), \(right))"
        case .wholeDivide: "trunc(CAST(\(left) AS REAL) / \(right))"
        default: "pow(\(left), \(right))"
        }
    }

    package func geometry(_ bytes: [UInt8], in system: CoordinateReferenceSystem) -> SQLFragment {
        switch system {
        case .crs84: "GeomFromWKB(\(bind: .blob(bytes)), 4326)"
        case .epsg4326: "SwapCoordinates(GeomFromWKB(\(bind: .blob(bytes)), 4326))"
        case .epsg27700: "ST_Transform(GeomFromWKB(\(bind: .blob(bytes)), 27700), 4326)"
        case .epsg3857: "ST_Transform(GeomFromWKB(\(bind: .blob(bytes)), 3857), 4326)"
        }
    }

    package func point(_ longitude: SQLFragment, _ latitude: SQLFragment) -> SQLFragment {
        "MakePoint(\(longitude), \(latitude), 4326)"
    }

    package func holds(_ relation: FilterOperator, _ left: SQLFragment, _ right: SQLFragment) -> SQLFragment {
        // SpatiaLite says -1, which SQLite takes for yes, where it cannot tell.
        switch relation {
        case .spatialEquals: "ST_Equals(\(left), \(right)) = 1"
        case .spatialDisjoint: "ST_Disjoint(\(left), \(right)) = 1"
        case .spatialTouches: "ST_Touches(\(left), \(right)) = 1"
        case .spatialWithin: "ST_Within(\(left), \(right)) = 1"
        case .spatialOverlaps: "ST_Overlaps(\(left), \(right)) = 1"
        case .spatialCrosses: "ST_Crosses(\(left), \(right)) = 1"
        case .spatialContains: "ST_Contains(\(left), \(right)) = 1"
        default: "ST_Intersects(\(left), \(right)) = 1"
        }
    }

    package func isNear(_ key: SQLFragment, _ geometry: SQLFragment) -> SQLFragment {
        """
        \(key) IN (SELECT pkid FROM idx_area_geometry WHERE xmin <= MbrMaxX(\(geometry)) \
        AND xmax >= MbrMinX(\(geometry)) AND ymin <= MbrMaxY(\(geometry)) AND ymax >= MbrMinY(\(geometry)))
        """
    }

    package func unindexed(_ column: SQLFragment) -> SQLFragment { "+\(column)" }

    package func isInside(_ key: SQLFragment, _ box: BoundingBox) -> SQLFragment {
        """
        \(key) IN (SELECT pkid FROM idx_area_geometry WHERE xmin >= \(bind: .real(box.west)) \
        AND xmax <= \(bind: .real(box.east)) AND ymin >= \(bind: .real(box.south)) \
        AND ymax <= \(bind: .real(box.north)))
        """
    }

    package func fault(of geometry: SQLFragment) -> SQLFragment {
        "CASE ST_IsValid(\(geometry)) WHEN 1 THEN NULL ELSE coalesce(ST_IsValidReason(\(geometry)), 'it has no shape') END"
    }

    package func output(_ geometry: SQLFragment, in system: CoordinateReferenceSystem) -> SQLFragment {
        switch system {
        case .crs84: geometry
        case .epsg4326: "SwapCoordinates(\(geometry))"
        case .epsg27700: "ST_Transform(\(geometry), 27700)"
        case .epsg3857: "ST_Transform(\(geometry), 3857)"
        }
    }

    package func geometry(fromGeoJSON text: SQLFragment) -> SQLFragment { "SetSRID(GeomFromGeoJSON(\(text)), 4326)" }

    package func extent(of geometries: SQLFragment) -> [SQLFragment] {
        [
            "min(MbrMinX(\(geometries)))", "min(MbrMinY(\(geometries)))", "max(MbrMaxX(\(geometries)))",
            "max(MbrMaxY(\(geometries)))",
        ]
    }

    package func coordinates(of point: SQLFragment) -> (SQLFragment, SQLFragment) {
        ("ST_X(\(point))", "ST_Y(\(point))")
    }

    package func page(of keys: [Int64]) -> SQLFragment {
        let list = "[" + keys.map(String.init).joined(separator: ",") + "]"
        return "(SELECT key AS position, value AS feature FROM json_each(\(bind: .text(list)))) AS page"
    }

    package func members(of list: SQLFragment) -> SQLFragment { "SELECT value AS member FROM json_each(\(list))" }

    package func list(_ members: SQLFragment) -> SQLFragment {
        "(SELECT json_group_array(member) FROM (\(members)))"
    }
}
