import FeatureFormats
import GeographyModel
import QueryEngine

/// The columns of a CSV file of features as its metadata (CSVW) describes them.
enum CSVColumns {
    /// Describes columns: queryables by what they say, all others by their names alone.
    static func described(_ names: [String], by queryables: [Queryable]) -> [TableMetadata.Column] {
        names.map { name in
            let queryable = queryables.first { $0.name == name }
            return .init(name: name, title: queryable?.title ?? name, datatype: datatype(of: queryable?.kind, name))
        }
    }

    /// The datatype in the words of XML Schema.
    private static func datatype(of kind: Queryable.Kind?, _ name: String) -> String {
        switch kind {
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .text, .interval, .array, .geometry: "string"
        case nil:
            switch name {
            case "value_class": "integer"
            case "class_upper_bound", "longitude", "latitude", "easting", "northing", "x", "y": "number"
            default: "string"
            }
        }
    }
}
