extension ReportDocument {
    /// The report as one HTML page that needs nothing else: no scripts, and nothing from elsewhere.
    package var html: String {
        var buffer = TextBuffer()
        buffer.append(
            """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">

            """)
        buffer.appendElement("title", title)
        buffer.append("<style>\n")
        buffer.append(Self.styleSheet)
        buffer.append("</style>\n</head>\n<body>\n<main>\n")
        buffer.appendElement("h1", title)
        buffer.appendElement("p", lead, style: "lead")
        if let warning { buffer.appendElement("p", warning, style: "warning") }
        var tables = 0
        for section in sections { Self.write(section, tables: &tables, into: &buffer) }
        buffer.append("</main>\n")
        if !closing.isEmpty { buffer.appendElement("footer", closing) }
        buffer.append("</body>\n</html>\n")
        return buffer.text
    }

    private static func write(_ section: Section, tables: inout Int, into buffer: inout TextBuffer) {
        buffer.append("<section>\n")
        buffer.appendElement("h2", section.heading)
        if section.picture != nil { buffer.append("<div class=\"beside\">\n<div>\n") }
        for block in section.blocks { write(block, tables: &tables, into: &buffer) }
        if let picture = section.picture {
            buffer.append("</div>\n<figure>\n")
            buffer.append(verbatim: picture.svg)
            if !picture.caption.isEmpty { buffer.appendElement("figcaption", picture.caption) }
            buffer.append("</figure>\n</div>\n")
        }
        buffer.append("</section>\n")
    }

    private static func write(_ block: Block, tables: inout Int, into buffer: inout TextBuffer) {
        switch block {
        case .heading(let words): buffer.appendElement("h3", words)
        case .paragraph(let words): buffer.appendElement("p", words)
        case .facts(let facts):
            buffer.append("<dl>\n")
            for fact in facts {
                buffer.append("<div>")
                buffer.appendElement("dt", fact.term)
                buffer.appendElement("dd", fact.detail)
                buffer.append("</div>\n")
            }
            buffer.append("</dl>\n")
        case .list(let items, let isNumbered):
            buffer.append(isNumbered ? "<ol>\n" : "<ul>\n")
            for item in items { write(item, into: &buffer) }
            buffer.append(isNumbered ? "</ol>\n" : "</ul>\n")
        case .table(let table):
            tables += 1
            write(table, number: tables, into: &buffer)
        }
    }

    private static func write(_ item: Item, into buffer: inout TextBuffer) {
        buffer.append("<li>")
        if let lead = item.lead {
            buffer.append("<strong>")
            buffer.appendXML(lead)
            buffer.append("</strong> ")
        }
        buffer.appendXML(item.words)
        if let address = item.address {
            buffer.append(" ")
            if address.isWebAddress {
                buffer.append("<a href=\"")
                buffer.appendXML(address)
                buffer.append("\">")
                buffer.appendXML(address)
                buffer.append("</a>")
            } else {
                buffer.appendXML(address)
            }
        }
        buffer.append("</li>\n")
    }

    /// A table as wide as it needs, which is scrolled where that is too wide; the keyboard reaches it.
    private static func write(_ table: Table, number: Int, into buffer: inout TextBuffer) {
        let name = "table-\(number)"
        buffer.append("<div class=\"scroller\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
        buffer.append(verbatim: name)
        buffer.append("\">\n<table>\n<caption id=\"")
        buffer.append(verbatim: name)
        buffer.append("\">")
        buffer.appendXML(table.caption)
        buffer.append("</caption>\n<thead>\n<tr>")
        for column in table.columns {
            buffer.append(column.isNumeric ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
            buffer.appendXML(column.heading)
            buffer.append("</th>")
        }
        buffer.append("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            buffer.append("<tr>")
            for (column, words) in zip(table.columns, row) {
                buffer.append(column.isRowHeader ? "<th scope=\"row\"" : "<td")
                buffer.append(column.isNumeric ? " class=\"number\">" : column.isWide ? " class=\"wide\">" : ">")
                buffer.appendXML(words)
                buffer.append(column.isRowHeader ? "</th>" : "</td>")
            }
            buffer.append("</tr>\n")
        }
        buffer.append("</tbody>\n</table>\n</div>\n")
    }
}

extension TextBuffer {
    /// Appends an element with words in it, and a line end.
    fileprivate mutating func appendElement(_ name: StaticString, _ words: String, style: StaticString? = nil) {
        append("<")
        append(name)
        if let style {
            append(" class=\"")
            append(style)
            append("\"")
        }
        append(">")
        appendXML(words)
        append("</")
        append(name)
        append(">\n")
    }
}

extension String {
    /// Whether a browser would go to it on the web, and not run it.
    var isWebAddress: Bool {
        let start = prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}
