import QueryEngine
import SpatialStore
import Testing

/// Words of a user are bound, never written into a statement.
struct SQLFragmentTests {
    @Test func `values are bound in the order in which they stand`() {
        let inner: SQLFragment = "b > \(bind: .integer(2))"
        let whole: SQLFragment = "a = \(bind: .text("x' OR 1=1 --")) AND (\(inner))"
        let statement = whole.statement(SpatiaLiteDialect())
        #expect(statement.sql == "a = ? AND (b > ?)")
        #expect(statement.values == [.text("x' OR 1=1 --"), .integer(2)])
    }

    @Test(arguments: ["plain", "with space", "with\"quote", "'; DROP TABLE area; --"])
    func `names are quoted`(_ name: String) throws {
        let filter = FilterExpression(
            .operation(.equal, [FilterExpression(.property(name)), FilterExpression(.text(name))]))
        let converted = try FilterConversion(filter)
        let doubled = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        #expect(converted.sql == "\"\(doubled)\" = ?")
        #expect(converted.values == ["'\(name)'"])
    }

    @Test(
        "A pattern becomes one that regards case and takes no character for more than it is",
        arguments: [
            ("Lon%", "'Lon*'"), ("%a_b%", "'*a?b*'"), (#"50\%"#, "'50%'"), (#"a\_b"#, "'a_b'"),
            ("[x]*?", "'[[]x][*][?]'"),
            ("%%%", "'*'"), ("", "''"),
        ])
    func patterns(_ pattern: String, _ glob: String) throws {
        let filter = FilterExpression(
            .operation(.like, [FilterExpression(.property("name")), FilterExpression(.text(pattern))]))
        let converted = try FilterConversion(filter)
        #expect(converted.sql == "\"name\" GLOB ?")
        #expect(converted.values == [glob])
    }
}
