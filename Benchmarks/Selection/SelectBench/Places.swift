import Foundation
import GeographyModel
import SiteSelection

/// A file of places: id, weight, longitude, latitude, region, icb.
struct Places {
    var demand: [DemandPoint] = []
    var candidates: [Candidate] = []
    var positions: [Position] { demand.compactMap(\.position) }

    init(_ path: String) throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let place = Position(longitude: Double(cells[2]) ?? 0, latitude: Double(cells[3]) ?? 0)
            demand.append(DemandPoint(id: cells[0], weight: Double(cells[1]) ?? 0, position: place))
            candidates.append(
                Candidate(
                    id: cells[0], position: place, cost: 1, groups: ["region": [cells[4]], "icb": [cells[5]]]))
        }
    }
}
