import BoundaryTopology
import FeatureFormats
import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// Draws a ranking as a choropleth map, with the sites of a selection on it where one is named.
    ///
    /// - Returns: An SVG document.
    /// - Throws: As ``rank(_:)``; ``GeodataError`` `invalidRequest` for a number of classes or labels that cannot be
    ///   drawn, or where no area has a place in the hexagon layout.
    public func map(_ query: MapQuery) async throws -> String {
        guard (3...9).contains(query.classes) else {
            throw GeodataError(.invalidRequest, "\(query.classes) classes cannot be drawn.", remedy: "Ask for 3 to 9.")
        }
        guard query.labels >= 0 else {
            throw GeodataError(.invalidRequest, "\(query.labels) labels cannot be drawn.", remedy: "Ask for 0 or more.")
        }
        return try await store.read { reader in
            var everywhere = query.ranking
            everywhere.selection = .all
            let ranking = try Self.rank(everywhere, on: today, reader: reader)
            var map = try Self.picture(of: ranking, query: query, reader: reader)
            map.labelGreatestNeed(query.labels)
            return map.svg
        }
    }

    /// The picture of a ranking, still without labels.
    static func picture(
        of ranking: Ranking, query: MapQuery, reader: StoreReader, layout: ChoroplethMap.Layout = .sheet
    ) throws -> ChoroplethMap {
        let type = ranking.areaType
        let isPercent = ranking.indicator.unit == "percent"
        let isByPeople = ranking.measure == .people
        let values = Dictionary(
            uniqueKeysWithValues: ranking.areas.map { ($0.area.code, isByPeople ? $0.people : $0.estimate.value) })
        let hexagons = try reader.hexagons(of: type)
        let hierarchy = try AreaHierarchy(reader, including: [type])
        let scope = try AreaScope(query.ranking.within, reader: reader, hierarchy: hierarchy)
        let names = Dictionary(uniqueKeysWithValues: try reader.areas(of: type).map { ($0.code, $0.name) })
        var areas: [ChoroplethMap.Area] = []
        try reader.forEachGeometry(of: type, detail: .full) { code, geometry in
            guard scope.contains(code), case .multiPolygon(let shape) = geometry else { return }
            let cell = hexagons[code].map { ChoroplethMap.HexPosition(q: $0.column, r: $0.row) }
            guard !query.drawsHexagons || cell != nil else { return }
            areas.append(
                .init(
                    code: code.rawValue, name: names[code] ?? code.rawValue, shape: shape, hexagon: cell,
                    value: values[code] ?? nil, label: nil))
        }
        guard !areas.isEmpty else {
            throw GeodataError(
                .invalidRequest,
                "No \(type.label) in \(ranking.scope) has \(query.drawsHexagons ? "a place in a hexagon layout" : "a boundary").",
                remedy: "Bring it in with 'hlgeo import boundaries'.")
        }
        // A figure is less than half as large as a sheet.
        try drawFewerVertices(&areas, parts: layout == .sheet ? 2500 : 1000)
        let isHighWorse = isByPeople || ranking.indicator.polarity == .lowIsGood
        let bounds = query.classMethod.upperBounds(
            of: values.values.compactMap { $0 }, count: query.classes, isHighWorse: isHighWorse)
        let measured = isByPeople ? "people" : (isPercent ? "%" : ranking.indicator.unit)
        var map = ChoroplethMap(
            title: "\(ranking.indicator.title), \(ranking.scope)",
            subtitle: "\(ranking.edition.title). Darker is the greater need.",
            legendTitle: isByPeople ? "People" : (isPercent ? "% of residents" : ranking.indicator.unit),
            unitSuffix: measured == "%" ? " %" : "", decimals: isByPeople ? 0 : 1,
            attribution: "Figures: \(ranking.source.title). Boundaries: \(try Attribution.ofBoundaries(type, reader))",
            direction: isHighWorse ? .highIsWorse : .lowIsWorse, breaks: ClassBreaks(upperBounds: bounds),
            style: query.drawsHexagons ? .hexagons : .boundaries, inset: .london, areas: areas)
        let left: Set<Note.Code> = [.polarity, .rankInterval, .otherEditions, .benchmark, .resolved, .ambiguousName]
        map.caption = ranking.notes.filter { !left.contains($0.code) }.map(\.text).joined(separator: " ")
        map.layout = layout
        query.selection?.draw(on: &map)
        return map
    }

    /// Takes away details that are smaller than a line's width (one of so many parts of the whole height), with the edges
    /// that areas share kept shared.
    private static func drawFewerVertices(_ areas: inout [ChoroplethMap.Area], parts: Double) throws {
        var box = BoundingBox.empty
        for area in areas { box.formUnion(area.shape.boundingBox) }
        let metresPerDegree = 111_195.0
        let tolerance = (box.north - box.south) * metresPerDegree / parts
        let network = try ArcNetwork(areas.map(\.shape)).generalised(tolerance: tolerance)
        for (index, shape) in network.boundaries().enumerated() { areas[index].shape = shape }
    }
}
