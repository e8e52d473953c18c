import GeographyModel
import QueryEngine
import Testing

/// No filter is longer, deeper or more detailed than the limits allow.
struct FilterLimitTests {
    @Test("The limit of length counts bytes of UTF-8", arguments: [(5, true), (6, false), (7, false)])
    func length(_ limit: Int, _ isRefused: Bool) throws {
        let limits = FilterLimits(length: limit)
        let expected: GeodataError.Code? = isRefused ? .filterTooLong : nil
        #expect(code { try FilterExpression(text: "é<1\t\t", limits: limits) } == expected)
        #expect(code { try FilterExpression(json: "true  ", limits: limits) } == expected)
        #expect(code { try FilterGeometry(wkt: "point(1 2)", limits: FilterLimits(length: 9)) } == .filterTooLong)
    }

    /// A filter that nests as deep as it is told to.
    struct Nest: CustomTestStringConvertible {
        var name: String
        /// Whether the tree is as deep as the text.
        var isDeepTree = true
        var beginning: @Sendable (Int) -> String

        var testDescription: String { name }

        func text(_ depth: Int) -> String {
            let text = beginning(depth)
            let open = text.count { $0 == "(" } - text.count { $0 == ")" }
            return text + String(repeating: ")", count: open) + (name == "functions of characters" ? " = 'x'" : "")
        }
    }

    private static let nests = [
        Nest(name: "parentheses", isDeepTree: false) { String(repeating: "(", count: $0) + "a = 1" },
        Nest(name: "NOT") { String(repeating: "NOT ", count: $0 - 1) + "a = 1" },
        Nest(name: "NOT in parentheses") { String(repeating: "NOT (", count: $0 - 1) + "a = 1" },
        Nest(name: "signs") { "1 = " + String(repeating: "-", count: $0 - 1) + "a" },
        Nest(name: "functions of characters") { String(repeating: "CASEI(", count: $0 - 1) + "a" },
        Nest(name: "functions") { String(repeating: "f(", count: $0) },
        Nest(name: "lists") { "A_EQUALS(a, " + String(repeating: "(", count: $0 - 1) },
        Nest(name: "sums") { "1 = a" + String(repeating: " + a", count: $0 - 1) },
        Nest(name: "IS NULL") { "a" + String(repeating: " IS NULL", count: $0) },
        Nest(name: "AND") { String(repeating: "a = 1 AND (", count: $0 - 1) + "a = 1" },
        Nest(name: "collections") {
            "S_EQUALS(a, " + String(repeating: "GEOMETRYCOLLECTION(", count: $0 - 1) + "POINT(1 2)"
        },
    ]

    @Test("Every way to nest has the same limit, in both encodings", arguments: nests)
    func depth(_ nest: Nest) throws {
        let limits = FilterLimits(depth: 8)
        let filter = try FilterExpression(text: nest.text(8), limits: limits)
        #expect(try FilterExpression(json: filter.json, limits: limits) == filter)
        #expect(try FilterExpression(text: filter.text, limits: limits) == filter)

        #expect(code { try FilterExpression(text: nest.text(9), limits: limits) } == .filterTooDeep)
        let json = try FilterExpression(text: nest.text(9)).json
        #expect(code { try FilterExpression(json: json, limits: limits) } == (nest.isDeepTree ? .filterTooDeep : nil))
    }

    @Test("A filter of the deepest kind is read, printed, hashed and compared")
    func deepest() throws {
        let text =
            String(repeating: "f(", count: 63) + "S_EQUALS(a,POLYGON((0 0,1 0,1 1,0 0)))"
            + String(repeating: ")", count: 63)
        let filter = try FilterExpression(text: text)
        #expect(Set([filter, try FilterExpression(json: filter.json)]).count == 1)
    }

    @Test("The places of all geometries count together", arguments: [(7, true), (8, false)])
    func vertices(_ limit: Int, _ isRefused: Bool) throws {
        let limits = FilterLimits(vertices: limit)
        let text =
            "S_EQUALS(POLYGON((0 0,1 0,1 1,0 0)),GEOMETRYCOLLECTION(POINT(1 2),MULTIPOINT(1 2,(3 4)),POINT(1 2)))"
        let json = try FilterExpression(text: text).json
        let expected: GeodataError.Code? = isRefused ? .tooManyVertices : nil
        #expect(code { try FilterExpression(text: text, limits: limits) } == expected)
        #expect(code { try FilterExpression(json: json, limits: limits) } == expected)
    }

    private func code<Value>(_ body: () throws -> Value) -> GeodataError.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? GeodataError)?.code }
    }
}
