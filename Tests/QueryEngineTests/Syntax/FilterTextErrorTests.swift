import GeographyModel
import QueryEngine
import Testing

/// What is wrong in CQL2 text, where, and what to do.
struct FilterTextErrorTests {
    @Test(
        "An error says what was found where, and what was expected",
        arguments: [
            ("", "The end of the filter comes at character 1 where a condition was expected."),
            ("a = 1 AND", "The end of the filter comes at character 10 where a condition was expected."),
            ("a = 1 AND AND b", "The filter has \"AND\" at character 11 where a condition was expected."),
            ("a =", "The end of the filter comes at character 4 where a value was expected."),
            ("a == 1", "The filter has \"=\" at character 4 where a value was expected."),
            ("a != 1", "The filter has \"!\" at character 3 where a comparison was expected."),
            ("a = b\nAND é ~ 5", "The filter has \"~\" at character 13 (line 2) where a comparison was expected."),
            ("a = 5 apples", "The filter has \"apples\" at character 7 where AND, OR or the end of the filter was"),
            ("a = [1]", "The filter has \"[\" at character 5 where a value was expected."),
            ("a = 'x", "The filter has a text in single quotes that is never closed and begins at character 5."),
            (#"a = 'x\'"#, "a text in single quotes that is never closed and begins at character 5."),
            ("\"a = 1", "The filter has a name in double quotes that is never closed and begins at character 1."),
            ("\"\" = 1", "The filter has an empty name at character 1 where the name of a property was expected."),
            ("a = \u{0}", "The filter has \"\\0\" at character 5 where a value was expected."),
            ("a = 'x\u{0}'", "The filter has the control character \"\\0\" in the text at character 5."),
            ("a = 1e999", "The filter has a number that is too large at character 5."),
            ("a = 1e", "The end of the filter comes at character 7 where a digit of the exponent was expected."),
            ("a ^ 2 ^ 3 = 1", "The filter has \"^\" at character 7 where another operation was expected."),
            ("a = +b", "The filter has \"b\" at character 6 where a number after the plus sign was expected."),
            ("a IN (1, 2", "The end of the filter comes at character 11 where \",\" or \")\" was expected."),
            ("a IN ()", "The filter has an empty list after IN at character 6."),
            ("a IN 1", "The filter has \"1\" at character 6 where \"(\" was expected."),
            ("a BETWEEN 1 OR 2", "The filter has \"OR\" at character 13 where the AND of BETWEEN was expected."),
            ("a NOT = 1", "The filter has \"=\" at character 7 where LIKE, BETWEEN or IN was expected."),
            ("a IS 1", "The filter has \"1\" at character 6 where NULL was expected."),
            ("like(a)", "The filter has \"like\" at character 1 where a condition was expected."),
            ("isNull(a)", "\"isNull\" at character 1 where the name of an operation or function was expected."),
            ("f(a = \(String(repeating: "x", count: 30)) 1)", "The filter has \"1\" at character 38 where"),
            ("a '\(String(repeating: "é", count: 30))'", "has \"'ééééééééééééééééééééééé…\" at character 3 where"),
        ])
    func syntax(_ text: String, _ message: String) throws { try expect(text, message) }

    @Test(
        "What stands where its kind does not belong is named",
        arguments: [
            ("5", "The filter has the number 5 at character 1 where a condition was expected."),
            ("a = 1 = 2", "The filter has the operation \"=\" at character 1 where a value was expected."),
            ("a AND b = 1", "The filter has the property \"a\" at character 1 where a condition was expected."),
            ("(a, b) = 1", "The filter has a list at character 1 where a value was expected."),
            ("a = POINT(1 2)", "The filter has a geometry at character 5 where a value was expected."),
            ("a + 'x' = 1", "The filter has the text \"x\" at character 5 where a number was expected."),
            ("a BETWEEN 'x' AND 'y'", "The filter has the text \"x\" at character 11 where a number was expected."),
            ("a LIKE b", "The filter has the property \"b\" at character 8 where a pattern was expected."),
            ("5 LIKE 'b'", "The filter has the number 5 at character 1 where a text was expected."),
            ("CASEI(5) = 'x'", "The filter has the number 5 at character 7 where a text was expected."),
            ("(1, 2) IS NULL", "The filter has a list at character 1 where a value was expected."),
            ("S_WITHIN(a, 'x')", "The filter has the text \"x\" at character 13 where a geometry was expected."),
            ("T_AFTER(a, 'x')", "the text \"x\" at character 12 where a date, timestamp or interval was expected."),
            ("A_EQUALS(1, a)", "The filter has the number 1 at character 10 where a list was expected."),
            (
                "T_AFTER(a, INTERVAL(5, '..'))",
                "The filter has the number 5 at character 21 where a date, a timestamp or"
            ),
            ("S_WITHIN(a)", "The filter has the operation \"s_within\" with 1 argument at character 1."),
        ])
    func kinds(_ text: String, _ message: String) throws { try expect(text, message) }

    @Test(
        "Dates, boxes and geometries that cannot be are refused",
        arguments: [
            ("T_AFTER(a, DATE('2024-02-30'))", "\"2024-02-30\" at character 12 where a date was expected."),
            ("T_AFTER(a, DATE('+024-02-20'))", "\"+024-02-20\" at character 12 where a date was expected."),
            ("T_AFTER(a, TIMESTAMP('2024-02-03'))", "\"2024-02-03\" at character 12 where a timestamp was expected."),
            (
                "T_AFTER(a, INTERVAL('..', 'x'))",
                "\"x\" at character 27 where a date, a timestamp or \"..\" was expected."
            ),
            ("T_AFTER(a, INTERVAL('..'))", "The filter has an interval with 1 end at character 12."),
            ("T_AFTER(a, DATE(2024))", "\"2024\" at character 17 where a text in single quotes was expected."),
            ("S_WITHIN(a, POLYGON((0 0, 1 1, 0 0)))", "a ring of fewer than 4 places at character 21."),
            ("S_WITHIN(a, POLYGON((0 0, 1 1, 2 0, 3 3)))", "a ring that is not closed at character 21."),
            ("S_WITHIN(a, LINESTRING(0 0))", "a line of fewer than 2 places at character 23."),
            ("S_WITHIN(a, POINT(1))", "The filter has \")\" at character 20 where a number was expected."),
            ("S_WITHIN(a, POINT(1 2 3 4))", "The filter has \"4\" at character 25 where \")\" was expected."),
            ("S_WITHIN(a, POINT Z (1 2))", "The filter has \")\" at character 25 where a height was expected."),
            ("S_WITHIN(a, POINT EMPTY)", "\"EMPTY\" at character 19 where the list of places was expected."),
            (
                "S_WITHIN(a, GEOMETRYCOLLECTION(x))",
                "The filter has \"x\" at character 32 where a geometry was expected."
            ),
            ("S_WITHIN(a, BBOX(1,2,3))", "The filter has a box of 3 numbers at character 13."),
            ("S_WITHIN(a, BBOX(1,2,9,3,4,5))", "a box whose least height is above its greatest at character 13."),
        ])
    func literals(_ text: String, _ message: String) throws { try expect(text, message) }

    @Test(
        "A remedy fits what was found",
        arguments: [
            ("pop", "Write pop = true, or compare it with something else."),
            ("a = 1 OR NOT \"and\"", "Write \"and\" = true, or compare it with something else."),
            ("a != 1", "\"Not equal\" is written <>."), ("isNull(a)", "In CQL2 text write x IS NULL;"),
            ("a BETWEEN DATE('2024-01-01') AND b", "for dates and texts write x >= low AND x <= high."),
        ])
    func remedies(_ text: String, _ remedy: String) throws { try expect(text, remedy) }

    private func expect(_ text: String, _ phrase: String) throws {
        let error = #expect(throws: GeodataError.self) { try FilterExpression(text: text) }
        #expect(error?.code == .invalidFilter)
        #expect(error?.remedy != nil)
        #expect(error?.description.contains(phrase) == true, "\(error?.description ?? "")")
    }
}
