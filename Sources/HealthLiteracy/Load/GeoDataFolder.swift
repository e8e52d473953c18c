import Foundation
import GeographyModel
import SourceReaders

/// The embedded data set as it lies in its folder, checked against its own description.
struct GeoDataFolder {
    /// The part of a Frictionless Data Package that loading needs.
    struct Package: Decodable {
        struct Resource: Decodable {
            struct Field: Decodable {
                var name: String
                var title: String
                var unit: String?
            }
            struct Schema: Decodable { var fields: [Field] }
            struct Licence: Decodable { var title: String }
            struct Origin: Decodable {
                var title: String
                var path: String?
            }
            var name: String
            var path: String
            var title: String
            var vintage: String
            var hash: String
            var rows: Int
            var licenses: [Licence]
            var sources: [Origin]
            var schema: Schema
        }
        var attribution: String
        var resources: [Resource]
    }

    let path: String
    let package: Package

    /// Reads the description.
    ///
    /// - Throws: ``GeodataError`` `inputMissing` or `inputMalformed`.
    init(path: String) throws {
        self.path = path
        let description = try InputFile(path: "\(path)/datapackage.json")
        do {
            package = try JSONDecoder().decode(Package.self, from: Data(description.bytes))
        } catch {
            throw GeodataError(
                .inputMalformed, "\(path)/datapackage.json is not a description of the data set.",
                remedy: "Restore the GeoData folder.", cause: error)
        }
    }

    /// A file of the data set, with its checksum compared.
    ///
    /// - Throws: ``GeodataError`` `inputMissing`; `inputMalformed` where the file was changed.
    func file(_ name: String) throws -> (file: InputFile, resource: Package.Resource) {
        guard let resource = package.resources.first(where: { $0.name == name }) else {
            throw GeodataError(
                .inputMalformed, "\(path)/datapackage.json does not list \(name).",
                remedy: "Restore the GeoData folder.")
        }
        let file = try InputFile(path: "\(path)/\(resource.path)")
        guard resource.hash == "sha256:\(file.sha256)" else {
            throw GeodataError(
                .inputMalformed, "\(path)/\(resource.path) is not the file that datapackage.json describes.",
                remedy: "Restore the GeoData folder, or build it anew with Scripts/build-geodata.")
        }
        return (file, resource)
    }

    /// The rows of a CSV file of the data set, each with its fields by column name.
    func rows(_ name: String) throws -> (rows: [[String: String]], source: DataSource) {
        let (file, resource) = try file(name)
        var reader = try CSVReader(file)
        var rows: [[String: String]] = []
        while let row = reader.next() {
            rows.append(Dictionary(uniqueKeysWithValues: reader.header.enumerated().map { ($1, row[$0]) }))
        }
        guard reader.diagnostics.isEmpty, rows.count == resource.rows else {
            throw GeodataError(
                .inputMalformed, "\(path)/\(resource.path) does not have the \(resource.rows) rows that it should.",
                remedy: "Restore the GeoData folder.")
        }
        return (rows, source(resource))
    }

    /// The record of a file of the data set as a source.
    func source(_ resource: Package.Resource) -> DataSource {
        DataSource(
            id: "geodata/\(resource.name)", title: resource.title,
            publisher: resource.sources.map(\.title).joined(separator: "; "),
            licence: resource.licenses.map(\.title).joined(separator: "; "), address: resource.sources.first?.path,
            vintage: resource.vintage, attribution: package.attribution,
            sha256: String(resource.hash.dropFirst("sha256:".count)))
    }
}

extension [String: String] {
    /// The field of a column; empty fields count as absent.
    func field(_ column: String) -> String? {
        guard let value = self[column], !value.isEmpty else { return nil }
        return value
    }

    /// The field of a column that every row of the data set has.
    func required(_ column: String) throws -> String {
        guard let value = field(column) else {
            throw GeodataError(
                .inputMalformed, "A row of the data set has no \(column).", remedy: "Restore the GeoData folder.")
        }
        return value
    }
}
