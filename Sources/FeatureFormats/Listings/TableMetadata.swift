package import GeographyModel

/// What a CSV file cannot say of itself, as W3C's metadata for tabular data (CSVW, REC-tabular-metadata-20151217): a JSON
/// document that lies beside it as `NAME-metadata.json`.
///
/// It tells the columns, what the table rests on, the source and its licence, and every note.
package struct TableMetadata: Sendable {
    /// One column of the file.
    package struct Column: Sendable {
        /// The header in the file.
        package var name: String
        /// The heading for people.
        package var title: String
        /// `string`, `integer`, `number`, `boolean` or `date`.
        package var datatype: String

        /// Describes a column.
        package init(name: String, title: String, datatype: String) {
            self.name = name
            self.title = title
            self.datatype = datatype
        }
    }

    private let document: PropertyValue

    /// Describes a file.
    ///
    /// - Parameters:
    ///   - fileName: The CSV file's name, without its folder.
    ///   - title: What the table shows.
    ///   - context: What it rests on, such as indicator and edition.
    ///   - columns: Its columns, in order.
    ///   - notes: What the reader must know.
    package init(fileName: String, title: String, context: [Property], columns: [Column], notes: [Note]) {
        let described = columns.map { column in
            PropertyValue.object([
                Property("name", .text(column.name)), Property("titles", .text(column.name)),
                Property("dc:description", .text(column.title)), Property("datatype", .text(column.datatype)),
            ])
        }
        document = .object(
            [
                Property("@context", .text("http://www.w3.org/ns/csvw")), Property("url", .text(fileName)),
                Property("dc:title", .text(title)),
            ] + Self.commonProperties(of: context) + [
                Property(
                    "dialect", .object([Property("header", .boolean(true)), Property("encoding", .text("utf-8"))])),
                Property("tableSchema", .object([Property("columns", .array(described))])),
                Property("notes", notes.asPropertyValue),
            ])
    }

    /// Describes a listing that was written as CSV.
    package init(_ listing: Listing, fileName: String) {
        let columns = listing.columns.enumerated().map { place, column in
            Column(
                name: column.name, title: column.heading.isEmpty ? column.name : column.heading,
                datatype: Self.datatype(of: listing.rows.lazy.map { $0[place] }))
        }
        self.init(
            fileName: fileName, title: listing.title, context: listing.context, columns: columns, notes: listing.notes)
    }

    /// The document as text.
    package var text: String { JSONDocument(document).text }

    /// What the sidecar of a CSV file is called.
    package static func name(besides file: String) -> String { "\(file)-metadata.json" }

    /// What the table rests on, in the vocabularies that CSVW knows.
    private static func commonProperties(of context: [Property]) -> [Property] {
        let known = context.filter { $0.value != .null }
        let named = known.compactMap { property in
            ["source": "dc:source", "licence": "dc:license", "attribution": "dc:rights"][property.name].map {
                Property($0, property.value)
            }
        }
        let others = known.map { property in
            PropertyValue.object([
                Property("@type", .text("schema:PropertyValue")), Property("schema:name", .text(property.name)),
                Property("schema:value", .text(plainText(of: property.value))),
            ])
        }
        return named + [Property("schema:additionalProperty", .array(others))]
    }

    private static func datatype(of values: some Sequence<PropertyValue>) -> String {
        var found: Set<String> = []
        for value in values {
            switch value {
            case .null: break
            case .integer: found.insert("integer")
            case .number: found.insert("number")
            case .boolean: found.insert("boolean")
            case .text, .array, .object: found.insert("string")
            }
        }
        if found.isSubset(of: ["integer", "number"]), found.contains("number") { return "number" }
        return found.count == 1 ? found.first ?? "string" : "string"
    }
}
