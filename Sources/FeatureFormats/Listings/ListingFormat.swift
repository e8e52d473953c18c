package import GeographyModel

/// The forms in which a listing is handed out.
package enum ListingFormat: String, CaseIterable, Sendable {
    /// Aligned columns for people, with title and notes.
    case table
    /// Rows and headings only (RFC 4180), every value in full.
    case csv
    /// One object: the context, then `notes`, then the rows.
    case json

    /// How a table is laid out; the other formats take no notice.
    package struct Layout: Sendable {
        /// How many terminal cells a line may take.
        package var width: Int
        /// Whether headings are bold and notes dim, by ANSI escapes.
        package var isColoured: Bool

        /// Makes a layout.
        package init(width: Int = 100, isColoured: Bool = false) {
            self.width = width
            self.isColoured = isColoured
        }
    }

    /// The media type with its parameters, as HTTP's `Content-Type` has it.
    package var mediaType: String {
        switch self {
        case .table: "text/plain; charset=utf-8"
        case .csv: CSVFeatureEncoder.mediaType
        case .json: "application/json"
        }
    }

    /// Appends `listing` in this format.
    package func write(_ listing: Listing, layout: Layout = Layout(), into buffer: inout TextBuffer) {
        switch self {
        case .table: ListingTable(listing, layout: layout).write(into: &buffer)
        case .csv: Self.writeCSV(listing, into: &buffer)
        case .json: JSONDocument(listing.asPropertyValue).write(into: &buffer)
        }
    }

    /// `listing` in this format, as text.
    package func text(_ listing: Listing, layout: Layout = Layout()) -> String {
        var buffer = TextBuffer()
        write(listing, layout: layout, into: &buffer)
        return buffer.text
    }

    private static func writeCSV(_ listing: Listing, into buffer: inout TextBuffer) {
        for (place, column) in listing.columns.enumerated() {
            if place > 0 { buffer.append(",") }
            buffer.appendCSV(column.name)
        }
        buffer.endCSVRow()
        for row in listing.rows {
            for (place, value) in row.enumerated() {
                if place > 0 { buffer.append(",") }
                buffer.appendCSV(value)
            }
            buffer.endCSVRow()
        }
    }
}

extension Listing {
    /// The listing as one object: the context's members, then `notes` (code and text), then the rows under `rowsName`,
    /// each an object with a member for every column.
    package var asPropertyValue: PropertyValue {
        let objects = rows.map { row in
            PropertyValue.object(zip(columns, row).map { Property($0.name, $1) })
        }
        return .object(context + [Property("notes", notes.asPropertyValue), Property(rowsName, .array(objects))])
    }
}
