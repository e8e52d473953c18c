import FeatureServer
import Testing

struct CrossOriginTests {
    static func value(_ name: String, _ headers: [(name: String, value: String)]) -> String? {
        headers.first { $0.name == name }?.value
    }

    @Test(
        arguments: [
            ([], "https://a.example", nil, nil), (["*"], "https://a.example", "*", nil), (["*"], nil, "*", nil),
            (["https://a.example"], "https://a.example", "https://a.example", "Origin"),
            (["https://a.example"], "https://b.example", nil, "Origin"),
            (["https://a.example"], "https://a.example.evil.example", nil, "Origin"),
            (["https://a.example"], "http://a.example", nil, "Origin"), (["https://a.example"], "null", nil, "Origin"),
            (["https://a.example"], nil, nil, "Origin"),
            (
                ["https://A.example", "http://localhost:3000"], "http://localhost:3000", "http://localhost:3000",
                "Origin"
            ),
            (["https://A.example"], "https://a.example", "https://a.example", "Origin"),
        ] as [([String], String?, String?, String?)])
    func `an answer may be read by the origins that are allowed`(
        _ policy: [String], _ origin: String?, _ allowed: String?, _ vary: String?
    ) throws {
        let headers = try #require(CrossOrigin(policy)).headers(origin: origin)
        #expect(Self.value("Access-Control-Allow-Origin", headers) == allowed)
        #expect(Self.value("Vary", headers) == vary)
        #expect(Self.value("Access-Control-Allow-Credentials", headers) == nil)
        let exposed = Self.value("Access-Control-Expose-Headers", headers)
        #expect((exposed == nil) == (allowed == nil))
        for name in ["ETag", "Link", "Content-Crs", "OGC-NumberMatched", "Location", "Retry-After", "X-Request-Id"]
        where allowed != nil {
            #expect(exposed?.contains(name) == true)
        }
    }

    @Test func `browsers are told beforehand what is allowed`() throws {
        let policy = try #require(CrossOrigin(["https://a.example"]))
        let headers = policy.preflightHeaders(origin: "https://a.example", methods: ["GET", "HEAD", "PUT"])
        #expect(Self.value("Access-Control-Allow-Methods", headers) == "GET, HEAD, PUT")
        #expect(Self.value("Access-Control-Allow-Headers", headers)?.contains("If-Match") == true)
        #expect(Self.value("Access-Control-Max-Age", headers) == "7200")
        let refused = policy.preflightHeaders(origin: "https://b.example", methods: ["GET"])
        #expect(refused.map(\.name) == ["Vary"])
        #expect(CrossOrigin.off.preflightHeaders(origin: "https://a.example", methods: ["GET"]).isEmpty)
    }

    @Test(arguments: [
        ["https://a.example/"], ["https://a.example/path"], ["a.example"], ["ftp://a.example"], [""], ["null"],
        ["*", "https://a.example"], ["https://*.example"], ["https://a b"],
    ])
    func `what is no origin is refused`(_ origins: [String]) {
        #expect(CrossOrigin(origins) == nil)
    }

    @Test func `only a question with its two fields is a preflight`() {
        let full = ["origin": "https://a.example", "access-control-request-method": "PUT"]
        #expect(CrossOrigin.isPreflight(method: "OPTIONS", headers: full))
        #expect(!CrossOrigin.isPreflight(method: "GET", headers: full))
        #expect(!CrossOrigin.isPreflight(method: "OPTIONS", headers: ["origin": "https://a.example"]))
    }
}

struct SecurityHeadersTests {
    @Test(arguments: SecurityHeaders.Content.allCases)
    func `nothing can be framed, guessed at or run`(_ content: SecurityHeaders.Content) {
        let fields = SecurityHeaders(hasTLS: false, isShared: true).fields(for: content)
        #expect(CrossOriginTests.value("X-Content-Type-Options", fields) == "nosniff")
        let policy = CrossOriginTests.value("Content-Security-Policy", fields)
        #expect(policy?.hasPrefix("default-src 'none'") == true)
        #expect(policy?.contains("frame-ancestors 'none'") == true)
        #expect(policy?.contains("unsafe") == false && policy?.contains("script-src") == false)
        #expect(CrossOriginTests.value("Strict-Transport-Security", fields) == nil)
        #expect(Set(fields.map(\.name)).count == fields.count)
    }

    @Test func `TLS is promised only where it is our own`() {
        let fields = SecurityHeaders(hasTLS: true, isShared: false).fields(for: .page)
        #expect(CrossOriginTests.value("Strict-Transport-Security", fields) == "max-age=31536000")
    }

    @Test func `other origins may embed data only where it is shared`() {
        for (isShared, expected) in [(true, "cross-origin"), (false, "same-origin")] {
            let fields = SecurityHeaders(hasTLS: false, isShared: isShared).fields(for: .data)
            #expect(CrossOriginTests.value("Cross-Origin-Resource-Policy", fields) == expected)
        }
    }
}
