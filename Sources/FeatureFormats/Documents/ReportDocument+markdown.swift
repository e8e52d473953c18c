extension ReportDocument {
    /// The report as Markdown (CommonMark with the tables of GitHub); pictures are left out.
    package var markdown: String {
        var buffer = TextBuffer()
        func paragraph(_ mark: StaticString, _ words: String) {
            buffer.append(mark)
            buffer.appendMarkdown(words)
            buffer.append("\n\n")
        }
        paragraph("# ", title)
        paragraph("", lead)
        if let warning { paragraph("> ", warning) }
        for section in sections {
            paragraph("## ", section.heading)
            for block in section.blocks {
                switch block {
                case .heading(let words): paragraph("### ", words)
                case .paragraph(let words): paragraph("", words)
                case .facts(let facts):
                    for fact in facts {
                        buffer.append("- **")
                        buffer.appendMarkdown(fact.term)
                        buffer.append(":** ")
                        buffer.appendMarkdown(fact.detail)
                        buffer.append("\n")
                    }
                    buffer.append("\n")
                case .list(let items, let isNumbered):
                    for (place, item) in items.enumerated() {
                        buffer.append(verbatim: isNumbered ? "\(place + 1). " : "- ")
                        Self.write(item, into: &buffer)
                    }
                    buffer.append("\n")
                case .table(let table): Self.write(table, into: &buffer)
                }
            }
        }
        if !closing.isEmpty { paragraph("", closing) }
        // One line end at the end of the file.
        var text = buffer.text
        text.removeLast()
        return text
    }

    private static func write(_ item: Item, into buffer: inout TextBuffer) {
        if let lead = item.lead {
            buffer.append("**")
            buffer.appendMarkdown(lead)
            buffer.append("** ")
        }
        buffer.appendMarkdown(item.words)
        if let address = item.address {
            buffer.append(" ")
            let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>\\".unicodeScalars.contains($0) }
            if address.isWebAddress, isPlain {
                buffer.append(verbatim: "<\(address)>")
            } else {
                buffer.appendMarkdown(address)
            }
        }
        buffer.append("\n")
    }

    private static func write(_ table: Table, into buffer: inout TextBuffer) {
        buffer.append("**")
        buffer.appendMarkdown(table.caption)
        buffer.append("**\n\n")
        func row(_ cells: [String]) {
            for cell in cells {
                buffer.append("| ")
                buffer.appendMarkdown(cell)
                buffer.append(" ")
            }
            buffer.append("|\n")
        }
        row(table.columns.map(\.heading))
        for column in table.columns { buffer.append(column.isNumeric ? "| ---: " : "| --- ") }
        buffer.append("|\n")
        for cells in table.rows { row(cells) }
        buffer.append("\n")
    }
}
