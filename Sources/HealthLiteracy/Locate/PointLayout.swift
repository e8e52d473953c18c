import GeographyModel
import SourceReaders

/// Where the coordinates of a file of points stand, and what they are.
struct PointLayout {
    let x: CSVColumn
    let y: CSVColumn
    /// The reference system; `nil` where only the numbers can tell.
    let system: CoordinateReferenceSystem?

    private static let degrees = (
        x: ["longitude", "lon", "long", "lng"], y: ["latitude", "lat"]
    )
    private static let metres = (
        x: ["easting", "eastings", "east", "oseast1m", "x_bng"],
        y: ["northing", "northings", "north", "osnrth1m", "y_bng"]
    )
    private static let plain = (x: ["x"], y: ["y"])

    /// Finds the columns that are named, or those whose names tell.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a column that the file lacks; `inputMalformed` where no names tell.
    init(_ stream: CSVStream, _ asked: PointColumns) throws {
        if let first = asked.x, let second = asked.y {
            x = try Self.column(first, stream)
            y = try Self.column(second, stream)
            system = asked.system ?? Self.system(of: x, y)
            return
        }
        guard asked.x == nil, asked.y == nil else {
            throw GeodataError(
                .invalidRequest, "Only one of the two coordinates' columns was named.",
                remedy: "Name both columns.")
        }
        if let told = Self(header: stream.header, asked.system) {
            self = told
            return
        }
        throw GeodataError(
            .inputMalformed, "\(stream.file) has no columns of coordinates that could be told by their names.",
            remedy:
                "Call them lon and lat, or easting and northing, or name them. It has: \(Self.names(stream))."
        )
    }

    /// Finds the columns whose names tell; `nil` where none do.
    init?(header: [String], _ asked: CoordinateReferenceSystem? = nil) {
        for names in [Self.degrees, Self.metres, Self.plain] {
            if let x = CSVColumn(named: names.x, in: header), let y = CSVColumn(named: names.y, in: header) {
                (self.x, self.y) = (x, y)
                system = asked ?? Self.system(of: x, y)
                return
            }
        }
        return nil
    }

    /// The columns that a file has, in few words however many and long they are.
    private static func names(_ stream: CSVStream) -> String {
        let shown = stream.header.prefix(30).map { $0.count > 40 ? "\($0.prefix(39))…" : $0 }
        return (shown + (shown.count < stream.header.count ? ["…"] : [])).joined(separator: ", ")
    }

    private static func column(_ name: String, _ stream: CSVStream) throws -> CSVColumn {
        guard let column = stream.column(named: [name]) else {
            throw GeodataError(
                .invalidRequest, "\(stream.file) has no column \"\(name)\".",
                remedy: "It has: \(names(stream)).")
        }
        return column
    }

    private static func system(of x: CSVColumn, _ y: CSVColumn) -> CoordinateReferenceSystem? {
        func isOne(_ names: (x: [String], y: [String])) -> Bool {
            names.x.contains(x.name.lowercased()) && names.y.contains(y.name.lowercased())
        }
        return isOne(degrees) ? .crs84 : isOne(metres) ? .epsg27700 : nil
    }
}
