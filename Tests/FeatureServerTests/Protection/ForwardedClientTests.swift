import FeatureServer
import Testing

struct ForwardedClientTests {
    static let trusted = ["127.0.0.1", "10.0.0.0/8", "2001:db8:aa::/48"].compactMap { AddressRange($0) }

    static func client(_ headers: [String: String], peer: String? = "127.0.0.1") -> ForwardedClient {
        ForwardedClient(peer: peer, headers: headers, trusted: trusted)
    }

    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("6.6.6.6, 1.2.3.4", "1.2.3.4"), ("1.2.3.4, 10.0.0.7", "1.2.3.4"),
        ("6.6.6.6,1.2.3.4,10.0.0.7,127.0.0.1", "1.2.3.4"), ("10.0.0.9, 10.0.0.7", "10.0.0.9"),
        ("1.2.3.4:5678", "1.2.3.4"), ("[2001:db8::1]:80", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"),
        // Who is to the left of what cannot be read may be invented.
        ("1.2.3.4, unknown", "127.0.0.1"), ("6.6.6.6, \"", "127.0.0.1"), ("\", 1.2.3.4", "1.2.3.4"),
        ("<script>", "127.0.0.1"), ("", "127.0.0.1"), (",,,", "127.0.0.1"),
    ])
    func `the client is the right-most hop that is not a trusted proxy`(_ list: String, _ expected: String) {
        #expect(Self.client(["x-forwarded-for": list]).address?.description == expected)
    }

    @Test(arguments: [
        ("for=1.2.3.4", "1.2.3.4"), ("For=\"[2001:db8::1]:4711\"", "2001:db8::1"),
        ("for=6.6.6.6, for=1.2.3.4", "1.2.3.4"),
        ("for=1.2.3.4;proto=https, for=10.1.1.1", "1.2.3.4"), ("for=_hidden", "127.0.0.1"),
        ("for=unknown", "127.0.0.1"),
        // A quotation mark that the client leaves open must not hide what the proxy appends.
        ("for=6.6.6.6;x=\", for=\"[2001:db8::1]\"", "127.0.0.1"), ("for=6.6.6.6, for=\", for=1.2.3.4", "127.0.0.1"),
        ("for=6.6.6.6;x=\"\\, for=\"[2001:db8::1]\"", "127.0.0.1"), ("nonsense, for=1.2.3.4", "127.0.0.1"),
    ])
    func `the standard field is read as strictly as it is written`(_ field: String, _ expected: String) {
        #expect(Self.client(["forwarded": field]).address?.description == expected)
    }

    @Test func `nobody else is believed`() {
        let headers = [
            "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "x-forwarded-host": "example.org",
            "forwarded": "for=1.2.3.4;host=example.org",
        ]
        let stranger = Self.client(headers, peer: "203.0.113.5")
        #expect(stranger.address?.description == "203.0.113.5" && !stranger.isThroughProxy)
        #expect(stranger.scheme == nil && stranger.host == nil && stranger.prefix == nil)
        #expect(Self.client(headers, peer: nil).address == nil)
        let untrusting = ForwardedClient(peer: "127.0.0.1", headers: headers, trusted: [])
        #expect(untrusting.address?.description == "127.0.0.1" && untrusting.host == nil)
    }

    @Test(arguments: [
        // Each is what a client may add to what a proxy writes in the other field.
        ["x-forwarded-for": "1.2.3.4", "forwarded": "for=6.6.6.6"],
        ["x-forwarded-for": "1.2.3.4", "forwarded": "for=1.2.3.4;host=evil.example"],
        ["forwarded": "for=1.2.3.4;proto=https", "x-forwarded-host": "evil.example"],
        ["forwarded": "for=1.2.3.4", "x-forwarded-prefix": "/evil"],
        [
            "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "example.org",
            "forwarded": "for=1.2.3.4;host=evil.example",
        ],
    ])
    func `fields that do not agree are not believed`(_ headers: [String: String]) {
        let client = Self.client(headers)
        #expect(client.address?.description == "127.0.0.1" && client.host == nil && client.prefix == nil)
        #expect(client.doubt != nil)
    }

    @Test func `fields that agree are believed`() {
        let client = Self.client([
            "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "forwarded": "for=1.2.3.4;proto=https",
        ])
        #expect(client.address?.description == "1.2.3.4" && client.scheme == "https" && client.doubt == nil)
    }

    @Test func `a proxy says under which address it is reached`() {
        let client = Self.client([
            "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "HTTPS", "x-forwarded-host": "Maps.Example.org:8443",
            "x-forwarded-prefix": "/hlgeo/",
        ])
        #expect(client.scheme == "https" && client.host == "maps.example.org:8443" && client.prefix == "/hlgeo")
        let alone = Self.client(["x-forwarded-proto": "https"])
        #expect(alone.scheme == "https" && alone.address?.description == "127.0.0.1")
        let standard = Self.client([
            "forwarded": "for=1.2.3.4;proto=https;host=\"[2001:db8::1]:443\", for=10.0.0.1;proto=http"
        ])
        #expect(standard.scheme == "https" && standard.host == "[2001:db8::1]:443")
    }

    @Test func `of several proxies the outermost trusted one says what the client asked for`() {
        let client = Self.client([
            "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.7", "x-forwarded-host": "evil.example, example.org, inner",
            "x-forwarded-proto": "https",
        ])
        #expect(client.host == "example.org" && client.scheme == "https")
    }

    @Test(arguments: [
        "evil.example/path", "a b", "a\r\nX: y", "user@host", "host:0", "host:70000", "host:", "-a.example", "a..b",
        "<script>", "[::1", "[fe80::1%25eth0]", "a?b", "a#b", "\u{E9}.example", "a\\b",
    ])
    func `hosts that could not stand in a link are refused`(_ host: String) {
        let client = Self.client(["x-forwarded-for": "1.2.3.4", "x-forwarded-host": host])
        #expect(client.host == nil && client.doubt != nil)
        #expect(client.address?.description == "1.2.3.4")
    }

    @Test(arguments: ["//evil.example", "/..", "/a/../b", "/a//b", "a", "/a?b", "/%2e%2e", "/a\"b", "/<x>"])
    func `prefixes that could lead elsewhere are refused`(_ prefix: String) {
        let client = Self.client(["x-forwarded-for": "1.2.3.4", "x-forwarded-prefix": prefix])
        #expect(client.prefix == nil && client.doubt != nil)
    }

    @Test func `a list without end is read from its right end only`() {
        let flood = String(repeating: "6.6.6.6,", count: 20_000) + "1.2.3.4"
        #expect(Self.client(["x-forwarded-for": flood]).address?.description == "1.2.3.4")
        let trustedOnly = String(repeating: "10.0.0.1,", count: 20_000)
        #expect(Self.client(["x-forwarded-for": "6.6.6.6," + trustedOnly]).address?.description == "10.0.0.1")
    }
}
