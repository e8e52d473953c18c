import Testing

@testable import FeatureServer

/// Which gate a request goes through.
struct WorkGatesTests {
    private func isQuick(_ method: String, _ target: String) throws -> Bool {
        let gates = WorkGates(running: 4, waiting: 1)
        let table = RouteTable(allowsWrites: true)
        let request = try ServerRequest(method: method, target: target)
        return gates.gate(for: request, table.routes[try table.route(method, request.path).place]).isQuick
    }

    @Test(arguments: [
        ("GET", "/collections/districts/items/E09000025", true), ("GET", "/collections/districts/items", true),
        ("GET", "/collections/districts/items?filter=", true), ("GET", "/locate?lon=0&lat=51", true),
        ("GET", "/collections/districts/items?filter=value%3E5", false), ("GET", "/rankings", false),
        ("GET", "/gaps", false), ("GET", "/aggregates/region", false), ("POST", "/locate", false),
    ])
    func `what may take long does not stand before what does not`(_ method: String, _ target: String, _ quick: Bool)
        throws
    {
        #expect(try isQuick(method, target) == quick)
    }
}
