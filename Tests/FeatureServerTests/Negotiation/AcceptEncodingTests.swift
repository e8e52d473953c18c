import FeatureServer
import Testing

struct AcceptEncodingTests {
    @Test(
        arguments: [
            (nil, false, true), ("", false, true), ("gzip, deflate, br, zstd", true, true), ("GZIP", true, true),
            ("gzip, deflate", true, true),
            ("x-gzip", true, true), ("br", false, true), ("*", true, true), ("gzip;q=0", false, true),
            ("*;q=0", false, false), ("identity;q=0", false, false), ("gzip, identity;q=0", true, false),
            ("gzip, *;q=0", true, false), ("identity, *;q=0", false, true), ("*, gzip;q=0", false, true),
            ("gzip;q=x", false, true), ("gzip;level=9", false, true), ("gzip;q=0.5", true, true),
        ] as [(String?, Bool, Bool)])
    func `gzip and plain answers are sent where they are allowed`(_ text: String?, _ gzip: Bool, _ identity: Bool) {
        let accept = AcceptEncoding(text)
        #expect(accept.allowsGzip == gzip)
        #expect(accept.allowsIdentity == identity)
    }

    @Test(arguments: [
        ("gzip", true), ("gzip;q=0.5, identity", false), ("gzip, identity", true), ("gzip;q=0.1", true), ("br", false),
    ])
    func `gzip is chosen where it is as welcome as nothing`(_ text: String, _ prefers: Bool) {
        #expect(AcceptEncoding(text).prefersGzip == prefers)
    }
}
