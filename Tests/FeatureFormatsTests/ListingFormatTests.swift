import FeatureFormats
import Foundation
import GeographyModel
import TestSupport
import Testing

@Suite struct ListingFormatTests {
    @Test(arguments: [
        ("listing.txt", ListingFormat.table, ListingFormat.Layout(width: 100)),
        ("listing-narrow.txt", .table, .init(width: 48)),
        ("listing-colour.txt", .table, .init(width: 60, isColoured: true)),
        ("listing.csv", .csv, .init()), ("listing.json", .json, .init()),
    ])
    func `a listing is written as its golden has it`(
        golden: String, format: ListingFormat, layout: ListingFormat.Layout
    ) {
        #expect(Golden(golden).difference(from: format.text(Samples.listing, layout: layout)) == nil)
    }

    @Test func `the narrow table fits its width`() {
        let lines = ListingFormat.table.text(Samples.listing, layout: .init(width: 48)).split(separator: "\n")
        // Each line has one cell a character, but for the two wide ones of the third row.
        #expect(lines.allSatisfy { $0.count <= 48 - ($0.contains("東京") ? 2 : 0) })
        #expect(lines.contains { $0.contains("…") })
    }

    @Test func `what would command a terminal is not passed on`() {
        var listing = Samples.listing
        listing.title = "a\u{1B}[31mb"
        listing.rows[0][2] = .text("x\u{1B}]0;y\u{7}\nz\u{202E}")
        let text = ListingFormat.table.text(listing)
        #expect(!text.unicodeScalars.contains { "\u{1B}\u{7}\u{202E}".unicodeScalars.contains($0) })
        #expect(text.contains("x ]0;y  z"))
    }

    @Test func `the JSON document has context, notes and rows in that order`() throws {
        let text = ListingFormat.json.text(Samples.listing)
        let places = try ["\"indicator\"", "\"notes\"", "\"areas\""].map { try #require(text.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let rows = try #require(object["areas"] as? [[String: Any]])
        #expect(rows.map { $0.count } == [7, 7, 7])
        #expect(rows[1]["people"] is NSNull)
    }

    @Test func `empty arrays and objects stay on their line`() {
        let value = PropertyValue.object([Property("a", .array([])), Property("b", .object([]))])
        #expect(JSONDocument(value).text == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
    }
}
