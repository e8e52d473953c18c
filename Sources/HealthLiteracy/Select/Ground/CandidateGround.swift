import GeographyModel
import QueryEngine
import SiteSelection
import SourceReaders
import SpatialStore

/// Where sites can be.
struct CandidateGround: Sendable {
    /// What is known of a candidate beside what the problem needs.
    struct Place: Sendable {
        /// Its name.
        var name: String
        /// The area that it is; `nil` for a place of a file.
        var area: Area?
        /// The district that it is or lies in.
        var district: Area?
        /// The region that it is or lies in.
        var region: Area?
        /// The board that it is or lies in, by best fit.
        var icb: Area?
    }

    /// The candidates.
    private(set) var candidates: [Candidate]
    /// What is known of each.
    private(set) var places: [Place]
    /// The level of geography; `nil` for places of a file.
    let type: AreaType?
    /// What the places are, such as `centroids of districts`.
    private(set) var title: String
    /// What the cost is; `nil` where there is none.
    private(set) var cost: String?
    /// The file, where they came from one.
    private(set) var file: String?
    /// What was noticed about the file.
    private(set) var notes: [Note] = []

    /// Takes areas of the store.
    ///
    /// - Throws: ``GeodataError`` as ``HealthLiteracyService/select(_:inputs:effort:)``.
    init(
        areas request: SelectionRequest, figures chosen: RecordedEdition?, scope: AreaScope, hierarchy: AreaHierarchy,
        day: CalendarDay, _ reader: StoreReader
    ) throws {
        let type = AreaType.named(request.level)
        try EditionChoice.requireLevel(type, reader)
        let matching = try FeatureFilter(words: request.filter).identifiers(
            of: .areas(type), figures: chosen, day: day, reader: reader)
        let centroids = try AreaPlaces(of: type, reader)
        let areas = try reader.areas(of: type).filter {
            scope.contains($0.code) && matching?.contains($0.code.rawValue) ?? true
                && centroids.positions[$0.code] != nil
        }
        guard !areas.isEmpty else {
            throw GeodataError(
                .invalidRequest,
                "There are no candidates: no \(type.label) in \(scope.description) meets the filter and has a boundary.",
                remedy: "Widen the filter on candidates, or bring a file of places.")
        }
        let costs = try request.cost.map { try AreaAmounts.read($0, of: type, figures: chosen, day: day, reader) }
        self.type = type
        title = centroids.title
        cost = costs?.title
        places = areas.map { Place(area: $0, hierarchy) }
        candidates = zip(areas, places).map { area, place in
            Candidate(
                id: area.code.rawValue, name: area.name, position: centroids.positions[area.code],
                cost: costs?.values[area.code],
                groups: place.groups(hierarchy))
        }
    }

    /// Takes the places of a file; every other column is a group that limits may name.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` naming the line.
    init(
        file input: InputFile, _ request: SelectionRequest, needsPositions: Bool, scope: AreaScope,
        hierarchy: AreaHierarchy, _ reader: StoreReader
    ) throws {
        let file = try PlacesFile(input, reader: reader)
        let known = try KnownPlaces(file, needsPositions: needsPositions, reader)
        let column = try request.cost.map { try file.column($0) } ?? CSVColumn(named: ["cost"], in: file.header)
        let costs = try column.map { try file.amounts($0) }
        let districts = try known.districts(reader)
        let (kept, outside) = known.within(scope, file.file, districts: districts)
        type = nil
        title = known.title
        cost = column?.name
        self.file = file.file
        notes = file.notes + outside
        let places = kept.map { index in
            let area = known.areas[index] ?? districts[index]
            var place = area.map { Place(area: $0, hierarchy) } ?? Place(name: "")
            place.name = known.names[index] ?? file.places[index].id
            place.area = known.areas[index]
            return place
        }
        self.places = places
        let kinds = Set(request.groups.map(\.kind))
        let columns = kinds.compactMap { kind in file.words(kind).map { (kind, $0) } }
        guard !kept.isEmpty else {
            throw GeodataError(
                .invalidRequest, "There are no candidates: no place of \(file.file) lies in \(scope.description).",
                remedy: "Widen the part of the country, or bring other places.")
        }
        candidates = zip(kept, places).map { index, place in
            var groups = place.groups(hierarchy)
            for (kind, words) in columns { groups[kind] = words[index].isEmpty ? nil : [words[index]] }
            return Candidate(
                id: file.places[index].id, name: known.names[index], position: known.positions[index],
                cost: costs?[index], groups: groups)
        }
    }

    /// The area that comparators of a candidate are like: itself, or the district that a place of a file lies in.
    func comparedArea(of candidate: Int) -> AreaCode? {
        (type == nil ? places[candidate].district : places[candidate].area)?.code
    }
}

extension CandidateGround.Place {
    /// Looks up what an area is or lies in.
    init(area: Area, _ hierarchy: AreaHierarchy) {
        func own(_ type: AreaType) -> Area? { area.type == type ? area : hierarchy.bestFit(type, of: area.code) }
        self.init(name: area.name, area: area, district: own(.district), region: own(.region), icb: own(.icb))
    }

    /// The groups that limits may name: the wider areas, by best fit.
    fileprivate func groups(_ hierarchy: AreaHierarchy) -> [String: [String]] {
        var groups: [String: [String]] = [:]
        groups["region"] = region.map { [$0.name] }
        groups["icb"] = icb.map { [$0.name] }
        groups["district"] = district.map { [$0.name] }
        groups["county"] = district.flatMap { hierarchy.bestFit(.county, of: $0.code) }.map { [$0.name] }
        return groups
    }
}
