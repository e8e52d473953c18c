import FeatureServer
import Foundation
import Logging
import Testing

struct RequestLogTests {
    /// Logs to a file and gives its lines.
    static func lines(
        _ form: ServiceLogHandler.Form, level: Logger.Level = .info, _ body: (inout Logger) throws -> Void
    ) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        defer { close(descriptor) }
        let lines = LineWriter(descriptor: descriptor)
        let handler = ServiceLogHandler(
            label: "hlgeo", form: form, level: level, lines: lines,
            now: { LogTime(millisecondsSince1970: 1_769_846_400_007) })
        var logger = Logger(label: "hlgeo") { _ in handler }
        try body(&logger)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    static let answered = AnsweredRequest(
        id: "abc", method: "GET", route: "/locate", path: "/locate?lon=-0.03&lat=51.53", status: 200,
        latency: .microseconds(1_234), bytes: 42)

    @Test func `an event is a JSON object on a line`() throws {
        let lines = try Self.lines(.json) { Self.answered.log(to: $0) }
        #expect(
            lines == [
                #"{"time":"2026-01-31T08:00:00.007Z","level":"info","label":"hlgeo","message":"request","metadata":"#
                    + #"{"bytes":42,"method":"GET","milliseconds":1.234,"path":"/locate","request":"abc","#
                    + #""route":"/locate","status":200}}"#
            ])
    }

    @Test func `an event is a line for people`() throws {
        let lines = try Self.lines(.text) { Self.answered.log(to: $0) }
        #expect(
            lines == [
                "2026-01-31T08:00:00.007Z INFO request bytes=42 method=GET milliseconds=1.234 path=/locate request=abc "
                    + "route=/locate status=200"
            ])
    }

    @Test(
        arguments: ServiceLogHandler.Form.allCases,
        [
            "two\nlines", "carriage\rreturn", "escape \u{1B}[31m", "next\u{85}line", "separator\u{2028}", "null\u{0}",
            "turned \u{202E}round", "\u{7F}", "quote \" and \\",
        ])
    func `whatever a client sends, an event stays one line`(_ form: ServiceLogHandler.Form, _ text: String) throws {
        let lines = try Self.lines(form) { logger in
            logger[metadataKey: text] = .string(text)
            logger.error("\(text)", metadata: ["list": .array([.string(text)])])
        }
        #expect(lines.count == 1)
        for scalar in ["\u{1B}", "\r", "\u{85}", "\u{2028}", "\u{0}", "\u{202E}", "\u{7F}"].flatMap(\.unicodeScalars) {
            #expect(!lines[0].unicodeScalars.contains(scalar))
        }
        if form == .json { _ = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) }
    }

    @Test func `JSON keeps numbers, lists and objects as they are`() throws {
        struct Failure: Error, CustomStringConvertible { let description = "it\nbroke" }
        let lines = try Self.lines(.json) { logger in
            logger.log(
                level: .error, "m", error: Failure(),
                metadata: [
                    "number": .stringConvertible(1.5), "flag": .stringConvertible(true),
                    "nested": .dictionary(["list": .array(["a", "b"])]),
                ])
        }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(object["error"] as? String == "it\nbroke")
        let metadata = try #require(object["metadata"] as? [String: Any])
        #expect(metadata["number"] as? Double == 1.5 && metadata["flag"] as? Bool == true)
        #expect((metadata["nested"] as? [String: [String]])?["list"] == ["a", "b"])
    }

    @Test func `neither query nor client is in the log`() throws {
        for form in ServiceLogHandler.Form.allCases {
            let line = try Self.lines(form) { Self.answered.log(to: $0) }[0]
            #expect(!line.contains("51.53") && !line.contains("lon"))
        }
    }

    @Test(arguments: [(200, "info"), (404, "info"), (429, "warning"), (500, "error"), (503, "warning")])
    func `faults stand out`(_ status: Int, _ level: String) throws {
        var answered = Self.answered
        answered.status = status
        #expect(try Self.lines(.json) { answered.log(to: $0) }[0].contains("\"level\":\"\(level)\""))
    }

    @Test func `less important events are left out`() throws {
        #expect(try Self.lines(.json, level: .warning) { Self.answered.log(to: $0) }.isEmpty)
    }

    @Test func `lines of several tasks never mix`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
        let lines = LineWriter(descriptor: descriptor)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let line = [UInt8](String(repeating: "\(number)", count: 6_000).utf8) + [10]
                    for _ in 0..<50 { lines.write(line) }
                }
            }
        }
        close(descriptor)
        let written = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(written.count == 400)
        #expect(written.allSatisfy { $0.utf8.count == 6_000 && Set($0).count == 1 })
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_767_225_599_050, "2025-12-31T23:59:59.050Z"),
    ])
    func `instants are written as RFC 3339 has it`(_ milliseconds: Int, _ expected: String) {
        #expect(LogTime(millisecondsSince1970: milliseconds).description == expected)
    }
}
