import FeatureServer
import Testing

struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("2001:DB8:0:0::1", "2001:db8::1"), ("::1", "::1"), ("::", "::"),
        ("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::1"), ("255.255.255.255", "255.255.255.255"),
    ])
    func `addresses are written in the usual way`(_ text: String, _ expected: String) throws {
        #expect(try #require(IPAddress(text)).description == expected)
    }

    @Test(arguments: [
        "", "localhost", "192.0.2", "192.0.2.256", "192.0.2.1.5", "0x7f.0.0.1", "1:2", ":::", "192.0.2.1\0", "[::1]",
        "2001:db8::g", "192.0.2.1 ",
    ])
    func `what is no address is none`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("192.0.2.1:80", "192.0.2.1"), ("[2001:db8::1]:443", "2001:db8::1"), ("[::1]", "::1"), ("::1", "::1"),
        ("192.0.2.1:", nil), ("192.0.2.1:x", nil), ("[::1", nil), ("[::1]x", nil), ("unknown", nil), ("_hidden", nil),
    ])
    func `proxies may add a port`(_ node: String, _ expected: String?) {
        #expect(IPAddress(node: node)?.description == expected)
    }

    @Test func `a subscriber of IPv6 has a whole 64`() throws {
        let first = try #require(IPAddress("2001:db8:1:2:3:4:5:6"))
        #expect(first.subscriber == IPAddress("2001:db8:1:2:ffff::9")?.subscriber)
        #expect(first.subscriber != IPAddress("2001:db8:1:3::1")?.subscriber)
        #expect(IPAddress("192.0.2.1")?.subscriber != IPAddress("192.0.2.2")?.subscriber)
    }
}

struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("::/0", "2001:db8::1", true), ("::/0", "192.0.2.1", false), ("2001:db8::/32", "2001:db8:ffff::", true),
        ("2001:db8::/32", "2001:db9::", false), ("2001:db8::/127", "2001:db8::1", true),
        ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("192.168.4.0/22", "192.168.7.255", true),
        ("192.168.4.0/22", "192.168.8.0", false), ("2001:db8:0:0:8000::/65", "2001:db8::1", false),
    ])
    func `a range holds the addresses with its first bits`(_ range: String, _ address: String, _ isIn: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try #require(IPAddress(address))) == isIn)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.1.2.3/8", "::1/129", "fe80::1%1/64", "all",
    ])
    func `what is no range is none`(_ text: String) {
        #expect(AddressRange(text) == nil)
    }
}
