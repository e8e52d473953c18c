import GeographyModel
import QueryEngine
import Testing

/// What is wrong in CQL2 JSON, where, and what to do.
struct FilterJSONErrorTests {
    @Test(
        "What is not JSON is refused with the character where it stops being so",
        arguments: [
            ("", "The filter ends where a value was expected, at character 1."),
            ("{", "The filter ends where a member name in double quotes was expected, at character 2."),
            (
                #"{"op":"f","args":["é",01]}"#,
                "\"1\" where a number without leading zeros was expected, at character 24."
            ),
            (#"{"op":"f","args":[NaN]}"#, "a number that is not finite, which JSON cannot say, at character 19."),
            (
                #"{"op":"f","args":["x]}"#,
                "The filter ends where the closing quote of a string was expected, at character 23."
            ),
            (#"{"op":"f","args":["\ud800"]}"#, "The filter has half of a surrogate pair, at character 20."),
            ("{\"op\":\"f\",\n\"args\":[1,]}", "a value after the comma was expected, at character 22 (line 2)."),
            (#"{"op":"f","args":[]} x"#, "\"x\" where the end of the filter was expected, at character 22."),
            (#"{"op":5,"args":[]}"#, "The filter has \"5\" where a string was expected, at character 7."),
        ])
    func malformed(_ json: String, _ message: String) throws { try expect(json, message) }

    @Test(
        "What is JSON but not CQL2 is named with its place",
        arguments: [
            ("5", "The filter has the number 5 at character 1 where a condition was expected."),
            ("null", "The filter has \"null\" at character 1 where a value was expected."),
            ("[]", "The filter has a list at character 1 where a condition was expected."),
            ("{}", "The filter has an empty object at character 1 where an operation,"),
            (#"{"op":"="}"#, "The filter has an object with only \"op\" at character 1 where an operation,"),
            (
                #"{"op":"=","args":[]}"#,
                "The filter has the operation \"=\" with 0 arguments at character 1. Give it 2."
            ),
            (#"{"op":"and","args":[true]}"#, "\"and\" with 1 argument at character 1. Give it 2 or more."),
            (
                #"{"property":"pop"}"#,
                "the property \"pop\" at character 1 where a condition was expected. Write pop = true,"
            ),
            (#"{"op":"f","args":[1e999]}"#, "The filter has a number that is too large at character 19."),
            (
                #"{"op":"AND","args":[true,true]}"#,
                "\"AND\" at character 7 where the name of an operation or function was"
            ),
            (
                #"{"op":"my func","args":[]}"#,
                "\"my func\" at character 7 where the name of an operation or function was"
            ),
            (#"{"op":"f","op":"g","args":[]}"#, "The filter has the member \"op\" twice at character 11."),
            (#"{"op":"f", "filter":"g","args":[]}"#, "The filter has the unknown member \"filter\" at character 12."),
            (#"{"op":"in","args":[1,5]}"#, "The filter has the number 5 at character 22 where a list of values was"),
            (#"{"op":"in","args":[1,[]]}"#, "The filter has an empty list after IN at character 22."),
            (#"{"op":"f","args":["x\\"]}"#, "The filter has a text that ends with a backslash at character 19."),
            (
                #"{"op":"f","args":["\u0000"]}"#,
                "The filter has the control character \"\\0\" in the text at character 19."
            ),
        ])
    func syntax(_ json: String, _ message: String) throws { try expect(json, message) }

    @Test(
        "Dates, boxes and geometries that cannot be are refused",
        arguments: [
            (#"{"date":"x"}"#, "The filter has \"x\" at character 19 where a date was expected."),
            (
                #"{"date":"2024-01-01","timestamp":"x"}"#,
                "an object with only \"date\" and \"timestamp\" at character 19"
            ),
            (
                #"{"interval":["..",{"interval":["..",".."]}]}"#,
                "The filter has an interval at character 37 where a date,"
            ),
            (#"{"bbox":[1,2,3]}"#, "The filter has a box of 3 numbers at character 19."),
            (
                #"{"type":"Circle","coordinates":[1,2]}"#,
                "\"Circle\" at character 27 where a type of geometry was expected."
            ),
            (#"{"type":"Point","coordinates":[1]}"#, "The filter has a place of 1 number at character 49."),
            (#"{"type":"Point","coordinates":[[1,2]]}"#, "\"[\" where a number was expected, at character 50."),
            (#"{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}"#, "a ring of fewer than 4 places at character 52."),
            (#"{"type":"Polygon","coordinates":[]}"#, "The filter has an empty geometry at character 19."),
            (
                #"{"type":"GeometryCollection","geometries":[{"bbox":[1,2,3,4]}]}"#,
                "a box at character 62 where a geometry"
            ),
            (
                #"{"type":"GeometryCollection","coordinates":[1,2]}"#,
                "GeometryCollection with the wrong members at character 19."
            ),
            (#"{"type":"Point","geometries":[]}"#, "a geometry of type Point with the wrong members at character 19."),
        ])
    func literals(_ argument: String, _ message: String) throws {
        try expect(#"{"op":"f","args":[\#(argument)]}"#, message)
    }

    private func expect(_ json: String, _ phrase: String) throws {
        let error = #expect(throws: GeodataError.self) { try FilterExpression(json: json) }
        #expect(error?.code == .invalidFilter)
        #expect(error?.remedy != nil)
        #expect(error?.description.contains(phrase) == true, "\(error?.description ?? "")")
    }
}
