import GeographyModel
import SmallAreaEstimation
import SpatialStore

/// The areas of a file of margins as the store knows them, and those that have to be made, without boundaries.
///
/// Districts and wider areas are never made, and old ones are not brought back: they are left out with a diagnostic.
struct MarginPlaces {
    /// The areas that can be taken.
    private(set) var margins: [AreaMargins] = []
    /// The areas among them that the store does not hold.
    private(set) var newAreas: [Area] = []
    /// What was noticed of the file.
    private(set) var log: ImportLog

    private let names: [AreaCode: String]
    private let lines: [AreaCode: Int]
    private let reader: StoreReader

    /// Looks every area up.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where the level of new areas is not said or cannot be theirs.
    init(_ file: MarginsFile, type: AreaType?, vintage: String?, reader: StoreReader) throws {
        log = file.log
        names = file.names
        lines = file.lines
        self.reader = reader
        if let type {
            try Identifier.check(type.rawValue, of: "area's level")
            guard !AreaType.embedded.contains(type) else {
                throw GeodataError(
                    .invalidRequest, "Areas of your own cannot be \(type.plural): those of the data set are complete.",
                    remedy: "Name another level, such as --level practice; codes that are held need none.")
            }
        }
        var types: Set<AreaType> = []
        for entry in file.margins {
            if let area = try reader.area(entry.area) {
                try remarkOnName(of: area)
                types.insert(area.type)
            } else if let area = try newArea(entry.area, type: type, vintage: vintage) {
                newAreas.append(area)
                types.insert(area.type)
            } else {
                continue
            }
            margins.append(entry)
        }
        if types.count > 1 {
            let list = types.map(\.rawValue).sorted().joined(separator: ", ")
            log.warning(
                "several-levels", row: nil,
                "the areas are of several levels (\(list)); all together may count people twice",
                remedy: "Give each level a file of its own.")
        }
    }

    private mutating func newArea(_ code: AreaCode, type: AreaType?, vintage: String?) throws -> Area? {
        if let old = try reader.successions(ofCode: code).first {
            log.error(
                "superseded-area", row: lines[code], value: code.rawValue, old.sentence.withoutFullStop,
                remedy: "Give the margins of the present area.")
            return nil
        }
        let told = AreaType(of: code)
        if told.map(AreaType.embedded.contains) ?? false {
            log.error(
                "unknown-area", row: lines[code], value: code.rawValue, "no area has this code",
                remedy: "Districts and wider areas are those of the data set.")
            return nil
        }
        if try !code.isGSS && !reader.areas(named: AreaName.key(code.rawValue)).isEmpty {
            log.error(
                "code-is-a-name", row: lines[code], value: code.rawValue,
                "the code is the name of an area that is held",
                remedy: "Give the area a code that nobody takes for a name.")
            return nil
        }
        guard let level = told ?? type else {
            throw GeodataError(
                .invalidRequest, "The code \(code) does not tell the level of geography.",
                remedy: "Say it with --level, such as --level practice.")
        }
        return Area(
            code: code, name: names[code] ?? code.rawValue, type: level, vintage: vintage ?? Area.unstatedVintage)
    }

    private mutating func remarkOnName(of area: Area) throws {
        guard let name = names[area.code],
            let other = try AreaDirectory(reader: reader).find(name, preferring: [area.type])?.area,
            other.code != area.code
        else { return }
        log.warning(
            "name-contradicts-code", row: lines[area.code], value: "\(area.code), \(name)",
            "the code is of \(area.name) and the name of \(other.name); the code was followed",
            remedy: "Check which one is meant.")
    }
}
