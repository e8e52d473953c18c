import FeatureFormats
import GeographyModel
import QueryEngine
import RankInference
import SiteSelection
import SourceReaders
import SpatialStore

/// Who should be reached, and where they are.
struct DemandGround: Sendable {
    /// The points with their weights.
    private(set) var points: [DemandPoint]
    /// Their names, where they have one.
    private(set) var names: [String?]
    /// Their weights in the posterior draws, where the weights have draws and those are wanted.
    private(set) var draws: DemandDraws?
    /// What the report says of them.
    private(set) var about: SelectionReport.Demand
    /// The edition whose figures count; `nil` where there is none for the level.
    private(set) var chosen: RecordedEdition?
    /// What the points are, such as `centroids of districts`.
    private(set) var places: String
    /// What the reader must know.
    private(set) var notes: [Note] = []

    /// Takes areas of the store: people on the bad side of an indicator, or a numeric property.
    ///
    /// - Throws: ``GeodataError`` as ``HealthLiteracyService/select(_:inputs:effort:)``.
    init(
        areas request: SelectionRequest, scope: AreaScope, hierarchy: AreaHierarchy, day: CalendarDay,
        _ reader: StoreReader
    )
        throws
    {
        let type = AreaType.named(request.demandLevel ?? request.level)
        let chosen = try Self.edition(request, type, reader)
        let matching = try FeatureFilter(words: request.demandFilter).identifiers(
            of: .areas(type), figures: chosen, day: day, reader: reader)
        let areas = try reader.areas(of: type).filter {
            scope.contains($0.code) && matching?.contains($0.code.rawValue) ?? true
        }
        let weights = try Self.weights(request, type, chosen, day, reader)
        let places = try AreaPlaces(of: type, reader)
        let used = areas.filter { weights.values[$0.code] != nil && places.positions[$0.code] != nil }
        guard !used.isEmpty else {
            throw GeodataError(
                .invalidRequest,
                "There are no demand points: no \(type.label) that was asked for has \(weights.title) and a boundary.",
                remedy: "Widen the filter on demand, or choose another level for it.")
        }
        points = used.map {
            DemandPoint(id: $0.code.rawValue, weight: weights.values[$0.code] ?? 0, position: places.positions[$0.code])
        }
        names = used.map(\.name)
        self.places = places.title
        self.chosen = chosen
        let isOfFigures = request.demandProperty == nil
        about = SelectionReport.Demand(
            title: weights.title, unit: weights.unit, areaType: type.rawValue, count: used.count,
            total: points.reduce(0) { $0 + $1.weight }, indicator: isOfFigures ? chosen?.indicator.id : nil,
            indicatorTitle: isOfFigures ? chosen?.indicator.title : nil,
            edition: isOfFigures ? chosen?.edition.id : nil,
            editionTitle: isOfFigures ? chosen?.edition.title : nil, file: nil)
        if used.count < areas.count {
            notes.append(
                Note(
                    .areasWithoutFigure,
                    "\(areas.count - used.count) of \(areas.count) \(type.pluralLabel) have no figure, or no boundary, and are no demand."
                ))
        }
        if !weights.isCounted {
            notes.append(
                Note(
                    .selection,
                    "Demand is the sum of \(weights.unit) over areas, which weighs a small area as much as a large one: it is no count of people."
                ))
        }
        if let chosen, isOfFigures {
            notes += RankingNotes.edition(chosen)
            if let note = try EditionChoice.note(on: chosen, asked: request.edition, for: type, reader: reader) {
                notes.append(note)
            }
            if request.robust != nil || request.stability {
                draws = try Self.draws(used.map(\.code), weights.populations, chosen, hierarchy, reader)
            }
        }
    }

    /// Takes the points of a file.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` naming the line.
    init(
        file input: InputFile, _ request: SelectionRequest, needsPositions: Bool, scope: AreaScope,
        _ reader: StoreReader
    ) throws {
        let file = try PlacesFile(input, reader: reader)
        let column = try request.demandProperty.map { try file.column($0) }
        guard
            let column = column
                ?? CSVColumn(named: ["weight", "demand", "people", "population", "count", "value"], in: file.header)
        else {
            throw GeodataError(
                .inputMalformed, "\(file.file) does not say how much each point weighs.",
                remedy: "Call the column weight, or name it. It has: \(file.header.joined(separator: ", ")).")
        }
        let weights = try file.amounts(column)
        let known = try KnownPlaces(file, needsPositions: needsPositions, reader)
        let (kept, outside) = try known.within(scope, file.file, districts: known.districts(reader))
        guard !kept.isEmpty else {
            throw GeodataError(
                .invalidRequest, "There are no demand points: none of \(file.file) lies in \(scope.description).",
                remedy: "Widen the part of the country, or bring other points.")
        }
        notes = file.notes + outside
        points = kept.map {
            DemandPoint(id: file.places[$0].id, weight: weights[$0], position: known.positions[$0])
        }
        names = kept.map { known.names[$0] }
        places = known.title
        about = SelectionReport.Demand(
            title: column.name, unit: column.name, areaType: nil, count: points.count,
            total: points.reduce(0) { $0 + $1.weight }, indicator: nil, indicatorTitle: nil, edition: nil,
            editionTitle: nil,
            file: file.file)
    }

    /// The edition asked for; where demand is not made of its figures, it may be missing.
    private static func edition(_ request: SelectionRequest, _ type: AreaType, _ reader: StoreReader) throws
        -> RecordedEdition?
    {
        do {
            return try EditionChoice.choose(
                indicator: request.indicator, edition: request.edition, for: type, reader: reader)
        } catch let error as GeodataError where error.code == .noFigures && request.demandProperty != nil {
            return nil
        }
    }

    private struct Weights {
        var values: [AreaCode: Double]
        /// The people whom percentages are of.
        var populations: [AreaCode: Double] = [:]
        var title: String
        var unit: String
        /// Whether sums over areas mean something.
        var isCounted = true
    }

    private static func weights(
        _ request: SelectionRequest, _ type: AreaType, _ chosen: RecordedEdition?, _ day: CalendarDay,
        _ reader: StoreReader
    ) throws -> Weights {
        if let property = request.demandProperty {
            guard !["rank", "quantile"].contains(where: property.hasPrefix) else {
                throw GeodataError(
                    .invalidRequest, "\(property) is an order of areas, which cannot be added up as demand.",
                    remedy: "Leave --demand out for people in need, or name a count.")
            }
            let found = try AreaAmounts.read(property, of: type, figures: chosen, day: day, reader)
            let covariate = try reader.covariates().first { $0.id == property }
            let isCounted =
                covariate.map { !["percent", "score"].contains($0.unit) }
                ?? ["people", "population"].contains(property)
            return Weights(
                values: found.values, title: covariate?.title ?? found.title,
                unit: (isCounted ? covariate?.unit : nil) ?? property, isCounted: isCounted)
        }
        guard let chosen else { preconditionFailure("People are counted from an edition.") }
        var weights = Weights(
            values: [:],
            title: chosen.indicator.polarity == .lowIsGood
                ? "people with \(chosen.indicator.title.lowercasedFirst)"
                : "people without \(chosen.indicator.title.lowercasedFirst)",
            unit: "people")
        for recorded in try reader.estimates(indicator: chosen.indicator.id, edition: chosen.edition.id, of: type) {
            let count = PeopleConcerned.count(recorded, indicator: chosen.indicator)
            weights.values[recorded.area.code] = count.people
            weights.populations[recorded.area.code] = count.population
        }
        return weights
    }

    private static func draws(
        _ codes: [AreaCode], _ populations: [AreaCode: Double], _ chosen: RecordedEdition, _ hierarchy: AreaHierarchy,
        _ reader: StoreReader
    ) throws -> DemandDraws {
        guard let matrix = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)?.matrix(of: codes) else {
            throw GeodataError(
                .invalidRequest, "The edition \(chosen.edition.id) has no posterior draws for these areas.",
                remedy: "Choose an edition that is modelled here, or leave robust choice and stability out.")
        }
        let isHighBad = chosen.indicator.polarity == .lowIsGood
        var values: [Double] = []
        values.reserveCapacity(matrix.values.count)
        for (row, code) in codes.enumerated() {
            let people = (populations[code] ?? 0) / 100
            for value in matrix.row(row) {
                let percent = isHighBad ? Double(value) : 100 - Double(value)
                values.append(max(0, percent) * people)
            }
        }
        return try DemandDraws(pointCount: codes.count, drawCount: matrix.drawCount, values: values)
    }
}

extension AreaType {
    /// The level that a word names, in singular or plural.
    static func named(_ word: String) -> AreaType { AreaType(collection: word) ?? AreaType(rawValue: word) }
}

extension String {
    /// The text with a small first letter, as within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
