import QueryEngine
import Testing

/// How closely operations bind, and how they are printed.
struct FilterTextPrinterTests {
    @Test(
        "Parentheses that precedence makes needless are dropped, all others stay",
        arguments: [
            ("a=1 OR b=2 AND NOT c=3", "a = 1 OR b = 2 AND NOT c = 3"),
            ("((a=1)) OR ((b=2) AND (NOT (c=3)))", "a = 1 OR b = 2 AND NOT c = 3"),
            ("(a=1 OR b=2) AND c=3", "(a = 1 OR b = 2) AND c = 3"),
            ("(a=1 AND b=2) AND c=3", "(a = 1 AND b = 2) AND c = 3"),
            ("NOT (a=1 AND b=2)", "NOT (a = 1 AND b = 2)"), ("NOT NOT a=1", "NOT (NOT a = 1)"),
            ("((a + b) + c) > 0", "a + b + c > 0"), ("a + (b + c) > 0", "a + (b + c) > 0"),
            ("a - (b - c) > 0", "a - (b - c) > 0"), ("(a * b) + (c / d) > 0", "a * b + c / d > 0"),
            ("(a + b) * (c DIV d) > 0", "(a + b) * (c div d) > 0"), ("(a ^ b) ^ c > 0", "(a ^ b) ^ c > 0"),
            ("a ^ (b ^ c) > 0", "a ^ (b ^ c) > 0"), ("-a ^ 2 > - -3", "(-1 * a) ^ 2 > 3"),
            ("-5 ^ 2 > a - -5", "-5 ^ 2 > a - -5"), ("a + b BETWEEN -c AND d * e", "a + b BETWEEN -1 * c AND d * e"),
            ("NOT a LIKE 'x'", "a NOT LIKE 'x'"), ("NOT a IS NULL", "a IS NOT NULL"),
            ("NOT a BETWEEN 1 AND 2 AND b=1", "a NOT BETWEEN 1 AND 2 AND b = 1"),
            ("NOT (a NOT IN (1))", "NOT (a NOT IN (1))"), ("a IS NULL IS NOT NULL", "(a IS NULL) IS NOT NULL"),
            ("(a=1) IS NULL", "(a = 1) IS NULL"), ("s_within(a,b) IS NULL", "S_WITHIN(a, b) IS NULL"),
        ])
    func precedence(_ text: String, _ printed: String) throws {
        let filter = try FilterExpression(text: text)
        #expect(filter.text == printed)
        #expect(try FilterExpression(text: printed) == filter)
    }

    @Test(
        "Names, numbers and texts are printed so that they read back",
        arguments: [
            ("\"a\" = 1.0", "a = 1"), ("\"a b\" = 1E2", "\"a b\" = 100"), ("\"a\"\"b\" = .5", "\"a\"\"b\" = 0.5"),
            ("\"AND\" = 1.e-7", "\"AND\" = 1E-07"), ("date = 1", "\"date\" = 1"), ("1.5e300 = é.1", "1.5E+300 = é.1"),
            ("\"1a\" = -0", "\"1a\" = -0"), (#"a = 'it\'s'"#, "a = 'it''s'"), (#"a = '\\''"#, #"a = '\\''"#),
            ("a\u{3000}=\u{A0}true", "a = TRUE"),
            ("T_METBY(a,INTERVAL(DATE('2024-01-01'),'..'))", "T_METBY(a, INTERVAL('2024-01-01', '..'))"),
            ("S_EQUALS(a,POINT(1.50 -2))", "S_EQUALS(a, POINT(1.5 -2))"), ("F (a , (1),() )", "F(a, (1), ())"),
        ])
    func literals(_ text: String, _ printed: String) throws {
        let filter = try FilterExpression(text: text)
        #expect(filter.text == printed)
        #expect(try FilterExpression(text: printed) == filter)
    }

    @Test("JSON is printed on one line without spaces, op before args")
    func json() throws {
        let filter = try FilterExpression(text: "a = 'x\n\"\\é' AND S_WITHIN(g, POINT Z(1 2 3)) AND b > 1e21")
        let expected = #"""
            {"op":"and","args":[{"op":"=","args":[{"property":"a"},"x\n\"\\é"]},\#
            {"op":"s_within","args":[{"property":"g"},{"type":"Point","coordinates":[1,2,3]}]},\#
            {"op":">","args":[{"property":"b"},1E+21]}]}
            """#
        #expect(filter.json == expected)
    }
}
