import QueryEngine
import Testing

/// Both encodings say the same, and each reads back what it printed.
struct FilterEncodingTests {
    @Test("An example of the standard is the same filter in both encodings", arguments: CQL2Example.ofTheStandard)
    func standard(_ example: CQL2Example) throws { try expectSame(example) }

    @Test(
        "What the examples of the standard leave out is the same filter in both encodings",
        arguments: CQL2Example.ofOtherFeatures)
    func others(_ example: CQL2Example) throws { try expectSame(example) }

    private func expectSame(_ example: CQL2Example) throws {
        let filter = try FilterExpression(text: example.text)
        #expect(try FilterExpression(json: example.json) == filter)
        #expect(try FilterExpression(text: filter.text) == filter, "\(filter.text)")
        #expect(try FilterExpression(json: filter.json) == filter, "\(filter.json)")
    }

    @Test(
        "A thousand filters of every kind survive both encodings, one after the other", arguments: [1, 2] as [UInt64])
    func random(_ seed: UInt64) throws {
        var random = RandomFilter(seed: seed)
        for _ in 0..<1_000 {
            let filter = random.condition(depth: 5)
            let (text, json) = (filter.text, filter.json)
            try #require(try FilterExpression(text: text) == filter, "\(text)")
            try #require(try FilterExpression(json: json) == filter, "\(json)")
            #expect(try FilterExpression(json: json).text == text)
        }
    }

    @Test("Members of a JSON object may come in any order, with white space between them")
    func memberOrder() throws {
        let json = """
            { "args" : [ { "coordinates": [1, 2], "bbox": [1, 2, 1, 2], "type": "Point" },\r\n\t{"property":"shape"} ],
              "op" : "s_within" }
            """
        #expect(try FilterExpression(json: json).text == "S_WITHIN(POINT(1 2), shape)")
    }

    @Test(
        "Every expression knows where it begins",
        arguments: [
            ("a = 1 AND (b + 2) * c > NOW(d)", [0, 0, 0, 4, 10, 10, 11, 11, 15, 20, 24, 28]),
            ("  NOT é IN ('x')", [2, 6, 6, 11, 12]),
            ("x NOT LIKE 'y'", [0, 0, 0, 11]),
            ("A_EQUALS(((-a)), b)", [0, 9, 10, 11, 11, 12, 17]),
        ])
    func offsets(_ text: String, _ offsets: [Int]) throws {
        #expect(try FilterExpression(text: text).offsets == offsets)
    }

    @Test("Every expression knows where it begins in JSON")
    func offsetsInJSON() throws {
        let filter = try FilterExpression(json: #" {"op": "in", "args": [{"property":"é"}, ["x", 5]]}"#)
        #expect(filter.offsets == [1, 23, 41, 42, 47])
    }
}

extension FilterExpression {
    /// Where it and all its parts begin, each before its parts.
    fileprivate var offsets: [Int] {
        switch node {
        case .operation(_, let parts), .function(_, let parts), .array(let parts): [offset] + parts.flatMap(\.offsets)
        case .interval(let start, let end): [offset] + start.offsets + end.offsets
        default: [offset]
        }
    }
}
