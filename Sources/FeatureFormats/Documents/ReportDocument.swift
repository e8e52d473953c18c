/// A report for people: what ``html`` and ``markdown`` are both written from, so that they cannot differ.
///
/// Texts are plain; each format escapes every one of them.
///
/// ```swift
/// var report = ReportDocument(title: "10 sites", lead: "They reach 48 % of the people.")
/// report.sections = [.init("Sites", [.table(table)])]
/// let page = report.html
/// ```
package struct ReportDocument: Sendable {
    /// A part of the report under a heading of its own.
    package struct Section: Sendable {
        /// The heading.
        package var heading: String
        /// The contents, in order.
        package var blocks: [Block]
        /// What is drawn beside the contents; HTML only.
        package var picture: Picture?

        /// Makes a section.
        package init(_ heading: String, _ blocks: [Block], picture: Picture? = nil) {
            self.heading = heading
            self.blocks = blocks
            self.picture = picture
        }
    }

    /// A piece of a section.
    package enum Block: Sendable {
        /// A heading below the section's own.
        case heading(String)
        /// A paragraph.
        case paragraph(String)
        /// Terms with what is known of them.
        case facts([(term: String, detail: String)])
        /// A list; a numbered one begins with 1.
        case list([Item], isNumbered: Bool)
        /// A table.
        case table(Table)
    }

    /// An entry of a list.
    package struct Item: Sendable {
        /// What stands before the words, in bold; `nil` for nothing.
        package var lead: String?
        /// The words.
        package var words: String
        /// An address (`http`, `https`) that follows as a link; any other is shown as words.
        package var address: String?

        /// Makes an entry.
        package init(_ words: String, lead: String? = nil, address: String? = nil) {
            self.lead = lead
            self.words = words
            self.address = address
        }
    }

    /// A table; its cells are words.
    package struct Table: Sendable {
        /// A column.
        package struct Column: Sendable {
            /// The heading.
            package var heading: String
            /// Whether the column stands on the right, as numbers do.
            package var isNumeric: Bool
            /// Whether its cells say what each row is about.
            package var isRowHeader: Bool
            /// Whether its cells may hold a sentence.
            package var isWide: Bool

            /// Describes a column.
            package init(
                _ heading: String, isNumeric: Bool = false, isRowHeader: Bool = false, isWide: Bool = false
            ) {
                self.heading = heading
                self.isNumeric = isNumeric
                self.isRowHeader = isRowHeader
                self.isWide = isWide
            }
        }

        /// What the table shows.
        package var caption: String
        /// The columns, in order.
        package var columns: [Column]
        /// The rows, each with a cell a column.
        package var rows: [[String]]

        /// Makes a table.
        package init(_ caption: String, columns: [Column], rows: [[String]]) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
        }
    }

    /// A picture with the words below it.
    package struct Picture: Sendable {
        /// The picture, an SVG document of this module, which escapes what it holds.
        package var svg: String
        /// The words.
        package var caption: String

        /// Makes a picture.
        package init(svg: String, caption: String) {
            self.svg = svg
            self.caption = caption
        }
    }

    /// The heading of the report.
    package var title: String
    /// The first paragraph.
    package var lead: String
    /// What nobody may overlook; `nil` for nothing.
    package var warning: String?
    /// The parts.
    package var sections: [Section] = []
    /// The last line.
    package var closing = ""

    /// Makes a report without parts.
    package init(title: String, lead: String) {
        self.title = title
        self.lead = lead
    }
}
