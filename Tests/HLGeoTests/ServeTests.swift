import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The service on a real port, asked by real clients.
@Suite(.serialized) struct ServeTests {
    @Test func `the service answers until it is told to end`() async throws {
        try await withService { address in
            let (data, response) = try await URLSession.shared.data(
                from: try #require(URL(string: address + "/collections/districts/items/E09000025?skipGeometry=true")))
            let answer = try #require(response as? HTTPURLResponse)
            #expect(answer.statusCode == 200)
            #expect(answer.value(forHTTPHeaderField: "Content-Type") == "application/geo+json")
            let feature = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(feature["id"] as? String == "E09000025")
        }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo"), "needs GDAL's ogrinfo"),
        arguments: [("districts", "", 296), ("regions", "", 9), ("districts", "value > 50", 11)])
    func `GDAL reads what is served, page by page`(_ layer: String, _ condition: String, _ count: Int) async throws {
        try await withService { address in
            let filter = condition.isEmpty ? [] : ["-where", condition]
            let outcome = try Program.run(
                ["-ro", "-q", "-al"] + filter + ["OAPIF:\(address)", layer], store: nil, program: "/usr/bin/ogrinfo")
            #expect(outcome.output.components(separatedBy: "OGRFeature(").count - 1 == count)
        }
    }

    /// Starts the service, waits until it listens, and ends it as an operator would.
    private func withService(_ body: (String) async throws -> Void) async throws {
        let port = Int.random(in: 20_000...60_000)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["serve", "--port", "\(port)", "--store", try await FixtureStore.path()]
        let complaint = Pipe()
        process.standardError = complaint
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        let line = String(decoding: complaint.fileHandleForReading.availableData, as: UTF8.self)
        try #require(line.contains("http://127.0.0.1:\(port)/"), "\(line)")
        try await body("http://127.0.0.1:\(port)")
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
