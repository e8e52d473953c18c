public import ArgumentParser
public import GeographyModel
public import HealthLiteracy

extension FeatureFilter.Language: ExpressibleByArgument {}

extension CoordinateReferenceSystem: ExpressibleByArgument {
    /// Reads `CRS84`, `EPSG:27700`, an OGC address or a bare EPSG number.
    public init?(argument: String) { self.init(name: argument) }
    /// The short names, as help shows them.
    public static var allValueStrings: [String] { allCases.map(\.shortName) }
    /// The short name, as help shows it.
    public var defaultValueDescription: String { shortName }
}

/// Which features are wanted: the condition that every list, export and query shares.
struct FilterOptions: ParsableArguments {
    @Option(help: "Only what meets this condition, in CQL2 (see 'hlgeo query --help').")
    var filter: String?

    @Option(help: "How the filter is written: text or json.")
    var filterLang: FeatureFilter.Language = .text

    @Option(help: "Reference system of the filter's geometries: CRS84, EPSG:4326, EPSG:27700 or EPSG:3857.")
    var filterCrs: CoordinateReferenceSystem = .crs84

    @Option(
        parsing: .unconditional,
        help: "Only what touches this box: west,south,east,north in degrees, such as -0.51,51.28,0.33,51.69.")
    var bbox: String?

    /// The condition that the options mean.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a box that is not four numbers.
    func condition() throws -> FeatureFilter {
        FeatureFilter(words: filter, language: filterLang, system: filterCrs, box: try bbox.map { try Self.box($0) })
    }

    private static func box(_ text: String) throws -> BoundingBox {
        let sides = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.trimmed) }
        let numbers = sides.compactMap(\.self).filter(\.isFinite)
        guard sides.count == 4, numbers.count == 4 else {
            throw GeodataError(
                .invalidRequest, "\"\(text)\" is no box.",
                remedy: "Give west, south, east and north in degrees, such as -0.51,51.28,0.33,51.69.")
        }
        return BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    }
}

/// In which reference system geometry is handed out.
struct CoordinateOptions: ParsableArguments {
    @Option(
        name: .customLong("crs"),
        help: "Reference system of the geometry: CRS84, EPSG:4326 (latitude first), EPSG:27700 or EPSG:3857.")
    var system: CoordinateReferenceSystem = .crs84
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmingWhitespace() }
}
