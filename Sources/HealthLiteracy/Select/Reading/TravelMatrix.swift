import GeographyModel
import SiteSelection
import SourceReaders

/// Distances or travel times that a user brings: from demand points to candidates, in whatever unit.
///
/// Long files have a pair a row (`from`, `to`, `value`); wide ones have a demand point a row, whose identifier stands
/// first, and a candidate a column. An empty field, or a pair that is missing, means no connection.
struct TravelMatrix {
    private var pairs: [(line: Int, from: String, to: String, value: Double)] = []
    private let file: String
    /// What was noticed about the file and is no error.
    private(set) var notes: [Note] = []

    private static let from = ["from", "from_id", "origin", "origin_id", "demand", "demand_id"]
    private static let to = [
        "to", "to_id", "destination", "destination_id", "candidate", "candidate_id", "site", "site_id",
    ]
    private static let value = [
        "value", "distance", "time", "travel_time", "duration", "minutes", "seconds", "metres", "meters", "cost",
    ]

    /// Reads a file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` naming the line.
    init(_ input: InputFile) throws {
        var reader = try CSVReader(input)
        file = reader.file
        var problems = RowProblems(file: file)
        let long = (reader.column(named: Self.from), reader.column(named: Self.to), reader.column(named: Self.value))
        if let from = long.0, let to = long.1, let value = long.2 {
            while let row = reader.next() { add(row, from: row[from], to: row[to], value, &problems) }
        } else {
            guard reader.header.count >= 2, [long.0, long.1, long.2].count(where: { $0 != nil }) < 2 else {
                throw GeodataError(
                    .inputMalformed, "\(file) is no matrix of distances.",
                    remedy:
                        "Give it the columns from, to and value, or a row for each demand point and a column for each candidate. It has: \(reader.header.prefix(30).joined(separator: ", "))."
                )
            }
            while let row = reader.next() {
                for (index, name) in reader.header.enumerated().dropFirst() {
                    add(row, from: row[0], to: name, CSVColumn(index: index, name: name), &problems)
                }
            }
        }
        problems.take(reader.diagnostics)
        try problems.refuse()
        notes = Note.reading(reader.diagnostics)
    }

    private mutating func add(
        _ row: CSVRow, from: String, to: String, _ column: CSVColumn, _ problems: inout RowProblems
    ) {
        switch FieldParser.number(row[column]) {
        case .number(let value) where value >= 0:
            pairs.append((row.line, from.trimmingWhitespace(), to.trimmingWhitespace(), value))
        case .number:
            problems.add(row.line, column, "the distance is negative", "Give numbers from 0 up.", row[column])
        case .blank, .suppressed: break
        case .problem(let problem):
            problems.add(row.line, column, problem.message, problem.remedy, row[column])
        }
    }

    /// What must be said of demand points and candidates that the matrix does not know: they are not connected.
    func gaps(_ problem: SelectionProblem) -> [Note] {
        func gap(_ ids: [String], _ known: Set<String>, _ what: String) -> String? {
            let missing = ids.filter { !known.contains($0) }
            guard let first = missing.first else { return nil }
            return "for \(missing.count) of \(ids.count) \(what), such as \(first)"
        }
        let (from, to) = (problem.demand.map(\.id), problem.candidates.map(\.id))
        let (starts, ends) = (Set(pairs.map(\.from)), Set(pairs.map(\.to)))
        let missing = [gap(from, starts, "demand points"), gap(to, ends, "candidates")].compactMap(\.self)
        var sentences =
            missing.isEmpty ? [] : ["\(file) has no distance \(missing.joined(separator: ", and none "))"]
        let (rows, columns) = (Set(from), Set(to))
        let known = pairs.count { rows.contains($0.from) && columns.contains($0.to) }
        if known < from.count * to.count {
            sentences.append("\(from.count * to.count - known) of \(from.count * to.count) pairs are not connected")
        }
        let strangers = starts.subtracting(rows).sorted() + ends.subtracting(columns).sorted()
        if let first = strangers.first {
            sentences.append(
                "\(strangers.count) of its identifiers are of no demand point or candidate, such as \(first)")
        }
        return sentences.isEmpty ? [] : [Note(.distances, sentences.joined(separator: "; ") + ".")]
    }

    /// The distances between demand points and candidates; pairs of others are passed over.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where a pair stands twice, or no pair is of both.
    func table(demand: [String], candidates: [String], limit: Double?) throws -> DistanceTable {
        let rows = Dictionary(zip(demand, demand.indices), uniquingKeysWith: { first, _ in first })
        let columns = Dictionary(zip(candidates, candidates.indices), uniquingKeysWith: { first, _ in first })
        var problems = RowProblems(file: file)
        var known: Set<Int> = []
        var found: [(demand: Int, candidate: Int, distance: Double)] = []
        for pair in pairs {
            guard let row = rows[pair.from], let column = columns[pair.to] else { continue }
            guard known.insert(row * candidates.count + column).inserted else {
                problems.add(
                    pair.line, nil, "the pair of \(pair.from) and \(pair.to) stands twice", "Leave one of them out.")
                continue
            }
            found.append((row, column, pair.value))
        }
        try problems.refuse()
        guard !found.isEmpty else {
            let example = pairs.first.map { "such as \($0.from) to \($0.to)" } ?? "and holds no distances at all"
            throw GeodataError(
                .inputMalformed, "\(file) has no distance from a demand point to a candidate, \(example).",
                remedy: "Its identifiers must be those of the demand points and of the candidates.")
        }
        return try DistanceTable(
            demandCount: demand.count, candidateCount: candidates.count, pairs: found, limit: limit)
    }
}
