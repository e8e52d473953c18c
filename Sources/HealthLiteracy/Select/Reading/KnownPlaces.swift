import GeographyModel
import QueryEngine
import SpatialStore

/// The places of a file with what the store knows of them: rows without coordinates that name an area stand at its
/// centroid.
struct KnownPlaces {
    /// The area that each row names by its code; `nil` where it names none.
    private(set) var areas: [Area?]
    /// Where each place is, CRS84; `nil` where nobody knows.
    private(set) var positions: [Position?]
    /// The names, of the file or else of the area.
    private(set) var names: [String?]
    /// What the positions are, in words.
    private(set) var title: String

    /// Looks the places up.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where a position is needed and one row has none.
    init(_ file: PlacesFile, needsPositions: Bool, _ reader: StoreReader) throws {
        areas = try file.places.map { place in
            let code = AreaCode(place.id)
            return code.isGSS ? try reader.area(code) : nil
        }
        names = zip(file.places, areas).map { $0.name ?? $1?.name }
        title = "the places of \(file.file)"
        var centroids: [AreaType: [AreaCode: Position]] = [:]
        for type in Set(areas.compactMap { $0?.type }) { centroids[type] = try AreaPlaces(of: type, reader).positions }
        positions = zip(file.places, areas).map { place, area in
            place.position ?? area.flatMap { centroids[$0.type]?[$0.code] }
        }
        guard needsPositions else { return }
        var problems = RowProblems(file: file.file)
        for (place, position) in zip(file.places, positions) where position == nil {
            problems.add(
                place.line, nil,
                "the place has no coordinates, and \"\(place.id)\" is no code of an area with a boundary",
                "Give the file the columns lon and lat, or easting and northing, or bring a matrix of distances.")
        }
        try problems.refuse()
    }

    /// The district that each place is or lies in, where boundaries can tell.
    func districts(_ reader: StoreReader) throws -> [Area?] {
        guard zip(areas, positions).contains(where: { $0 == nil && $1 != nil }),
            let locator = try? LevelLocator.remembered(.district, reader)
        else { return areas.map { _ in nil } }
        let nowhere = Position(longitude: .nan, latitude: .nan)
        let found = locator.locator.areas(at: positions.map { $0 ?? nowhere })
        return try found.map { $0 < 0 ? nil : try reader.area(locator.codes[Int($0)]) }
    }

    /// The places that lie in a part of the country, by their order in the file, and what must be said of the others. A place
    /// that nobody can locate is kept.
    func within(
        _ scope: AreaScope, _ file: String, districts: @autoclosure () throws -> [Area?]
    ) rethrows -> (kept: [Int], notes: [Note]) {
        guard !scope.areas.isEmpty else { return (Array(areas.indices), []) }
        let districts = try districts()
        let kept = areas.indices.filter { index in
            (areas[index] ?? districts[index]).map { scope.contains($0.code) } ?? (positions[index] == nil)
        }
        let outside = areas.count - kept.count
        let unknown = kept.count { (areas[$0] ?? districts[$0]) == nil }
        let (all, there) = ("of \(areas.count) places of \(file)", scope.description)
        let notes = [
            outside == 0 ? nil : "\(outside) \(all) lie outside \(there) and are left out.",
            unknown == 0 ? nil : "\(unknown) \(all) have no known position and are taken to lie in \(there).",
        ]
        return (kept, notes.compactMap(\.self).map { Note(.selection, $0) })
    }
}
