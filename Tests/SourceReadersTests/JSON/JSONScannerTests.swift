import GeographyModel
import Testing

@testable import SourceReaders

/// Runs `body` on a scanner over the text.
func scan<Result>(_ bytes: some Sequence<UInt8>, _ body: (inout JSONScanner) throws -> Result) throws -> Result {
    try Array(bytes).withUnsafeBufferPointer { buffer in
        var scanner = JSONScanner(buffer, file: "test.json")
        return try body(&scanner)
    }
}

@Suite struct JSONScannerTests {
    @Test(arguments: [
        ("plain", #""Barking""#, "Barking"), ("empty", #""""#, ""), ("utf-8", "\"Ynys Môn\"", "Ynys Môn"),
        ("simple escapes", #""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), ("unicode", #""M\u00f4n!""#, "Môn!"),
        ("surrogate pair", #""a\ud83d\ude00b""#, "a😀b"), ("nul", #""a\u0000b""#, "a\0b"),
    ])
    func `a string means what RFC 8259 says`(label: String, text: String, meaning: String) throws {
        #expect(try scan(text.utf8) { try $0.string() } == meaning)
        #expect(
            try scan(text.utf8) {
                try $0.skipValue(); return $0.offset
            } == text.utf8.count)
    }

    @Test(arguments: [
        ("lead alone", #""\ud800""#), ("lead before text", #""\ud800abc""#), ("trail alone", #""\udc00""#),
        ("lead twice", #""\ud800\ud800""#), ("lead at the end", #""\ud800\u"#), ("unknown escape", #""\x41""#),
        ("short hexadecimal", #""\u12""#), ("control character", "\"a\nb\""), ("no closing quote", "\"abc"),
        ("ends in a backslash", "\"abc\\"), ("no quote", "abc"),
    ])
    func `a string that JSON does not have is refused`(label: String, text: String) {
        #expect(geodataError { _ = try scan(text.utf8) { try $0.string() } }?.code == .inputMalformed)
    }

    @Test(
        arguments: [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func `a string that is not UTF-8 is refused`(bytes: [UInt8]) throws {
        let error = geodataError { _ = try scan([0x22] + bytes + [0x22]) { try $0.string() } }
        #expect(try #require(error).message.contains("not UTF-8"))
    }

    @Test(arguments: [
        "{}", "[]", " [ ] ", #"{"a":[1,{"b":null}],"c":"\n"}"#, "[[[[]]],{}]", "[true,false,null,-0.5e+7,\"\"]", "0",
        "\"a\"",
    ])
    func `any value can be skipped whole`(text: String) throws {
        try scan(text.utf8) {
            try $0.skipValue()
            try $0.expectEnd()
            #expect($0.depth == 0)
        }
    }

    @Test(arguments: [
        "", " ", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}", "{'a':1}", "{\"a\" 1}", "{1:1}", "[}", "{]", "tru", "nul", "[1}", "[NaN]", "{\"a\":1]", "// c", "[1]x",
    ])
    func `what is not JSON is refused`(text: String) {
        let error = geodataError {
            try scan(text.utf8) {
                try $0.skipValue()
                try $0.expectEnd()
            }
        }
        #expect(error?.code == .inputMalformed)
        #expect(error?.remedy != nil)
    }

    @Test func `the error says the byte, the line and what was expected`() throws {
        let error = geodataError { _ = try scan("{\n\"a\":1,\n\"b\" 2}".utf8) { try $0.skipValue() } }
        let message = try #require(error).message
        #expect(message == "test.json has \"2\" where a colon was expected, at byte 13, line 3.")
    }

    @Test(arguments: [(64, true), (65, false), (100_000, false)])
    func `containers may nest 64 deep and no deeper`(depth: Int, isTaken: Bool) {
        for text in [
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
            String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth),
        ] {
            let error = geodataError { try scan(text.utf8) { try $0.skipValue() } }
            #expect((error == nil) == isTaken)
            if let error { #expect(error.message.contains("deeper than 64")) }
        }
    }

    @Test func `members come in order, duplicates included, and a copy is a bookmark`() throws {
        try scan(#"{"a":1,"b":[2,3],"a":4}"#.utf8) { scanner in
            var keys: [String] = []
            var bookmark: JSONScanner?
            try scanner.enterObject()
            while let key = try scanner.nextKey() {
                keys.append(key)
                if key == "b" { bookmark = scanner }
                try scanner.skipValue()
            }
            try scanner.expectEnd()
            #expect(keys == ["a", "b", "a"])
            var copy = try #require(bookmark)
            var numbers: [Double] = []
            try copy.enterArray()
            while try copy.nextElement() { numbers.append(try copy.double()) }
            #expect(numbers == [2, 3])
        }
    }
}
