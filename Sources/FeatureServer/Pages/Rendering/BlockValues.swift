/// The blocks of a page as the names and values that their templates ask for.
///
/// `kind` is the template that shows a block or a cell. Templates ask with a leading dot (`{{.label}}`), so that a value
/// that is missing is never taken from further out.
struct BlockValues {
    let address: SiteAddress

    /// A block; its number among the blocks makes the names of its elements unique.
    func values(_ place: Int, _ block: PageBlock) -> TemplateValues {
        switch block {
        case .table(let table): values(table, number: place + 1)
        case .facts(let facts): ["kind": "facts", "heading": facts.heading, "facts": facts.facts.map(fact)]
        case .links(let links): ["kind": "links", "heading": links.heading, "links": links.links.map(explained)]
        case .prose(let prose):
            ["kind": "prose", "headings": prose.heading.map { [$0] } ?? [], "paragraphs": prose.paragraphs]
        case .form(let form): FormValues(form, number: place + 1, address: address).values
        case .mapPlace(let map): ["kind": "map", "caption": map.caption, "features": link(map.features)]
        }
    }

    /// A link; one that is not safe is shown as text.
    func link(_ link: PageLink) -> TemplateValues {
        var values: TemplateValues = ["kind": "cell-text", "label": link.label, "isLink": false]
        values["mediaType"] = link.mediaType
        if let reference = address.reference(to: link.target) {
            values["kind"] = "cell-link"
            values["isLink"] = true
            values["target"] = reference
        }
        return values
    }

    private func explained(_ item: (link: PageLink, explanation: String?)) -> TemplateValues {
        var values = link(item.link)
        values["explanation"] = item.explanation
        return values
    }

    private func fact(_ fact: PageFact) -> TemplateValues {
        ["term": fact.term, "cells": (fact.cells.isEmpty ? [.unknown] : fact.cells).map(cell)]
    }

    private func values(_ table: PageTable, number: Int) -> TemplateValues {
        [
            "kind": "table", "number": "\(number)", "caption": table.caption, "isEmpty": table.rows.isEmpty,
            "columnCount": "\(table.columns.count)",
            "columns": table.columns.map { ["heading": $0.heading, "isNumeric": $0.isNumeric] as TemplateValues },
            "rows": table.rows.map { row in
                table.columns.indices.map { place in
                    var values = cell(place < row.count ? row[place] : .unknown)
                    values["isNumeric"] = table.columns[place].isNumeric
                    values["isRowHeader"] = table.columns[place].isRowHeader
                    return values
                }
            },
        ]
    }

    private func cell(_ cell: PageCell) -> TemplateValues {
        switch cell {
        case .text(let text): ["kind": "cell-text", "label": text]
        case .link(let link): self.link(link)
        case .interval(let interval): IntervalDrawing(interval).values
        case .unknown: ["kind": "cell-unknown"]
        }
    }
}
