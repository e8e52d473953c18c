import Foundation
import GeographyModel
import HealthLiteracy
import SiteSelection
import TestSupport
import Testing

/// Selections between places that a user brings.
@Suite struct SelectFilesTests {
    /// The San Francisco instance of PySAL `spopt` as files: demand, candidates, and the matrix in its long and wide
    /// forms.
    private static func sanFrancisco() throws -> (demand: String, candidates: String, long: String, wide: String) {
        let vectors = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "SiteSelectionTests/Vectors")
        let text = try String(
            contentsOf: vectors.appending(path: "SF_network_distance_candidateStore_16_censusTract_205_new.csv"),
            encoding: .utf8)
        var (weights, rows): ([String: String], [String: [String: String]]) = ([:], [:])
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            weights[cells[2]] = cells[3]
            rows[cells[2], default: [:]][cells[1]] = cells[0]
        }
        let tracts = weights.keys.sorted()
        let stores = Set(rows.values.flatMap(\.keys)).sorted()
        let pairs = tracts.flatMap { tract in stores.map { "\(tract),\($0),\(rows[tract]?[$0] ?? "")\n" } }
        let lines = tracts.map { tract in
            "\(tract)," + stores.map { rows[tract]?[$0] ?? "" }.joined(separator: ",") + "\n"
        }
        return (
            try FixtureStore.file("demand.csv", "id,weight\n" + tracts.map { "\($0),\(weights[$0] ?? "")\n" }.joined()),
            try FixtureStore.file("stores.csv", "id,cost\n" + stores.map { "\($0),1\n" }.joined()),
            try FixtureStore.file("long.csv", "from,to,value\n" + pairs.joined()),
            try FixtureStore.file("wide.csv", "tract," + stores.joined(separator: ",") + "\n" + lines.joined())
        )
    }

    /// Published with `spopt`: 875,247 of 955,113 people within 5,000 m of 4 stores, and the other models' optima.
    private static let published: [(request: SelectionRequest, objective: Double, stores: [String]?)] = [
        (.bare { ($0.sites, $0.distance) = (1, 5000) }, 448_255, nil),
        (.bare { ($0.sites, $0.distance) = (2, 5000) }, 671_938, nil),
        (.bare { ($0.sites, $0.distance) = (3, 5000) }, 791_499, nil),
        (
            .bare { ($0.sites, $0.distance) = (4, 5000) }, 875_247,
            ["Store_11", "Store_12", "Store_15", "Store_2"]
        ),
        (.bare { ($0.model, $0.sites) = (.pMedian, 4) }, 2_848_268_129.715, nil),
        (.bare { ($0.model, $0.sites) = (.pCenter, 4) }, 7403.06, nil),
        (.bare { ($0.model, $0.distance) = (.lscp, 5000) }, 8, nil),
    ]

    @Test(arguments: published)
    func `published optima come out of files`(request: SelectionRequest, objective: Double, stores: [String]?)
        async throws
    {
        let files = try Self.sanFrancisco()
        let service = try await FixtureStore.service()
        for matrix in [files.long, files.wide] {
            let report = try await service.select(
                request,
                inputs: SelectionInputs(
                    demand: .path(files.demand), candidates: .path(files.candidates), matrix: .path(matrix)))
            #expect(abs(report.result.objective - objective) <= 0.005 && report.result.provenOptimal)
            #expect(report.demand.total == 955_113 && report.distances.kind == "matrix")
            if let stores { #expect(report.sites.map(\.id) == stores) }
            #expect(report.result.cost == Double(report.sites.count))
        }
    }

    @Test func `places of a file know their district, and limits can name its columns`() async throws {
        let libraries = try FixtureStore.file(
            "libraries.csv",
            """
            id,name,easting,northing,kind,rent
            L1,Stratford,538700,184600,library,100
            L2,Hull,509700,428900,library,80
            L3,Leeds,430000,433800,library,90
            C1,Truro,182600,44900,centre,20

            """)
        let report = try await FixtureStore.service().select(
            .bare {
                ($0.sites, $0.distance, $0.cost, $0.budget) = (2, 30_000, "rent", 190)
                $0.groups = [GroupLimit(kind: "kind", maximum: 1)]
            }, inputs: SelectionInputs(candidates: .path(libraries)))
        #expect(report.sites.map(\.name) == ["Truro", "Stratford"] && report.result.cost == 120)
        let stratford = try #require(report.sites.last)
        #expect(stratford.district?.name == "Newham" && stratford.region?.name == "London" && stratford.rank == 2)
        #expect(abs((stratford.longitude ?? 0) - 0.0) < 0.02 && abs((stratford.latitude ?? 0) - 51.54) < 0.02)
        #expect(report.candidates.areaType == nil && report.comparators == nil)
    }

    @Test func `places are compared by their districts, and what was noticed about their file is told`() async throws {
        let libraries = try FixtureStore.file(
            "libraries.csv",
            "id;name;lon;lat\nL1;Stratford;0.003;51.542\nL2;Green Street;0.03;51.535\nL3;Leeds;-1.55;53.8\n")
        let report = try await FixtureStore.service().select(
            .bare { ($0.sites, $0.distance, $0.comparators) = (3, 10_000, 2) },
            inputs: SelectionInputs(candidates: .path(libraries)))
        let comparators = try #require(report.comparators)
        // Two of the places lie in Newham, and no area is the comparator of both.
        #expect(comparators.matches.map(\.site.name) == ["Stratford", "Green Street", "Leeds"])
        let areas = comparators.matches.flatMap(\.areas)
        #expect(Set(areas.map(\.id)).count == 6 && areas.allSatisfy { !["Newham", "Leeds"].contains($0.name) })
        #expect(report.notes.contains { $0.code == .comparators && $0.text.contains("districts that they lie in") })
        #expect(report.notes.contains { $0.code == .fileRead && $0.text.contains("semicolons") })
    }

    @Test func `more distances than can be kept are refused`() async throws {
        let rows = (0..<41_000).map { "p\($0),0,51.5,1\n" }.joined()
        let points = try FixtureStore.file("points.csv", "id,lon,lat,weight\n" + rows)
        let service = try await FixtureStore.service()
        let error = await #expect(throws: GeodataError.self) {
            try await service.select(
                .bare { ($0.model, $0.sites) = (.pMedian, 3) }, inputs: SelectionInputs(demand: .path(points)))
        }
        #expect(
            error?.code == .invalidRequest && error?.description.contains("p-median and p-center keep them all") == true
        )
    }

    @Test func `rows without coordinates that name areas stand at their centroids`() async throws {
        let file = try FixtureStore.file("areas.csv", "area_code,cost\nE09000025,10\nE09000005,20\nE08000003,5\n")
        let service = try await FixtureStore.service()
        let report = try await service.select(
            .bare { ($0.budget, $0.distance) = (15, 20_000) }, inputs: SelectionInputs(candidates: .path(file)))
        #expect(report.sites.map(\.name) == ["Manchester", "Newham"] && report.result.cost == 15)
    }

    /// What is wrong, and what the sentence must say: the file's line and a remedy.
    private static let bad: [(name: String, demand: String, candidates: String, matrix: String?, words: [String])] = [
        (
            "negative demand", "id,lon,lat,weight\na,0,51.5,1\nb,0,51.6,-3\n", "id,lon,lat\nx,0,51.5\n", nil,
            ["demand.csv:3:", "negative", "weight"]
        ),
        ("no number", "id,lon,lat,weight\na,0,51.5,many\n", "id,lon,lat\nx,0,51.5\n", nil, ["demand.csv:2:", "many"]),
        (
            "a missing weight", "id,lon,lat,weight\na,0,51.5,\n", "id,lon,lat\nx,0,51.5\n", nil,
            ["demand.csv:2:", "missing"]
        ),
        ("no column of weights", "id,lon,lat\na,0,51.5\n", "id,lon,lat\nx,0,51.5\n", nil, ["weighs", "id, lon, lat"]),
        ("no coordinates", "id,weight\na,1\n", "id,lon,lat\nx,0,51.5\n", nil, ["demand.csv:2:", "no coordinates"]),
        (
            "bad coordinates", "id,lon,lat,weight\na,0,51.5,1\n", "id,lon,lat\nx,west,51.5\n", nil,
            ["candidates.csv:2:", "west"]
        ),
        (
            "not degrees", "id,lon,lat,weight\na,0,51.5,1\n", "id,lon,lat\nx,530000,180000\n", nil,
            ["candidates.csv:2:", "degrees"]
        ),
        (
            "swapped coordinates", "id,lon,lat,weight\na,0,51.5,1\n", "id,lon,lat\nx,0,51.5\ny,51.5,-0.1\n", nil,
            ["candidates.csv:3:", "swapped"]
        ),
        (
            "demand that nobody can add up", "id,lon,lat,weight\na,0,51.5,1e300\n", "id,lon,lat\nx,0,51.5\n", nil,
            ["a has the weight", "greater unit"]
        ),
        (
            "a long matrix without its first column", "id,weight\na,1\n", "id\nx\n", "start,to,value\na,x,5\n",
            ["from, to and value", "start, to, value"]
        ),
        (
            "a ragged row", "id,lon,lat,weight\na,0,51.5,1\nb,1\n", "id,lon,lat\nx,0,51.5\n", nil,
            ["demand.csv:3:", "fields"]
        ),
        ("no identifiers", "lon,lat,weight\n0,51.5,1\n", "id,lon,lat\nx,0,51.5\n", nil, ["identifiers"]),
        ("an empty identifier", "id,lon,lat,weight\n,0,51.5,1\n", "id,lon,lat\nx,0,51.5\n", nil, ["demand.csv:2:"]),
        ("a twin", "id,lon,lat,weight\na,0,51.5,1\na,0,51.5,1\n", "id,lon,lat\nx,0,51.5\n", nil, ["a stands twice"]),
        (
            "a disconnected matrix", "id,weight\na,1\nb,1\n", "id\nx\n", "from,to,value\na,x,5\n",
            ["b", "no candidate within reach"]
        ),
        ("a matrix of others", "id,weight\na,1\n", "id\nx\n", "from,to,value\nq,r,5\n", ["q to r"]),
        ("a pair twice", "id,weight\na,1\n", "id\nx\n", "from,to,value\na,x,5\na,x,6\n", ["matrix.csv:3:", "twice"]),
        ("a negative time", "id,weight\na,1\n", "id\nx\n", "from,to,minutes\na,x,-5\n", ["matrix.csv:2:", "negative"]),
        ("no matrix", "id,weight\na,1\n", "id\nx\n", "value\n1\n", ["matrix.csv", "from, to and value"]),
    ]

    @Test(arguments: bad)
    func `a bad file is refused with its line and a remedy`(
        name: String, demand: String, candidates: String, matrix: String?, words: [String]
    ) async throws {
        let inputs = SelectionInputs(
            demand: .bytes(Array(demand.utf8), name: "demand.csv"),
            candidates: .bytes(Array(candidates.utf8), name: "candidates.csv"),
            matrix: matrix.map { .bytes(Array($0.utf8), name: "matrix.csv") })
        let service = try await FixtureStore.service()
        let error = await #expect(throws: GeodataError.self) {
            try await service.select(.bare { ($0.model, $0.sites) = (.pMedian, 1) }, inputs: inputs)
        }
        let sentence = try #require(error).description
        #expect(words.allSatisfy { sentence.contains($0) }, "\(sentence)")
        #expect(error?.remedy != nil)
    }

    @Test func `whoever the matrix lacks is told`() async throws {
        let inputs = SelectionInputs(
            demand: .bytes(Array("id,weight\na,1\nb,2\n".utf8), name: "demand.csv"),
            candidates: .bytes(Array("id\nx\ny\nz\n".utf8), name: "candidates.csv"),
            matrix: .bytes(Array("from,to,value\na,x,5\nq,y,1\n".utf8), name: "matrix.csv"))
        let report = try await FixtureStore.service().select(
            .bare { ($0.sites, $0.distance) = (1, 10) }, inputs: inputs)
        #expect(report.sites.map(\.id) == ["x"] && report.result.reached == 1)
        #expect(
            report.notes.map(\.text).contains(
                "matrix.csv has no distance for 1 of 2 demand points, such as b, and none for 1 of 3 candidates, such as z; 5 of 6 pairs are not connected; 1 of its identifiers are of no demand point or candidate, such as q."
            )
        )
    }

    @Test func `sites that reach nobody are refused`() async throws {
        let inputs = SelectionInputs(
            demand: .bytes(Array("id,lon,lat,weight\na,-70,40,1\n".utf8), name: "demand.csv"))
        let service = try await FixtureStore.service()
        let error = await #expect(throws: GeodataError.self) {
            try await service.select(.bare { ($0.sites, $0.distance) = (2, 20_000) }, inputs: inputs)
        }
        #expect(error?.message == "No demand point has a candidate within the service distance.")
    }
}
