import Foundation
import GeographyModel
import SiteSelection
import Synchronization

/// Measures selections: `SelectBench DEMAND CANDIDATES MODEL SITES DISTANCE [SOLVER] [CONSTRAINTS]`, `SelectBench
/// matrix FILE OUT`, `SelectBench geodesic` (reads pairs from standard input).
@main struct SelectBench {
    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "matrix": try matrix(words[1], words[2])
        case "geodesic": geodesic()
        case "robust": try robust(words)
        default: try select(words)
        }
    }

    static func matrix(_ file: String, _ out: String) throws {
        let places = try Places(file).positions
        var bytes = Data()
        for start in places {
            for end in places { withUnsafeBytes(of: Geodesic.distance(start, end)) { bytes.append(contentsOf: $0) } }
        }
        try bytes.write(to: URL(fileURLWithPath: out))
    }

    static func geodesic() {
        while let line = readLine() {
            let n = line.split(separator: " ").compactMap { Double($0) }
            print(
                Geodesic.distance(
                    Position(longitude: n[1], latitude: n[0]), Position(longitude: n[3], latitude: n[2])))
        }
    }

    static func select(_ words: [String]) throws {
        let demand = try Places(words[0])
        let candidates = words[1] == words[0] ? demand : try Places(words[1])
        let sites = Int(words[3]) ?? 0
        let distance = Double(words[4]) ?? 0
        let model: SelectionModel =
            switch words[2] {
            case "mclp": .maximalCovering(serviceDistance: distance)
            case "lscp": .setCovering(serviceDistance: distance)
            case "pmedian": .pMedian
            default: .pCenter
            }
        var constraints = SelectionConstraints(count: sites > 0 ? .exactly(sites) : .any)
        let extra = words.count > 6 ? words[6] : ""
        if extra.contains("region") { constraints.groups.append(GroupLimit(kind: "region", minimum: 1)) }
        if extra.contains("icb") { constraints.groups.append(GroupLimit(kind: "icb", maximum: 1)) }
        if extra.contains("apart") { constraints.minimumSeparation = 30_000 }
        let solver = CountingSolver(words.count > 5 && words[5] == "glpk" ? GLPKSolver() : CBCSolver())
        let clock = ContinuousClock()
        let begin = clock.now
        let problem = try SelectionProblem(
            demand: demand.demand, candidates: candidates.candidates,
            distances: .geodesic(
                from: demand.positions, to: candidates.positions, limit: model.serviceDistance), model: model,
            constraints: constraints)
        let built = clock.now
        let effort = SelectionEffort(
            timeLimit: 120,
            onProgress: { progress in
                if extra.contains("v") {
                    FileHandle.standardError.write(
                        Data("\(progress.phase) \(progress.seconds) \(progress.objective ?? 0)\n".utf8))
                }
            })
        let selection = try SiteSelector(solver: solver, effort: effort).select(problem)
        let total = (clock.now - begin) / .seconds(1)
        if extra.contains("v") {
            for call in solver.calls.withLock({ $0 }) {
                FileHandle.standardError.write(
                    Data("solve \(call.seconds) columns \(call.columns) rows \(call.rows) \(call.status)\n".utf8))
            }
        }
        print(
            "{\"model\":\"\(words[2])\",\"sites\":\(selection.sites.count),\"objective\":\(selection.objective),"
                + "\"gap\":\(selection.gap),\"proven\":\(selection.isProvenOptimal),\"first\":\(selection.isTieBroken),"
                + "\"distances\":\((built - begin) / .seconds(1)),\"seconds\":\(total),\"solver\":\"\(selection.solver)\","
                + "\"ids\":\"\(selection.sites.map(\.id).joined(separator: " "))\"}")
    }
}

extension SelectBench {
    /// `SelectBench robust FILE SITES DISTANCE DRAWS SECONDS [SOLVER]`: draws of people with common, regional and own
    /// error.
    static func robust(_ words: [String]) throws {
        let places = try Places(words[1])
        let sites = Int(words[2]) ?? 10
        let distance = Double(words[3]) ?? 0
        let count = Int(words[4]) ?? 100
        var state: UInt64 = 7
        func part() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        func normal() -> Double { (0..<12).reduce(0) { sum, _ in sum + part() } - 6 }
        let common = (0..<count).map { _ in normal() * 0.03 }
        let regions = Dictionary(grouping: places.candidates.indices) { places.candidates[$0].groups["region"] ?? [] }
        let regional = Dictionary(
            uniqueKeysWithValues: regions.keys.sorted { $0.description < $1.description }.map { key in
                (key, (0..<count).map { _ in normal() * 0.03 })
            })
        let values = places.demand.indices.flatMap { place in
            (0..<count).map { draw in
                let region = regional[places.candidates[place].groups["region"] ?? []]?[draw] ?? 0
                return places.demand[place].weight * exp(common[draw] + region + normal() * 0.05)
            }
        }
        let draws = try DemandDraws(pointCount: places.demand.count, drawCount: count, values: values)
        let problem = try SelectionProblem(
            demand: places.demand, candidates: places.candidates,
            distances: .geodesic(from: places.positions, to: places.positions, limit: distance),
            model: .maximalCovering(serviceDistance: distance), constraints: .init(count: .exactly(sites)))
        let effort = SelectionEffort(timeLimit: Double(words[5]))
        let solver: any MixedIntegerSolver = words.count > 6 ? GLPKSolver() : CBCSolver()
        let selector = SiteSelector(solver: solver, effort: effort)
        let mean = try selector.select(problem, over: draws, by: .mean)
        print("mean", mean.objective, mean.seconds)
        let begin = ContinuousClock.now
        let stability = try selector.stability(of: mean.sites.map(\.candidate), in: problem, over: draws)
        print(
            "stability", stability.drawCount, "draws", (ContinuousClock.now - begin) / .seconds(1), "s; optimal in",
            stability.timesOptimal, "relative regret", stability.relativeRegret)
        let tail = try selector.select(problem, over: draws, by: .p10)
        print("p10", tail.objective, "bound", tail.bound, "gap", tail.gap, "proven", tail.isProvenOptimal, tail.seconds)
        let curve = try selector.curve(problem, counts: 1...20)
        print("curve", curve.count, curve.reduce(0) { $0 + ($1.selection?.seconds ?? 0) })
        let start = ContinuousClock.now
        let other = try selector.alternatives(to: mean, in: problem)
        print("alternatives", other.count, (ContinuousClock.now - start) / .seconds(1))
    }
}
