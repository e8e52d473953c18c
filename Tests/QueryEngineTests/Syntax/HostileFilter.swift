import Testing

/// A text that is made to keep a reader busy or to overflow its stack.
struct HostileFilter: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String

    var testDescription: String { name }

    /// A text that says the same again and again until it is as long as a filter may be.
    private init(_ name: String, _ beginning: String = "", repeating part: String, _ end: String = "") {
        self.name = name
        let count = (65_536 - beginning.utf8.count - end.utf8.count) / part.utf8.count
        text = beginning + String(repeating: part, count: count) + end
    }

    /// Texts for the reader of CQL2 text.
    static let texts = [
        HostileFilter("parentheses", repeating: "("),
        HostileFilter("closing parentheses", "a = 1", repeating: ")"),
        HostileFilter("NOT", repeating: "NOT "),
        HostileFilter("minus signs", repeating: "-"),
        HostileFilter("spaced minus signs", "a = ", repeating: "- ", "1"),
        HostileFilter("plus signs", repeating: "+"),
        HostileFilter("single quotes", repeating: "'"),
        HostileFilter("a text of quotes", "a = '", repeating: "''", "'"),
        HostileFilter("a text of backslashes", "a = '", repeating: "\\", "x'"),
        HostileFilter("a text without end", "a = '", repeating: "x"),
        HostileFilter("double quotes", repeating: "\""),
        HostileFilter("conditions joined", repeating: "a=1 AND ", "a=1"),
        HostileFilter("conditions joined without the last", repeating: "a=1 AND "),
        HostileFilter("conditions joined both ways", repeating: "a=1 AND b=1 OR ", "a=1"),
        HostileFilter("a sum", "1=a", repeating: "+a"),
        HostileFilter("a sum of brackets", "1=", repeating: "(a)+", "a"),
        HostileFilter("powers", "1=a", repeating: "^a"),
        HostileFilter("IS NULL", "a", repeating: " IS NULL"),
        HostileFilter("CASEI", repeating: "CASEI("),
        HostileFilter("functions", repeating: "f("),
        HostileFilter("flat function", "f(", repeating: "a,", "a)"),
        HostileFilter("lists", "A_EQUALS(a,", repeating: "("),
        HostileFilter("short lists", "A_EQUALS(a,(", repeating: "((1)),", "1))"),
        HostileFilter("a long list", "a IN (", repeating: "1,", "1)"),
        HostileFilter("collections", "S_EQUALS(a,", repeating: "GEOMETRYCOLLECTION("),
        HostileFilter("geometry words", repeating: "POINT Z "),
        HostileFilter("places", "S_EQUALS(a,MULTIPOINT(", repeating: "1 2,", "1 2))"),
        HostileFilter("digits", "a = ", repeating: "9"),
        HostileFilter("decimals", "a = 0.", repeating: "1"),
        HostileFilter("an exponent", "a = 1e", repeating: "9"),
        HostileFilter("too large a number", repeating: "a = 1e999 AND "),
        HostileFilter("small numbers", repeating: "a<4.9406564584124654e-324 OR ", "TRUE"),
        HostileFilter("NUL", repeating: "\u{0}"),
        HostileFilter("a long name", repeating: "é", " = 1"),
        HostileFilter("letters that combine", repeating: "e\u{301}", " = 1"),
        HostileFilter("white space", repeating: "\u{2003}", "a = 1"),
        HostileFilter("lines", repeating: "\n", "a"),
        HostileFilter("emoji", repeating: "👩‍👩‍👧‍👦", "'"),
        HostileFilter("words", repeating: "BETWEEN "),
        HostileFilter("nested intervals", repeating: "INTERVAL("),
    ]

    /// Texts for the reader of CQL2 JSON.
    static let jsons = [
        HostileFilter("arrays", repeating: "["),
        HostileFilter("empty arrays", "[", repeating: "[],", "[]]"),
        HostileFilter("objects", repeating: "{"),
        HostileFilter("operations", repeating: #"{"op":"not","args":["#),
        HostileFilter("arguments first", repeating: #"{"args":["#),
        HostileFilter("intervals", repeating: #"{"interval":["#),
        HostileFilter("collections", repeating: #"{"type":"GeometryCollection","geometries":["#),
        HostileFilter("coordinates", #"{"coordinates":"#, repeating: "["),
        HostileFilter(
            "places", #"{"op":"s_equals","args":[{"property":"a"},{"coordinates":["#, repeating: "[1,2],",
            #"[1,2]],"type":"MultiPoint"}]}"#),
        HostileFilter("a long list", #"{"op":"f","args":["#, repeating: "1,", "1]}"),
        HostileFilter("conditions", #"{"op":"and","args":["#, repeating: "true,", "true]}"),
        HostileFilter("a string without end", "\"", repeating: "x"),
        HostileFilter("escapes", "\"", repeating: "\\u00e9", "\""),
        HostileFilter("quotes", repeating: "\""),
        HostileFilter("digits", #"{"op":"f","args":["#, repeating: "9", "]}"),
        HostileFilter("decimals", #"{"op":"f","args":[0."#, repeating: "1", "]}"),
        HostileFilter("too large a number", #"{"op":"f","args":["#, repeating: "1e999,", "1]}"),
        HostileFilter("members", "{", repeating: #""op":"f","#, #""args":[]}"#),
        HostileFilter("a long name", #"{"op":""#, repeating: "é", #"","args":[]}"#),
        HostileFilter("white space", repeating: "\r\n", "true"),
        HostileFilter("NUL", repeating: "\u{0}"),
    ]
}
