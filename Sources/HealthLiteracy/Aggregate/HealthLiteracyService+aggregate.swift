import GeographyModel
import RankInference
import SourceReaders
import SpatialStore

extension HealthLiteracyService {
    /// Rolls figures up to wider areas or to groups of the user's, weighted by people, draw by draw where the edition has
    /// draws; an area that straddles counts by its share.
    ///
    /// - Throws: ``GeodataError`` `indicatorNotFound`, `editionNotFound`, `noFigures` where nothing can be weighted,
    ///   `inputMissing` and `inputMalformed` for a file of groups that cannot be read.
    public func aggregate(_ query: AggregateQuery) async throws -> Aggregation {
        guard query.areaType != .county else {
            throw GeodataError(
                .invalidRequest, "Counties do not cover the country, so nothing can be rolled up from them.",
                remedy: "Roll up districts: leave --level out.")
        }
        let file: InputFile? = if case .file(let path) = query.target { try InputFile(path: path) } else { nil }
        return try await store.read { reader in
            let chosen = try EditionChoice.choose(
                indicator: query.indicator, edition: query.edition, for: query.areaType, reader: reader)
            let hierarchy = try AreaHierarchy(reader, including: [query.areaType])
            let parts = try AggregateParts(chosen, type: query.areaType, hierarchy: hierarchy, reader: reader)
            var log = ImportLog(file: file?.name ?? "")
            let groups =
                switch query.target {
                case .level(let type): try AreaGroups.areas(of: type, parts: parts, hierarchy: hierarchy, reader)
                case .file: try AreaGroups.read(file, parts: parts, reader: reader, log: &log)
                }
            var notes = parts.notes
            if let note = try AreaGroups.coverage(
                groups, of: query.areaType, target: query.target, hierarchy: hierarchy, reader)
            {
                notes.insert(note, at: 0)
            }
            if groups.contains(where: { $0.members.contains { $0.share < 1 } }) {
                notes.append(
                    Note(
                        .straddles,
                        "Areas that lie in several of these are counted in each by the share that lies there."))
            }
            return Aggregation(
                indicator: chosen.indicator, edition: chosen.edition,
                target: query.target.words(file: file?.name), groups: try parts.rolledUp(groups),
                diagnostics: log.diagnostics, notes: notes)
        }
    }
}

extension AggregateQuery.Target {
    fileprivate func words(file: String?) -> String {
        if case .level(let type) = self { return type.pluralLabel }
        return "the groups of \(file ?? "")"
    }
}

/// The figures that are rolled up.
struct AggregateParts {
    /// What must be said about the result.
    private(set) var notes: [Note]
    private let indicator: Indicator
    private let figures: [AreaCode: (value: Double, population: Double)]
    private let draws: EditionDraws?

    init(_ chosen: RecordedEdition, type: AreaType, hierarchy: AreaHierarchy, reader: StoreReader) throws {
        indicator = chosen.indicator
        let recorded = try reader.estimates(indicator: chosen.indicator.id, edition: chosen.edition.id, of: type)
        var figures: [AreaCode: (value: Double, population: Double)] = [:]
        var unweighted: [String] = []
        // One kind of weight for all: denominators of a sample and residents do not go together.
        let hasDenominators = recorded.allSatisfy { $0.estimate.value == nil || $0.estimate.denominator != nil }
        for figure in recorded {
            guard let value = figure.estimate.value else { continue }
            if let population = hasDenominators ? figure.estimate.denominator : figure.population, population > 0 {
                figures[figure.area.code] = (value, population)
            } else {
                unweighted.append(figure.area.name)
            }
        }
        guard !figures.isEmpty else {
            throw GeodataError(
                .noFigures,
                "The edition \(chosen.edition.id) does not say of how many people its figures are, so they cannot be weighted.",
                remedy: "Import them with a column \"denominator\".")
        }
        self.figures = figures
        draws = try EditionDraws(chosen, hierarchy: hierarchy, reader: reader)
        notes = RankingNotes.edition(chosen)
        if draws == nil {
            notes.append(
                Note(
                    .noInterval,
                    "No intervals: this edition has no draws, and the error that its figures share is unknown."))
        }
        if !unweighted.isEmpty {
            notes.append(
                Note(.areasWithoutFigure, "Left out for want of a population: \(unweighted.joined(separator: ", "))."))
        }
    }

    /// Whether there is a figure to roll up for an area.
    func contains(_ code: AreaCode) -> Bool { figures[code] != nil }

    /// The areas with figures, in the order of their codes.
    var codes: [AreaCode] { figures.keys.sorted() }

    /// Rolls up; groups without people are left out.
    func rolledUp(_ groups: [AreaGroups.Group]) throws -> [Aggregation.Group] {
        let filled = groups.filter { $0.members.contains { (figures[$0.area]?.population ?? 0) * $0.share > 0 } }
        let sums = filled.map { group in
            group.members.reduce(into: (value: 0.0, population: 0.0)) { sum, member in
                guard let figure = figures[member.area] else { return }
                sum.value += figure.value * figure.population * member.share
                sum.population += figure.population * member.share
            }
        }
        let matrix = try matrix(of: filled)
        let polarity = indicator.polarity
        let intervals = matrix?.estimates()
        let ranked = matrix?.rankDistributions(polarity: polarity, worst: 1)
        let values = sums.map { $0.value / $0.population }
        let ranks = CompetitionRank.ranks(descending: polarity == .lowIsGood ? values : values.map { -$0 })
        return filled.indices.map { place in
            Aggregation.Group(
                code: filled[place].code, name: filled[place].name, rank: ranks[place],
                rankLower: ranked?[place].interval.lower, rankUpper: ranked?[place].interval.upper,
                value: values[place], lower: intervals?[place].lower, upper: intervals?[place].upper,
                population: sums[place].population, memberCount: filled[place].members.count)
        }.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
    }

    private func matrix(of groups: [AreaGroups.Group]) throws -> DrawMatrix? {
        guard let draws, !groups.isEmpty else { return nil }
        let places = Dictionary(uniqueKeysWithValues: zip(draws.areas, draws.areas.indices))
        let members = groups.map { group in
            group.members.compactMap { member in
                places[member.area].map {
                    WeightedMember(area: $0, population: draws.populations[$0], share: member.share)
                }
            }
        }
        guard zip(members, groups).allSatisfy({ $0.count == $1.members.count }) else { return nil }
        return try draws.matrix.rolledUp(to: members)
    }
}

/// Which areas make up which wider ones.
enum AreaGroups {
    /// A wider area or a group of the user's.
    struct Group {
        var code: String
        var name: String
        var members: [(area: AreaCode, share: Double)]
    }

    /// The areas of a level, each with the parts that lie in it.
    static func areas(
        of type: AreaType, parts: AggregateParts, hierarchy: AreaHierarchy, _ reader: StoreReader
    ) throws -> [Group] {
        var members: [AreaCode: [(area: AreaCode, share: Double)]] = [:]
        for code in parts.codes {
            for ancestor in hierarchy.ancestors(of: code) where ancestor.area.type == type {
                members[ancestor.area.code, default: []].append((code, ancestor.share))
            }
        }
        let groups = try reader.areas(of: type).compactMap { area in
            members[area.code].map { Group(code: area.code.rawValue, name: area.name, members: $0) }
        }
        guard !groups.isEmpty else {
            throw GeodataError(
                .noFigures, "No area with a figure is known to lie in any of the \(type.plural).",
                remedy: "Use region, icb, county or country, or bring in a lookup with 'hlgeo import lookups'.")
        }
        return groups
    }

    /// Says which wider areas lack figures for some of their parts.
    static func coverage(
        _ groups: [Group], of type: AreaType, target: AggregateQuery.Target, hierarchy: AreaHierarchy,
        _ reader: StoreReader
    ) throws -> Note? {
        guard case .level(let wider) = target else { return nil }
        var all: [String: Int] = [:]
        for area in try reader.areas(of: type) {
            for ancestor in hierarchy.ancestors(of: area.code) where ancestor.area.type == wider {
                all[ancestor.area.code.rawValue, default: 0] += 1
            }
        }
        let partial = groups.filter { $0.members.count < all[$0.code] ?? 0 }
        guard !partial.isEmpty else { return nil }
        let list = partial.prefix(5).map { "\($0.name) (\($0.members.count) of \(all[$0.code] ?? 0))" }
        return Note(
            .areasWithoutFigure,
            "Not all \(type.plural) have figures, so these stand for a part only: \(list.joined(separator: ", "))\(partial.count > 5 ? " and \(partial.count - 5) more" : "")."
        )
    }

    /// The groups of a file with the columns area_code or area_name, `group`, and `share` where areas are divided.
    static func read(
        _ file: InputFile?, parts: AggregateParts, reader: StoreReader, log: inout ImportLog
    ) throws -> [Group] {
        guard let file else { return [] }
        var rows = try CSVReader(file)
        let area = ColumnNames.code(in: rows) ?? ColumnNames.name(in: rows)
        let group = rows.column(named: ["group", "group_code", "group_name", "cluster", "parent_code"])
        guard let area, let group else {
            throw GeodataError(
                .inputMalformed, "\(file.name) does not say which area is in which group.",
                remedy:
                    "Give it the columns area_code (or area_name), group, and share where an area is divided. It has: \(rows.header.joined(separator: ", "))."
            )
        }
        let share = rows.column(named: ["share"])
        let directory = AreaDirectory(reader: reader)
        var members: [String: [(area: AreaCode, share: Double)]] = [:]
        while let row = rows.next() {
            let name = row[group].trimmingWhitespace()
            guard !name.isEmpty else {
                log.error("missing-group", row: row.line, column: group.name, "the row names no group")
                continue
            }
            let match = try directory.find(row[area])
            if let old = match?.succession, [.merged, .split].contains(old.succession.kind) {
                log.error(
                    "part-of-merged-area", row: row.line, column: area.name, value: row[area],
                    old.sentence.withoutFullStop, remedy: "Name the present area, with a share where it is divided.")
                continue
            }
            guard let code = match?.area.code, parts.contains(code) else {
                log.error(
                    "unknown-area", row: row.line, column: area.name, value: row[area],
                    "no area with a figure has this code or name", remedy: "Leave the row out, or name a district.")
                continue
            }
            var part = 1.0
            if let share, !row.isBlank(share.index) {
                guard case .number(let number) = FieldParser.number(row[share], allowsThousands: false), number > 0,
                    number <= 1
                else {
                    log.error(
                        "bad-share", row: row.line, column: share.name, value: row[share],
                        "the share is not above 0 and at most 1", remedy: "Write a proportion such as 0.5.")
                    continue
                }
                part = number
            }
            if members[name]?.contains(where: { $0.area == code }) == true {
                log.error(
                    "duplicate-area", row: row.line, value: row[area], "the area stands in the group \(name) already",
                    remedy: "Leave one of the rows out.")
            } else {
                members[name, default: []].append((code, part))
            }
        }
        log.take(rows.diagnostics)
        var taken: [AreaCode: Double] = [:]
        for member in members.values.joined() { taken[member.area, default: 0] += member.share }
        let excessive = taken.filter { $0.value > 1 + 1e-9 }.keys.sorted()
        if let first = excessive.first {
            log.warning(
                "share-above-one", row: nil, value: first.rawValue,
                "\(excessive.count == 1 ? "one area is" : "\(excessive.count) areas are") counted more than once over all groups, this one first",
                remedy: "Give shares that add up to at most 1.")
        }
        return members.sorted { $0.key < $1.key }.map { Group(code: $0.key, name: $0.key, members: $0.value) }
    }
}
