import FeatureFormats
public import GeographyModel
import SmallAreaEstimation
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Models an edition of low health literacy, with joint posterior draws, and records it.
    ///
    /// Margins that cannot be used are diagnostics of the report. Nothing is written for a dry run, or where `--strict`
    /// refuses the file of margins.
    ///
    /// - Parameters:
    ///   - query: What, and how.
    ///   - options: How the import of margins is done.
    ///   - instant: The time, ISO 8601 in UTC.
    /// - Throws: ``GeodataError`` `invalidRequest`, `inputMissing`, `inputMalformed`, `inputRefused` where the raking of an
    ///   area does not converge (it is named), `storeEmpty`.
    public func estimate(
        _ query: EstimateQuery, options: ImportOptions, at instant: String
    ) async throws -> EstimateReport {
        try query.validate()
        var settings = query.settings
        let seedFile = try query.seedTable.map { try InputFile(path: $0) }
        let seedTable = try seedFile.map { file in
            do { return try SeedTable(file) } catch let error as GeodataError where error.code == .invalidRequest {
                throw GeodataError(.inputMalformed, "\(file.name): \(error.message)", remedy: error.remedy)
            }
        }
        settings.seedTable = seedFile?.sha256
        let marginsFile = try query.margins.map { try InputFile(path: $0) }
        let margins = try marginsFile.map { try MarginsFile($0) }
        settings.margins = marginsFile?.sha256
        let id = query.edition ?? ModelledEdition.id
        return try await store.change(
            action: "estimate of the edition \(id)", at: instant, commits: { $0.margins.isCommitted },
            { [settings] writer in
                let isReplaced = try Self.requireOwn(id, writer.reader)
                let places = try margins.map {
                    try MarginPlaces($0, type: query.areaType, vintage: options.vintage, reader: writer.reader)
                }
                let log = places?.log ?? ImportLog(file: "the embedded covariates")
                let edition = try ModelledEdition(
                    reader: writer.reader, settings: settings, margins: places?.margins, seedTable: seedTable)
                let key = try writer.put(
                    Self.source(of: id, query: query, margins: marginsFile, options: options, writer.reader))
                try writer.clearRows(from: key)
                for area in places?.newAreas ?? [] { try writer.put(area, from: key) }
                try edition.write(into: writer, id: id, title: query.title, from: key)
                return EstimateReport(
                    edition: id, isReplaced: isReplaced, settings: settings, areaCount: edition.estimates.areas.count,
                    together: edition.estimates.summary().map {
                        .init(
                            value: $0.value * 100, lower: $0.interval.lowerBound * 100,
                            upper: $0.interval.upperBound * 100, people: $0.people, population: $0.population)
                    },
                    margins: ImportReport(
                        log, unit: ("area", "areas", "row"), taken: edition.estimates.areas.count, options: options))
            })
    }

    /// Modelled figures never take the place of published or imported ones, of any indicator.
    ///
    /// - Returns: Whether an edition of this identifier was modelled before.
    private static func requireOwn(_ id: String, _ reader: StoreReader) throws -> Bool {
        let recorded = try reader.editions().filter { $0.edition.id == id }
        if let other = recorded.first(where: { $0.edition.model == nil }) {
            throw GeodataError(
                .invalidRequest, "The edition \(id) is \"\(other.edition.title)\" and was not modelled here.",
                remedy: "Choose another identifier with --edition-id.")
        }
        return !recorded.isEmpty
    }

    private static func source(
        of id: String, query: EstimateQuery, margins: InputFile?, options: ImportOptions, _ reader: StoreReader
    ) throws -> DataSource {
        let embedded = try reader.sources().first { $0.id == ModelledEdition.sourceID }
        let own =
            "Modelled by health-literacy-geodata from \(margins?.name ?? "") and the literacy model of Green and Hawkings (2026)"
        return DataSource(
            id: ModelledEdition.source(of: id),
            title: options.sourceTitle ?? (margins == nil ? ModelledEdition.sourceTitle : own),
            publisher: "health-literacy-geodata",
            licence: options.licence ?? (margins == nil ? embedded?.licence : nil) ?? "not stated",
            address: embedded?.address, vintage: options.vintage ?? (margins == nil ? embedded?.vintage : nil),
            attribution: margins == nil ? embedded?.attribution : nil, sha256: margins?.sha256 ?? embedded?.sha256)
    }
}

/// What was estimated.
public struct EstimateReport: Sendable {
    /// All areas of an edition as one.
    public struct Together: Sendable {
        /// The percentage.
        public var value: Double
        /// The lower end of its 95 % interval.
        public var lower: Double
        /// The upper end of its 95 % interval.
        public var upper: Double
        /// How many people that is.
        public var people: Double
        /// Of how many.
        public var population: Double
    }

    /// The edition.
    public var edition: String
    /// Whether it took the place of one that was modelled before.
    public var isReplaced: Bool
    /// How it was computed.
    public var settings: ModelSettings
    /// For how many areas.
    public var areaCount: Int
    /// All of them as one; `nil` where nobody lives there.
    public var together: Together?
    /// What became of the margins.
    public var margins: ImportReport

    /// The outcome in a few lines.
    public var summary: String {
        var text = "\(edition): \(areaCount) areas, \(settings.drawCount) draws from seed \(settings.seed)"
        if isReplaced { text += ", in place of the edition of that name" }
        if margins.leftOut > 0 { text += ", \(margins.leftOut) rows left out" }
        text += margins.isDryRun ? " (tried only, nothing was changed)" : ""
        guard let together else { return text }
        func one(_ number: Double) -> String {
            var buffer = TextBuffer(capacity: 16)
            buffer.append(number: number, decimals: 1)
            return buffer.text
        }
        return text
            + "\nAll together: \(one(together.value)) % (95 % interval \(one(together.lower)) to \(one(together.upper))), \(GroupedDigits.text(Int(together.people.rounded()))) of \(GroupedDigits.text(Int(together.population.rounded()))) people"
    }
}
