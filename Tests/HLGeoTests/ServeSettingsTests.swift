import ArgumentParser
import FeatureServer
import Foundation
import GeographyModel
@testable import hlgeo
import Testing

struct ServeSettingsTests {
    /// The settings that flags, variables and a file give.
    static func settings(
        _ arguments: [String] = [], _ environment: [String: String] = [:], file: String? = nil
    ) throws -> ServiceSettings {
        var arguments = arguments
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        if let file {
            try file.write(toFile: path, atomically: true, encoding: .utf8)
            arguments += ["--config", path]
        }
        return try ServiceSettings(try SettingSources(try ServeOptions.parse(arguments), environment: environment))
    }

    /// What is said where settings are refused.
    static func refusal(
        _ arguments: [String] = [], _ environment: [String: String] = [:], file: String? = nil
    ) -> String {
        do {
            _ = try settings(arguments, environment, file: file)
            return "accepted"
        } catch let error as GeodataError { return error.description } catch { return "\(error)" }
    }

    @Test func `where nothing is said the defaults hold`() throws {
        #expect(try Self.settings() == ServiceSettings())
        #expect(try Self.settings([], ["HLGEO_PORT": ""], file: "{}") == ServiceSettings())
    }

    @Test func `a flag goes before a variable, and that before the file`() throws {
        let file = #"{"port": 1003, "burst": 3, "rate": 1.5}"#
        let settings = try Self.settings(["--port", "1001"], ["HLGEO_PORT": "1002", "HLGEO_BURST": "2"], file: file)
        #expect(settings.port == 1_001 && settings.burst == 2 && settings.rate == 1.5)
    }

    @Test func `every setting can be made in every place`() throws {
        var expected = ServiceSettings()
        expected.host = "0.0.0.0"
        expected.port = 9_000
        expected.publicURL = "https://example.org/hlgeo"
        (expected.tlsCertificate, expected.tlsKey) = ("cert.pem", "key.pem")
        expected.trustedProxies = ["10.0.0.0/8", "::1"].compactMap { AddressRange($0) }
        expected.allowsWrites = true
        expected.crossOrigin = .origins(["https://a.example", "https://b.example"])
        (expected.rate, expected.burst, expected.maximumConcurrent) = (2.5, 7, 3)
        (expected.requestTimeout, expected.maximumBody, expected.cacheSize) = (9, 2_048, 0)
        (expected.logForm, expected.logLevel) = (.json, "debug")
        let values: [(String, [String])] = [
            ("host", ["0.0.0.0"]), ("port", ["9000"]), ("public-url", ["https://example.org/hlgeo/"]),
            ("tls-cert", ["cert.pem"]), ("tls-key", ["key.pem"]), ("trusted-proxy", ["10.0.0.0/8", "::1"]),
            ("allow-writes", []), ("cors", ["https://a.example", "https://b.example"]), ("rate", ["2.5"]),
            ("burst", ["7"]), ("max-concurrent", ["3"]), ("request-timeout", ["9"]), ("max-body", ["2048"]),
            ("cache-size", ["0"]), ("log-format", ["json"]), ("log-level", ["debug"]),
        ]
        #expect(values.map(\.0) == ServeSetting.all.map(\.name))
        let flags = values.flatMap { ["--\($0.0)"] + $0.1 }
        #expect(try Self.settings(flags) == expected)
        let variables = Dictionary(
            uniqueKeysWithValues: zip(ServeSetting.all, values).map { setting, value in
                (setting.variable, value.1.isEmpty ? "true" : value.1.joined(separator: ","))
            })
        #expect(try Self.settings([], variables) == expected)
        let file = """
            {"host": "0.0.0.0", "port": 9000, "public-url": "https://example.org/hlgeo", "tls-cert": "cert.pem",
            "tls-key": "key.pem", "trusted-proxy": ["10.0.0.0/8", "::1"], "allow-writes": true,
            "cors": ["https://a.example", "https://b.example"], "rate": 2.5, "burst": 7, "max-concurrent": 3,
            "request-timeout": 9, "max-body": 2048, "cache-size": 0, "log-format": "json", "log-level": "debug"}
            """
        #expect(try Self.settings([], file: file) == expected)
    }

    @Test func `a flag can take back what the file allows`() throws {
        let file = #"{"allow-writes": true}"#
        #expect(try Self.settings([], file: file).allowsWrites)
        #expect(try !Self.settings(["--no-allow-writes"], file: file).allowsWrites)
        #expect(try !Self.settings([], ["HLGEO_ALLOW_WRITES": "false"], file: file).allowsWrites)
    }

    @Test(arguments: [
        (["--port", "0"], "--port is 0. Give a whole number from 1 to 65535."),
        (["--burst", "0"], "--burst is 0. Give a whole number from 1 to 1000000."),
        (["--rate=-1"], "--rate is -1.0. Give a number from 0 to 100000."),
        (["--rate", "nan"], "--rate is nan. Give a number from 0 to 100000."),
        (["--log-format", "xml"], "--log-format is \"xml\". Give text or json."),
        (["--log-level", "loud"], "--log-level is \"loud\". Give trace, debug"),
        (["--cors", "https://a.example/x"], "--cors is \"https://a.example/x\". Give origins such as"),
        (["--cors", "*", "https://a.example"], "--cors is"),
        (["--trusted-proxy", "proxy"], "--trusted-proxy is \"proxy\""),
        (["--public-url", "example.org"], "--public-url is \"example.org\". Give an address such as"),
        (["--public-url", "https://u:p@example.org"], "--public-url is"),
        (["--public-url", "https://example.org/?x"], "--public-url is"), (["--host", ""], "--host is \"\""),
        (["--tls-cert", "c.pem"], "--tls-cert is given without --tls-key. Give both or neither."),
        (["--tls-key", "k.pem"], "--tls-key is given without --tls-cert."),
        (["--allow-writes", "--host", "0.0.0.0"], "Tokens for writing would cross the network in the clear"),
    ])
    func `flags that are wrong are refused by their name`(_ arguments: [String], _ message: String) {
        #expect(Self.refusal(arguments).contains(message))
    }

    @Test(arguments: [
        ("HLGEO_PORT", "x", "HLGEO_PORT is \"x\". Give a whole number from 1 to 65535."),
        ("HLGEO_PORT", "70000", "HLGEO_PORT is 70000."), ("HLGEO_PORT", "8080.5", "HLGEO_PORT is \"8080.5\"."),
        ("HLGEO_ALLOW_WRITES", "perhaps", "HLGEO_ALLOW_WRITES is \"perhaps\". Give true or false."),
        ("HLGEO_CORS", "nonsense", "HLGEO_CORS is \"nonsense\""),
        ("HLGEO_TLS_CERT", "c", "HLGEO_TLS_CERT is given without"),
        ("HLGEO_CONFIG", "/nowhere/x.json", "The settings file /nowhere/x.json cannot be read."),
    ])
    func `variables that are wrong are refused by their name`(_ name: String, _ value: String, _ message: String) {
        #expect(Self.refusal([], [name: value]).contains(message))
    }

    @Test(arguments: [
        (#"{"prot": 1}"#, "There is no setting \"prot\""), (#"{"config": "x"}"#, "There is no setting \"config\""),
        (#"{"port": "8080"}"#, "\"port\" in"), (#"{"port": true}"#, "Give a whole number from 1 to 65535."),
        (#"{"port": 80.5}"#, "Give a whole number"), (#"{"port": 70000}"#, "is 70000. Give a whole number"),
        (#"{"port": null}"#, "of the wrong type"), (#"{"cors": "*"}"#, "Give a list of texts in quotation marks."),
        (#"{"cors": [1]}"#, "Give a list"), (#"{"host": {"name": "x"}}"#, "Give text in quotation marks."),
        (#"{"allow-writes": 1}"#, "Give true or false."), (#"{"allow-writes": "true"}"#, "Give true or false."),
        ("[]", "is not a JSON object"), ("{", "is not a JSON object"), ("", "is not a JSON object"),
    ])
    func `files that are wrong are refused by their name and key`(_ file: String, _ message: String) {
        let refusal = Self.refusal([], file: file)
        #expect(refusal.contains(message) && refusal.contains("settings-"))
    }

    @Test func `what is wrong in the file is refused also where a flag overrides it`() {
        #expect(Self.refusal(["--port", "1"], file: #"{"port": "x"}"#).contains("\"port\" in"))
    }

    @Test(arguments: [["--tls-cert", "c", "--tls-key", "k"], ["--trusted-proxy", "10.0.0.1"], ["--host", "::1"]])
    func `writing is allowed where tokens are safe on their way`(_ more: [String]) throws {
        #expect(try Self.settings(["--allow-writes", "--host", "0.0.0.0"] + more).allowsWrites)
    }

    @Test func `help and documentation have every setting`() {
        let help = ServeOptions.helpMessage()
        for setting in ServeSetting.all + [.config] {
            #expect(help.contains(setting.flag) && help.replacing(#/\s+/#, with: " ").contains(setting.variable))
            #expect(ServeSetting.markdown.contains("`\(setting.variable)`"))
        }
    }

    @Test func `the documentation has the table of settings`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Documentation/Deployment.md")
        #expect(try String(contentsOf: page, encoding: .utf8).contains(ServeSetting.markdown))
    }
}
