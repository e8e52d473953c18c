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
        ("compare.txt", ["compare", "Newham", "Hart", "Leicester"]),
        ("aggregate-regions.csv", ["aggregate", "--to", "region", "--format", "csv"]),
        ("whatif-newham.json", ["whatif", "Newham", "--set", "qualification.level2=+5pp", "--format", "json"]),
        ("pattern-london.txt", ["pattern", "--within", "London"]),
        ("rank-benchmark.txt", ["rank", "--within", "North East", "--benchmark", "region"]),
        ("query.txt", ["query", "districts", "--filter", "value > 50", "--sort=-people", "--limit", "5"]),
        (
            "query.json",
            ["query", "initiatives", "--filter", "A_CONTAINS(area_codes, ('E10000017'))", "--limit", "1", "-f", "json"]
        ),
        (
            "query-explained.txt",
            [
                "query", "districts", "--filter", "S_INTERSECTS(geometry, BBOX(-0.2,51.4,0.1,51.6)) AND value > 40",
                "--sort=-value", "--properties", "area_code,area_name,active_initiative_count", "--explain",
                "--as-of", "2026-11-21",
            ]
        ),
        ("query-properties.txt", ["query", "districts", "--properties", "help"]),
        ("locate.txt", ["locate", "-1.55", "53.8", "--as-of", "2026-11-21"]),
        ("help-query.txt", ["query", "--help"]), ("help-locate.txt", ["locate", "--help"]),
        (
            "select-london.txt",
            [
                "select", "--sites", "5", "--within", "London", "--max-per", "icb=2", "--exclude-active-initiatives",
                "--as-of", "2026-11-21",
            ]
        ),
        (
            "select-regions.csv",
            [
                "select", "--sites", "9", "--distance", "20km", "--min-per", "region=1", "--curve", "9..10",
                "--format", "csv", "--as-of", "2026-11-21",
            ]
        ),
        ("help-select.txt", ["select", "--help"]),
        ("help-estimate.txt", ["estimate", "--help"]), ("help-whatif.txt", ["whatif", "--help"]),
        ("help.txt", ["--help"]), ("help-rank.txt", ["rank", "--help"]),
        ("help-import.txt", ["import", "estimates", "--help"]),
        ("help-token.txt", ["token", "--help"]), ("help-token-add.txt", ["token", "add", "--help"]),
        ("help-token-list.txt", ["token", "list", "--help"]), ("help-token-revoke.txt", ["token", "revoke", "--help"]),
        ("help-audit.txt", ["audit", "--help"]),
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
        (["compare", "Newham"], 64), (["compare", "Newham", "Newham@geodata-tool-2"], 64),
        (["whatif", "Newham"], 64), (["whatif", "Newham", "--set", "x=+1pp"], 64),
        (["aggregate", "--to", "/nowhere"], 66),
        (["pattern", "--permutations", "1"], 64), (["rank", "--benchmark", "moon"], 64),
        (["rank", "--store", "/nowhere/none.sqlite"], 66),
        (["rank", "--filter", "value >"], 64), (["rank", "--filter", "valeu > 5"], 64),
        (["gaps", "--bbox", "1,2"], 64),
        (["export", "districts", "--filter", "value > 50", "--filter-lang", "json"], 64),
        (["query", "planets"], 64), (["query", "districts", "--limit", "0"], 64),
        (["query", "districts", "--after", "x"], 64), (["query", "districts", "--sort", "x"], 64),
        (["locate", "2", "48"], 65), (["locate", "/nowhere.csv"], 66), (["locate", "1", "2", "3"], 64),
        (["initiatives", "--filter", "value > 5"], 64), (["query", "districts", "--properties", "value,,rank"], 64),
        (["export", "districts", "--format", "geojsonseq", "--crs", "EPSG:27700"], 64),
        (["export", "districts", "--format", "csv", "--geometry", "full"], 64),
        (["export", "districts", "--properties", "value,value,value_class"], 64),
        (["query", "districts", "--bbox", "530000,170000,545000,185000"], 64),
        (["locate", "0", "51", "--level", "ward"], 65),
        (["query", "initiatives", "--edition", "x"], 64),
        (["select"], 64), (["select", "--sites", "3", "--distance", "far"], 64),
        (["select", "--sites", "3", "--min-per", "region"], 64), (["select", "--sites", "3", "--curve", "5"], 64),
        (["select", "--sites", "3", "--min-per", "region=1"], 64), (["select", "--sites", "3", "--model", "best"], 64),
        (["select", "--sites", "3", "--include", "Newhem"], 65),
        (["select", "--sites", "3", "--distance", "1km", "--candidates", "/nowhere.csv"], 66),
        (["select", "--sites", "3", "--report", "sites.pdf"], 64),
        (["select", "--model", "lscp", "--distance", "5km", "--matrix", "/nowhere.csv"], 64),
        (["select", "--sites", "3", "--report", "/nowhere/sites.md"], 74),
        (["select", "--sites", "3", "--output", "/nowhere/sites.txt"], 74),
        (["select", "--sites", "3", "--curve-file", "curve.svg"], 64),
        (["select", "--sites", "3", "--report", "same.md", "--output", "./same.md"], 64),
        (["select", "--sites", "3", "--distance", "1km", "--candidates", "../a.csv", "--output", "./../a.csv"], 64),
        (["select", "--sites", "3", "--output", "/tmp"], 74), (["select", "--sites", "3", "--output", ""], 64),
        (["select", "--sites", "3", "--distance", "20"], 64),
        (["select", "--sites", "2", "--demand-level", "icb"], 64),
        (["select", "--sites", "3", "--curve", "1..3", "--curve-file", "curve.png"], 64),
        (["map", "--selection", "/nowhere.json"], 66), (["map", "--selection", "/dev/null"], 65),
        (["token", "revoke", "nobody"], 64), (["token", "add", "a b"], 64), (["audit", "--limit", "0"], 64),
        (["token", "add", "late", "--expires", "2020-01-01"], 64), (["token", "add", "x", "--expires", "soon"], 64),
    ]

    @Test(arguments: refused)
    func `what cannot be done ends with its status and a sentence`(arguments: [String], status: Int32) async throws {
        let outcome = try Program.run(arguments, store: try await FixtureStore.path())
        #expect(outcome.status == status)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.split(separator: " ").count > 4)
    }

    @Test func `a selection is written as reports and as a picture, and drawn on a map`() async throws {
        let (folder, store) = (try FixtureStore.folder(), try await FixtureStore.path())
        func file(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let selected = try Program.run(
            [
                "select", "--sites", "3", "--within", "London", "--curve", "1..4", "--report", file("a.html"),
                "--report", file("a.md"), "--curve-file", file("curve.svg"), "--curve-file", file("curve.csv"), "-f",
                "json", "-o", file("a.json"),
            ], store: store)
        #expect(selected.status == 0, "\(selected.complaint)")
        let starts = [("a.html", "<!DOCTYPE html>"), ("a.md", "# 3 sites in London"), ("curve.svg", "<svg ")]
        for (name, start) in starts {
            #expect(try String(contentsOfFile: file(name), encoding: .utf8).hasPrefix(start), "\(name)")
        }
        let drawn = try Program.run(["map", "--selection", file("a.json")], store: store)
        #expect(drawn.status == 0 && drawn.output.contains("<title>Site 3: "), "\(drawn.complaint)")
        // The selection is for London, and so is its map.
        #expect(drawn.output.matches(of: /\sid="E0/).count == 33 && XMLCheck.isWellFormed(drawn.output))
    }

    @Test func `a file keeps its permissions when another takes its place`() async throws {
        let file = try FixtureStore.file("private.csv", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let outcome = try Program.run(
            ["export", "regions", "-f", "csv", "-o", file], store: try await FixtureStore.path())
        #expect(outcome.status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `a full disk is a failure of output`() async throws {
        let outcome = try Program.run(
            ["-c", "\(Program.path) export districts > /dev/full"], store: try await FixtureStore.path(),
            program: "/bin/sh")
        #expect(outcome.status == 74)
        #expect(outcome.complaint.contains("No space left"))
    }

    @Test(arguments: [
        ("value > 50", "text", "json", #"{"op":">","args":[{"property":"value"},50]}"#),
        (#"{"op":"isNull","args":[{"property":"a b"}]}"#, "json", "text", #""a b" IS NULL"#),
        ("CASEI(a) LIKE CASEI('X%')", "text", "sql", "hlgeo_casei(\"a\") GLOB ?\n-- with 'x*'"),
    ])
    func `filters are converted`(_ filter: String, _ from: String, _ to: String, _ expected: String) throws {
        let file = try FixtureStore.file("filter.txt", filter)
        let outcome = try Program.run(
            ["-c", "\(Program.path) cql2 --from \(from) --to \(to) < \(file)"], store: nil, program: "/bin/sh")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(outcome.output == expected + "\n")
    }

    @Test func `a filter is checked against a collection`() async throws {
        let file = try FixtureStore.file("filter.txt", "valeu > 50")
        let outcome = try Program.run(
            ["-c", "\(Program.path) cql2 --collection districts < \(file)"], store: try await FixtureStore.path(),
            program: "/bin/sh")
        #expect(outcome.status == 64)
        #expect(outcome.complaint.contains("\"value\""))
    }

    @Test func `beside a CSV file goes what it cannot say of itself`() async throws {
        let file = try FixtureStore.file("rank.csv", "")
        let outcome = try Program.run(
            ["rank", "--top", "3", "--format", "csv", "-o", file], store: try await FixtureStore.path())
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let header = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n")[0]
        let metadata = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: "\(file)-metadata.json")))
        let table = try #require(metadata as? [String: Any])
        #expect(table["@context"] as? String == "http://www.w3.org/ns/csvw" && table["url"] as? String == "rank.csv")
        let columns = (table["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]] ?? []
        #expect(columns.compactMap { $0["name"] as? String } == header.split(separator: ",").map(String.init))
        #expect(
            (table["notes"] as? [[String: Any]])?.contains { $0["code"] as? String == "not-for-evaluation" } == true)
    }

    @Test func `where an area stands is drawn as a picture`() async throws {
        let file = try FixtureStore.file("newham.svg", "")
        let outcome = try Program.run(
            ["profile", "Newham", "--picture", file], store: try await FixtureStore.path())
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let svg = try String(contentsOfFile: file, encoding: .utf8)
        #expect(svg.contains("<title id=\"order-title\">Newham: rank 2 of 296 districts, 95 % interval 1 to 2</title>"))
        // One circle for each district.
        #expect(svg.components(separatedBy: "<circle").count - 1 == 296)
        #expect(XMLCheck.isWellFormed(svg))
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

    @Test func `an output never takes the place of a store`() async throws {
        let store = try await FixtureStore.path()
        let outcome = try Program.run(["rank", "--format", "csv", "-o", store], store: store)
        #expect(outcome.status == 64)
        #expect(try Program.run(["rank", "--top", "1"], store: store).status == 0)
    }

    @Test func `a store is one file again when a change is done`() async throws {
        let path = try FixtureStore.folder().appendingPathComponent("england.sqlite").path
        try FileManager.default.copyItem(atPath: await FixtureStore.path(), toPath: path)
        let file = try FixtureStore.file("one.csv", "area_code,value\nE09000025,50\n")
        let outcome = try Program.run(
            ["import", "estimates", file, "--indicator", "low-health-literacy", "--edition", "mine"], store: path)
        #expect(outcome.status == 0, "\(outcome.complaint)")
        let copy = try FixtureStore.folder().appendingPathComponent("copy.sqlite").path
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(try Program.run(["rank", "--edition", "mine"], store: copy).status == 0)
    }
}
