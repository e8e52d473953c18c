import GeographyModel
import SpatialStore

/// Brings the figures of old areas together into the figure of the area that they became.
///
/// A merged district's percentage is the mean of its parts', weighted by the people whom they are of: the file's own
/// denominators, else residents aged 16 to 64 of 2021. A part alone says nothing about the whole.
struct MergedAreas {
    /// A figure of an old area.
    struct Part {
        var row: EstimateRows.Row
        var succession: RecordedSuccession
    }

    private let acceptsParts: Bool

    init(acceptsParts: Bool) { self.acceptsParts = acceptsParts }

    /// The figure of the successor; `nil`, with a diagnostic for each row, where the parts do not make it up.
    func combine(_ parts: [Part], reader: StoreReader, log: inout ImportLog) throws -> Estimate? {
        guard let successor = parts.first?.succession.successor else { return nil }
        let isSamePlace = parts.count == 1 && [.recoded, .laterCode].contains(parts[0].succession.succession.kind)
        if isSamePlace { return estimate(parts[0].row, area: successor.code) }
        if parts.contains(where: { $0.succession.succession.kind == .split }) {
            return refuse(
                parts, "the old area was divided, so its figure belongs to no single area of today", log: &log)
        }
        let generation = try generation(of: parts, successor, reader)
        if case .incomplete(let missing) = generation, !acceptsParts {
            return refuse(
                parts,
                "the area is only a part of \(successor.name) (\(successor.code)) and the file has no figure for \(missing)",
                remedy: isWeighable(parts)
                    ? "Add the other parts, or take what there is with --accept-parts."
                    : "Add the other parts, and a column \"denominator\" to weigh them by.", log: &log)
        }
        var parts = parts
        if case .whole(let codes) = generation {
            let others = parts.filter { !codes.contains($0.succession.succession.oldCode) }
            _ = refuse(
                others, "areas of another year make up \(successor.name), so this one would count twice", log: &log)
            parts.removeAll { !codes.contains($0.succession.succession.oldCode) }
        }
        if parts.contains(where: { $0.row.value == nil }) {
            return refuse(
                parts, "a part of \(successor.name) is suppressed, so the whole cannot be computed", log: &log)
        }
        let weights = parts.count == 1 ? [1] : Self.weights(parts)
        guard weights.count == parts.count, weights.reduce(0, +) > 0 else {
            return refuse(
                parts, "the parts of \(successor.name) cannot be weighed: no population is known for all of them",
                remedy: "Give the file a column \"denominator\".", log: &log)
        }
        let total = weights.reduce(0, +)
        let value = zip(parts, weights).reduce(0) { $0 + ($1.0.row.value ?? 0) * $1.1 } / total
        let names = parts.map(\.succession.succession.oldName).joined(separator: ", ")
        for part in parts {
            log.note(
                "merged", row: part.row.line, value: part.row.code ?? part.row.name,
                "\(part.succession.sentence.withoutFullStop); its figure was combined into the successor's")
        }
        let counts = parts.compactMap(\.row.count)
        let hasAll = counts.count == parts.count && parts.allSatisfy { $0.row.denominator != nil }
        return Estimate(
            area: successor.code, value: value, count: hasAll ? counts.reduce(0, +) : nil,
            denominator: parts.allSatisfy { $0.row.denominator != nil }
                ? parts.compactMap(\.row.denominator).reduce(0, +) : nil,
            status: .combined,
            remark: parts.count == 1 ? "The figure of \(names) alone" : "Combined from \(names), weighted by population"
        )
    }

    /// One kind of weight for all parts: the file's denominators where it has all of them, else residents; empty where
    /// neither is known for all.
    private static func weights(_ parts: [Part]) -> [Double] {
        let given = parts.compactMap(\.row.denominator)
        if given.count == parts.count { return given }
        let residents = parts.compactMap { $0.succession.population.map(Double.init) }
        return residents.count == parts.count ? residents : []
    }

    private func isWeighable(_ parts: [Part]) -> Bool { parts.count == 1 || !Self.weights(parts).isEmpty }

    /// Whether the parts are all the areas that stood in some year where the successor stands now.
    private enum Generation {
        case whole(Set<AreaCode>)
        case incomplete(missing: String)
    }

    private func generation(of parts: [Part], _ successor: Area, _ reader: StoreReader) throws -> Generation {
        let given = Set(parts.map(\.succession.succession.oldCode))
        let all = try reader.successions(into: successor.code).map(\.succession).filter { $0.kind == .merged }
        let years = Set(all.compactMap(\.lastYear)).sorted(by: >)
        for year in years {
            let alive = Set(all.filter { ($0.firstYear ?? .min)...($0.lastYear ?? .max) ~= year }.map(\.oldCode))
            if given.isSuperset(of: alive) { return .whole(alive) }
        }
        let latest = all.filter { $0.lastYear == years.first && !given.contains($0.oldCode) }
        return .incomplete(missing: latest.map(\.oldName).joined(separator: ", "))
    }

    private func refuse(_ parts: [Part], _ message: String, remedy: String? = nil, log: inout ImportLog) -> Estimate? {
        for part in parts {
            log.error(
                "part-of-merged-area", row: part.row.line, value: part.row.code ?? part.row.name, message,
                remedy: remedy)
        }
        return nil
    }

    /// The figure as it stands, for another code.
    func estimate(_ row: EstimateRows.Row, area: AreaCode) -> Estimate {
        Estimate(
            area: area, value: row.value, lower: row.lower, upper: row.upper, count: row.count,
            denominator: row.denominator, status: row.value == nil ? .suppressed : .published, remark: row.remark)
    }
}
