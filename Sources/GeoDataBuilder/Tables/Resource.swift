import FeatureFormats
import GeographyModel

/// One file of the data set with what its description says (Frictionless Data Resource).
struct Resource {
    /// A column with what it means.
    struct Field {
        var name: String
        var type: String
        var title: String
        var unit: String?

        init(_ name: String, _ title: String, type: String = "string", unit: String? = nil) {
            self.name = name
            self.type = type
            self.title = title
            self.unit = unit
        }
    }

    /// Where its contents come from.
    struct Origin {
        var title: String
        var path: String?
    }

    var fileName: String
    var title: String
    var vintage: String
    var licence: Licence
    var origins: [Origin]
    var fields: [Field]
    var rows: Int
    var bytes: [UInt8]

    /// The identifier: the file's name without its ending.
    var name: String { fileName.split(separator: ".").first.map(String.init) ?? fileName }

    /// Makes a CSV resource; every row has a value for each field.
    init(
        csv name: String, title: String, vintage: String, licence: Licence = .openGovernment, origins: [Origin],
        fields: [Field], rows: [[String]]
    ) {
        fileName = "\(name).csv"
        self.title = title
        self.vintage = vintage
        self.licence = licence
        self.origins = origins
        self.fields = fields
        self.rows = rows.count
        var buffer = TextBuffer()
        for row in [fields.map(\.name)] + rows {
            precondition(
                row.count == fields.count, "a row of \(name) has \(row.count) values for \(fields.count) fields")
            for (place, value) in row.enumerated() {
                if place > 0 { buffer.append(",") }
                buffer.appendCSV(value.isEmpty ? PropertyValue.null : .text(value), guarding: .none)
            }
            buffer.append("\n")
        }
        bytes = buffer.bytes
    }

    /// Makes a resource of bytes that are already encoded.
    init(
        fileName: String, title: String, vintage: String, licence: Licence = .openGovernment, origins: [Origin],
        fields: [Field], rows: Int, bytes: [UInt8]
    ) {
        self.fileName = fileName
        self.title = title
        self.vintage = vintage
        self.licence = licence
        self.origins = origins
        self.fields = fields
        self.rows = rows
        self.bytes = bytes
    }
}

/// A licence that data comes under.
enum Licence: String {
    case openGovernment = "OGL-UK-3.0"
    case citedFacts = "cited-facts"

    var title: String {
        switch self {
        case .openGovernment: "Open Government Licence v3.0"
        case .citedFacts:
            "Single facts cited from the publications that are named; their texts stay under their own terms"
        }
    }

    /// Where the licence stands; `nil` where there is none to point to.
    var path: String? {
        switch self {
        case .openGovernment: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
        case .citedFacts: nil
        }
    }
}
