/// A kind of file that no reader here takes, known by its first bytes, with the way to turn it into one that is taken.
struct ForeignFormat {
    /// What the file is, to stand after "is".
    var description: String
    /// What to do about it.
    var remedy: String

    /// Recognises the kind; `nil` where the bytes may well be text.
    init?(_ bytes: [UInt8]) {
        let head = bytes.prefix(4096)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            let isWorkbook = ["[Content_Types].xml", "xl/"].contains { Self.contains(head, $0) }
            self = isWorkbook ? Self.workbook : Self.zip
            return
        }
        let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let start = text.prefix(16).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        if let binary = Self.binary.first(where: { head.starts(with: $0.magic) }) {
            self = Self(description: binary.description, remedy: binary.remedy)
        } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
            self = Self(description: "a tar archive", remedy: "Unpack it first (tar -xf) and give the file inside.")
        } else if start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8) {
            self = Self(
                description: "a web page", remedy: "The download link led to a page; download the file that it names.")
        } else if start.starts(with: "<?xml".utf8) || start.starts(with: "<kml".utf8) {
            self = Self(
                description: "XML, such as KML or GML",
                remedy: "Convert boundaries with `ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson IN`.")
        } else {
            return nil
        }
    }

    private init(description: String, remedy: String) {
        self.description = description
        self.remedy = remedy
    }

    private static let workbook = Self(
        description: "an Excel workbook", remedy: "Save the sheet as CSV UTF-8 and give that.")
    private static let zip = Self(
        description: "a zip archive",
        remedy: "Unzip it first and give the file inside; save a spreadsheet as CSV UTF-8.")

    private static let convert = "Convert it with `ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson IN`."

    /// First bytes, and what they mean.
    private static let binary: [(magic: [UInt8], description: String, remedy: String)] = [
        (Array("%PDF-".utf8), "a PDF document", "Look for the table that it was made from, as CSV."),
        ([0x00, 0x00, 0x27, 0x0A], "a shapefile", convert),
        (Array("SQLite format 3".utf8), "an SQLite database, such as a GeoPackage", convert),
        ([0x66, 0x67, 0x62, 0x03], "a FlatGeobuf file", convert),
        ([0x50, 0x41, 0x52, 0x31, 0x15], "a Parquet file", "Convert it to CSV or GeoJSON first."),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file", "Save the sheet as CSV UTF-8 and give that."),
        ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41], "compressed with bzip2", "Decompress it first (bunzip2), or use gzip."),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz", "Decompress it first (unxz), or use gzip."),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "Decompress it first (unzstd), or use gzip."),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", "Unpack it first and give the file inside."),
    ]

    private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }
}
