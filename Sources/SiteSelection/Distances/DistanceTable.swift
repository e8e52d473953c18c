import GeographyModel

/// How far demand points are from candidates: for each point the candidates within reach, nearest first.
///
/// Distances are in metres, or in whatever unit the user's own matrix has; the service distance is then in it too. A
/// pair that is not in the table is out of reach.
public struct DistanceTable: Sendable {
    /// How many demand points there are.
    public let demandCount: Int
    /// How many candidates there are.
    public let candidateCount: Int
    /// The distance beyond which pairs were left out; `nil` where all were asked for.
    public let limit: Double?
    /// Whether distances are metres; the unit of a user's own matrix has no name.
    let isMetric: Bool
    /// Where each demand point's entries start; one more than there are points.
    let starts: [Int]
    /// The candidate of each entry.
    let candidates: [Int32]
    /// The distance of each entry.
    let metres: [Double]

    /// Takes entries that are known to be good, each row sorted.
    init(
        candidateCount: Int, limit: Double?, isMetric: Bool, starts: [Int], candidates: [Int32], metres: [Double]
    ) {
        self.isMetric = isMetric
        demandCount = starts.count - 1
        self.candidateCount = candidateCount
        self.limit = limit
        self.starts = starts
        self.candidates = candidates
        self.metres = metres
    }

    /// Takes a list of pairs in any order.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where a distance is negative or not a number, a place does not exist,
    ///   or a pair stands twice; `invalidRequest` for more than ``mostEntries``. An infinite distance means no
    ///   connection.
    public init(
        demandCount: Int, candidateCount: Int, pairs: [(demand: Int, candidate: Int, distance: Double)],
        limit: Double? = nil
    ) throws {
        var rows = [[Entry]](repeating: [], count: demandCount)
        for pair in pairs {
            guard 0..<demandCount ~= pair.demand, 0..<candidateCount ~= pair.candidate else {
                throw Self.malformed("There is no pair of demand point \(pair.demand) and candidate \(pair.candidate).")
            }
            guard pair.distance >= 0 else {
                throw Self.malformed(
                    "The distance of demand point \(pair.demand + 1) to candidate \(pair.candidate + 1) is \(pair.distance)."
                )
            }
            guard pair.distance.isFinite, pair.distance <= limit ?? .infinity else { continue }
            rows[pair.demand].append(Entry(candidate: Int32(pair.candidate), metres: pair.distance))
        }
        try Self.requireRoom(rows.reduce(0) { $0 + $1.count })
        for (number, row) in rows.enumerated() where Set(row.map(\.candidate)).count < row.count {
            throw Self.malformed("Demand point \(number + 1) has two distances to the same candidate.")
        }
        self.init(rows: rows, candidateCount: candidateCount, limit: limit)
    }

    /// Takes a full matrix: a row for each demand point, a column for each candidate; infinity means no connection.
    ///
    /// - Throws: `GeodataError` `inputMalformed` where a row has another length than the first, or a distance is
    ///   negative or not a number.
    public init(matrix: [[Double]], limit: Double? = nil) throws {
        let width = matrix.first?.count ?? 0
        var rows: [[Entry]] = []
        rows.reserveCapacity(matrix.count)
        for (number, row) in matrix.enumerated() {
            guard row.count == width else {
                throw Self.malformed("Row \(number + 1) has \(row.count) distances, the first row \(width).")
            }
            if let odd = row.firstIndex(where: { !($0 >= 0) }) {
                throw Self.malformed("The distance in row \(number + 1), column \(odd + 1) is \(row[odd]).")
            }
            rows.append(
                row.enumerated().filter { $0.element.isFinite && $0.element <= limit ?? .infinity }
                    .map { Entry(candidate: Int32($0.offset), metres: $0.element) })
        }
        self.init(rows: rows, candidateCount: width, limit: limit)
    }

    /// The table of weighted selection: demand point n is candidate n, and nothing else is within reach.
    public static func own(count: Int) -> DistanceTable {
        DistanceTable(
            candidateCount: count, limit: 0, isMetric: true, starts: Array(0...count),
            candidates: (0..<count).map { Int32($0) }, metres: [Double](repeating: 0, count: count))
    }

    private init(rows: [[Entry]], candidateCount: Int, limit: Double?) {
        var starts = [0]
        var candidates: [Int32] = []
        var metres: [Double] = []
        for row in rows {
            for entry in row.sorted() {
                candidates.append(entry.candidate)
                metres.append(entry.metres)
            }
            starts.append(candidates.count)
        }
        self.init(
            candidateCount: candidateCount, limit: limit, isMetric: false, starts: starts, candidates: candidates,
            metres: metres)
    }

    /// So many distances are kept at most: p-median takes a gigabyte for them. England's 33,755 small areas and 296
    /// districts have 10 million.
    public static let mostEntries = 12_000_000

    /// Refuses more entries than can be kept.
    static func requireRoom(_ count: Int) throws {
        guard count > mostEntries else { return }
        throw GeodataError(
            .invalidRequest, "There are more than \(mostEntries) distances to keep, which is too many.",
            remedy: "Take fewer candidates, coarser demand, or shorter distances; p-median and p-center keep them all.")
    }

    /// Refuses so many rows and columns, where all pairs are to be kept.
    static func requireRoom(_ demandCount: Int, _ candidateCount: Int) throws {
        let (count, isTooMany) = demandCount.multipliedReportingOverflow(by: candidateCount)
        try requireRoom(isTooMany ? .max : count)
    }

    private static func malformed(_ message: String) -> GeodataError {
        GeodataError(.inputMalformed, message, remedy: "Mend the table of distances.")
    }

    /// A candidate within reach.
    struct Entry: Comparable {
        var candidate: Int32
        var metres: Double

        static func < (left: Entry, right: Entry) -> Bool {
            (left.metres, left.candidate) < (right.metres, right.candidate)
        }
    }
}

extension DistanceTable {
    /// The entries of one demand point.
    func entries(of point: Int) -> Range<Int> { starts[point]..<starts[point + 1] }

    /// The candidates within a distance of a demand point, in ascending order of their places.
    func covering(_ point: Int, within distance: Double) -> [Int32] {
        var found: [Int32] = []
        for entry in entries(of: point) {
            if metres[entry] > distance { break }
            found.append(candidates[entry])
        }
        return found.sorted()
    }

    /// Whether any candidate is within a distance of a demand point.
    package func reaches(_ point: Int, within distance: Double) -> Bool {
        starts[point] < starts[point + 1] && metres[starts[point]] <= distance
    }

    /// A distance with its unit, where that has a name: `5 km`.
    func described(_ distance: Double) -> String { isMetric ? distance.metresInWords : distance.brief }

    /// The nearest of some sites, and how far it is; `nil` where none is within reach.
    func nearest(of isSite: [Bool], to point: Int) -> (candidate: Int, distance: Double)? {
        for entry in entries(of: point) where isSite[Int(candidates[entry])] {
            return (Int(candidates[entry]), metres[entry])
        }
        return nil
    }
}
