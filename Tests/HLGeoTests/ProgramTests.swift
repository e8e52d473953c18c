import Foundation
import Testing
import TestSupport

/// The program from outside: its answers, its exit statuses, and what other programs make of its files.
@Suite struct ProgramTests {
    private static let reviewed: [(golden: String, arguments: [String])] = [
        ("rank-top.txt", ["rank", "--indicator", "library-within-30-minutes", "--top", "5"]),
        ("rank-top.csv", ["rank", "--indicator", "library-within-30-minutes", "--top", "5", "--format", "csv"]),
        ("rank-top.json", ["rank", "--indicator", "library-within-30-minutes", "--top", "5", "--format", "json"]),
        ("profile-newham.txt", ["profile", "Newham", "--as-of", "2026-11-21"]),
        ("profile-newham.json", ["profile", "Newham", "--as-of", "2026-11-21", "--format", "json"]),
        ("gaps-north-west.txt", ["gaps", "--within", "North West", "--as-of", "2026-11-21"]),
        (
            "initiatives-preston.csv",
            ["initiatives", "--within", "Preston", "--as-of", "2022-11-01", "--format", "csv"]
        ),
        ("export-london.csv", ["export", "districts", "--within", "London", "--format", "csv"]),
        ("help.txt", ["--help"]), ("help-rank.txt", ["rank", "--help"]),
        ("help-import.txt", ["import", "estimates", "--help"]),
    ]

    @Test(arguments: reviewed)
    func `answers are as they were reviewed`(golden: String, arguments: [String]) async throws {
        let outcome = try Program.run(arguments, store: try await FixtureStore.path())
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(Golden(golden).difference(from: outcome.output) == nil)
    }

    private static let refused: [(arguments: [String], status: Int32)] = [
        (["rank", "--top", "0"], 64), (["rank", "--top", "1", "--bottom", "1"], 64),
        (["rank", "--nonsense"], 64),
        (["rank", "--level", "planet"], 64), (["export", "planets"], 64),
        (["export", "districts", "--properties", "x"], 64),
        (["profile", "Newhem"], 65), (["rank", "--edition", "none"], 65), (["rank", "--indicator", "none"], 65),
        (["rank", "--edition", "geodata-tool-1"], 65), (["import", "estimates", "/nowhere.csv", "--edition", "x"], 66),
        (["rank", "--store", "/nowhere/none.sqlite"], 66),
    ]

    @Test(arguments: refused)
    func `what cannot be done ends with its status and a sentence`(arguments: [String], status: Int32) async throws {
        let outcome = try Program.run(arguments, store: try await FixtureStore.path())
        #expect(outcome.status == status)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.split(separator: " ").count > 4)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `a full disk is a failure of output`() async throws {
        let outcome = try Program.run(
            ["-c", "\(Program.path) export districts > /dev/full"], store: try await FixtureStore.path(),
            program: "/bin/sh")
        #expect(outcome.status == 74)
        #expect(outcome.complaint.contains("No space left"))
    }

    @Test func `an export that fails leaves the old file`() async throws {
        let file = try FixtureStore.file("old.geojson", "precious")
        let outcome = try Program.run(
            ["export", "districts", "--edition", "none", "-o", file], store: try await FixtureStore.path())
        #expect(outcome.status == 65)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["old.geojson"])
    }

    private static let gdal = "/usr/bin/ogrinfo"

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: gdal), "GDAL is not installed"),
        arguments: [("districts", 296), ("regions", 9), ("icbs", 42), ("counties", 21), ("initiatives", 52)])
    func `GDAL reads what is exported`(collection: String, count: Int) async throws {
        let file = try FixtureStore.file("\(collection).geojson", "")
        let export = try Program.run(["export", collection, "-o", file], store: try await FixtureStore.path())
        #expect(export.status == 0)
        let outcome = try Program.run(["-so", "-al", file], store: nil, program: Self.gdal)
        #expect(outcome.output.contains("Feature Count: \(count)\n"))
        if collection != "initiatives" { #expect(outcome.output.contains("Geometry: Multi Polygon")) }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: gdal), "GDAL is not installed"))
    func `GDAL reads the store itself`() async throws {
        let outcome = try Program.run(["-so", try await FixtureStore.path(), "area"], store: nil, program: Self.gdal)
        #expect(outcome.output.contains("Geometry: Multi Polygon"))
        #expect(outcome.output.contains("Feature Count: 369\n"))
    }

    @Test func `a map is a picture of every district`() async throws {
        let outcome = try Program.run(["map"], store: try await FixtureStore.path())
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("<svg") || outcome.output.hasPrefix("<?xml"))
        #expect(outcome.output.contains("Leicester"))
        #expect(XMLCheck.isWellFormed(outcome.output))
    }
}
