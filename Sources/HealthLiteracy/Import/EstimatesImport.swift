import GeographyModel
import RankInference
import SourceReaders
import SpatialStore

/// One import of figures, within its transaction.
struct EstimatesImport {
    let query: EstimatesImportQuery
    let options: ImportOptions
    let writer: StoreWriter
    var log: ImportLog
    private var remarks: [String] = []

    init(query: EstimatesImportQuery, options: ImportOptions, writer: StoreWriter, log: ImportLog) {
        self.query = query
        self.options = options
        self.writer = writer
        self.log = log
    }

    /// The figures of one edition of one indicator.
    private struct EditionKey: Hashable {
        var indicator: String
        var edition: String
    }

    mutating func run(_ rows: [EstimateRows.Row], source: DataSource) throws -> ImportReport {
        let key = try writer.put(file: source)
        var taken = 0
        let groups = Dictionary(grouping: rows) { EditionKey(indicator: $0.indicator, edition: $0.edition) }
        for group in groups.keys.sorted(by: { ($0.indicator, $0.edition) < ($1.indicator, $1.edition) }) {
            let lines = groups[group] ?? []
            guard try isKnown(group.indicator, lines: lines) else { continue }
            let recorded = try recorded(group)
            let estimates = try withIntervals(resolve(lines))
            guard !estimates.isEmpty else { continue }
            try makeEdition(
                group, isNew: recorded == nil, isCounted: estimates.contains { $0.count != nil }, from: key)
            for estimate in estimates {
                try writer.put(estimate, indicator: group.indicator, edition: group.edition, from: key)
            }
            taken += estimates.count
            if let recorded { remarkOnReplacement(group, recorded: recorded, estimates) }
        }
        try writer.forgetUnusedFiles()
        return ImportReport(
            log, unit: ("figure", "figures", "row"), taken: taken, options: options, remarks: remarks)
    }

    /// Whether an indicator is recorded or was named by the user; a file's own name for one tells neither what it is nor
    /// which direction is good.
    private mutating func isKnown(_ indicator: String, lines: [EstimateRows.Row]) throws -> Bool {
        let named = [query.indicator].compactMap { $0 } + query.valueColumns.map(\.indicator)
        if try named.contains(indicator) || writer.reader.indicators().contains(where: { $0.id == indicator }) {
            return true
        }
        log.error(
            "unknown-indicator", row: lines.first?.line, value: indicator,
            "the file names an indicator that is not recorded (\(lines.count) figures)",
            remedy: "Say which one it is with --indicator; a new one also needs --polarity.",
            alsoLeavingOut: lines.map(\.line))
        return false
    }

    /// Figures that come with counts and no interval get Wilson's.
    private mutating func withIntervals(_ estimates: [Estimate]) -> [Estimate] {
        var (computed, contradictory) = (0, [String]())
        let result = estimates.map { estimate in
            guard estimate.lower == nil, estimate.upper == nil, estimate.value != nil, estimate.count != nil,
                estimate.denominator != nil
            else { return estimate }
            // Without limits of its own, a figure has an interval only where its counts go with its value.
            guard let interval = estimate.interval() else {
                contradictory.append(estimate.area.rawValue)
                return estimate
            }
            computed += 1
            var result = estimate
            (result.lower, result.upper) = (interval.lower, interval.upper)
            return result
        }
        if computed > 0 {
            log.note(
                "wilson-interval", row: nil,
                "the 95 % Wilson intervals of \(computed) figures were computed from their counts")
        }
        if let first = contradictory.first {
            log.warning(
                "count-contradicts-value", row: nil, value: first,
                "\(contradictory.count) values are not 100 × count ÷ denominator, this area's first; they get no interval",
                remedy: "Check which people the counts are of.")
        }
        return result
    }

    /// The areas that an edition has figures for already; `nil` where it is new.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where the edition did not come from a file of the user's: published
    ///   and modelled figures are never mixed with others.
    private func recorded(_ key: EditionKey) throws -> Set<AreaCode>? {
        let editions = try writer.reader.editions(of: key.indicator)
        guard let recorded = editions.first(where: { $0.edition.id == key.edition }) else { return nil }
        guard recorded.source.isImportedFile else {
            throw GeodataError(
                .invalidRequest,
                "The edition \(key.edition) of \(key.indicator) is \"\(recorded.edition.title)\"; imported figures cannot be mixed into it.",
                remedy: "Give them an edition of their own with --edition, such as --edition my-\(key.edition).")
        }
        let types = recorded.figureCounts.keys
        return try types.reduce(into: []) { areas, type in
            areas.formUnion(
                try writer.reader.estimates(indicator: key.indicator, edition: key.edition, of: type).map(\.area.code))
        }
    }

    private mutating func remarkOnReplacement(
        _ key: EditionKey, recorded: Set<AreaCode>, _ estimates: [Estimate]
    ) {
        let replaced = estimates.count { recorded.contains($0.area) }
        let kept = recorded.subtracting(estimates.map(\.area)).count
        remarks.append(
            "The edition \(key.edition) of \(key.indicator) was there: \(replaced) of its figures replaced, \(estimates.count - replaced) added, \(kept) kept as they were."
        )
    }

    /// Makes the edition, and the indicator, where they are new.
    private mutating func makeEdition(
        _ key: EditionKey, isNew: Bool, isCounted: Bool, from source: StoreWriter.SourceKey
    ) throws {
        if try !writer.reader.indicators().contains(where: { $0.id == key.indicator }) {
            try writer.put(
                Indicator(
                    id: key.indicator, title: key.indicator, unit: "percent", polarity: query.polarity, ageRange: nil,
                    definition: "Imported from \(log.file); its definition was not given.",
                    cautions: "Read the source before you use it."))
            remarks.append("New indicator \(key.indicator), \(query.polarity.rawValue).")
        }
        guard isNew || query.title != nil else { return }
        let isLiteracy = key.indicator.hasPrefix("low-health-literacy")
        try writer.put(
            Edition(
                id: key.edition, indicatorID: key.indicator, title: query.title ?? key.edition,
                vintage: options.vintage, method: "Imported from \(log.file)", isModelled: isLiteracy && !isCounted,
                populationBase: isLiteracy ? "pop_16_64" : nil, citation: options.sourceTitle), from: source)
        if isNew { remarks.append("New edition \(key.edition) of \(key.indicator).") }
    }
}
