import Foundation
import GeographyModel
import SiteSelection

/// The San Francisco instance: 205 census tracts, 16 stores, network distances in metres (the example of PySAL
/// `spopt`).
enum SanFrancisco {
    /// The numbers of the stores: 8, 9 and 10 do not exist.
    private static let numbers = Array(1...7) + Array(11...19)

    /// The distances and weights of the published file, stores in the order of their numbers.
    static let instance: (demand: [DemandPoint], stores: [Candidate], distances: DistanceTable) = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
        let file = folder.appending(path: "SF_network_distance_candidateStore_16_censusTract_205_new.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var tracts: [String: Int] = [:]
        var demand: [DemandPoint] = []
        var pairs: [(demand: Int, candidate: Int, distance: Double)] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            guard cells.count == 4, let distance = Double(cells[0]), let store = Int(cells[1].dropFirst(6)),
                let people = Double(cells[3])
            else { continue }
            let tract = tracts[cells[2]] ?? demand.count
            if tract == demand.count {
                tracts[cells[2]] = tract
                demand.append(DemandPoint(id: cells[2], weight: people))
            }
            guard let place = numbers.firstIndex(of: store) else { continue }
            pairs.append((tract, place, distance))
        }
        let stores = numbers.map { Candidate(id: "Store_" + ($0 < 10 ? "0" : "") + "\($0)") }
        guard let distances = try? DistanceTable(demandCount: demand.count, candidateCount: 16, pairs: pairs) else {
            preconditionFailure("The San Francisco file cannot be read.")
        }
        return (demand, stores, distances)
    }()

    /// A problem on the instance.
    static func problem(_ model: SelectionModel, _ constraints: SelectionConstraints) throws -> SelectionProblem {
        try SelectionProblem(
            demand: instance.demand, candidates: instance.stores, distances: instance.distances, model: model,
            constraints: constraints)
    }
}
