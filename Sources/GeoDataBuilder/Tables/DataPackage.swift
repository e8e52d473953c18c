import FeatureFormats
import GeographyModel
import SourceReaders

/// The description of the data set: a Frictionless Data Package.
struct DataPackage {
    /// What the licence of the statistical and boundary data asks to be said.
    static let attribution =
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2024."

    let resources: [Resource]

    /// The JSON text, with the checksums of the files as they stand in `folder`.
    func document(folder: String) throws -> String {
        let described = try resources.map { resource -> PropertyValue in
            let file = try InputFile(path: "\(folder)/\(resource.fileName)")
            return .object([
                Property("name", .text(resource.name)), Property("path", .text(resource.fileName)),
                Property("title", .text(resource.title)), Property("vintage", .text(resource.vintage)),
                Property("format", .text(resource.fileName.hasSuffix("csv") ? "csv" : "topojson")),
                Property("encoding", .text("utf-8")), Property("hash", .text("sha256:\(file.sha256)")),
                Property("bytes", .integer(file.size)), Property("rows", .integer(resource.rows)),
                Property("licenses", .array([licence(resource.licence)])),
                Property("sources", .array(resource.origins.map(origin))),
                Property("schema", .object([Property("fields", .array(resource.fields.map(field)))])),
            ])
        }
        let package = PropertyValue.object([
            Property("profile", .text("data-package")), Property("name", .text("health-literacy-geodata")),
            Property("title", .text("Health literacy in England: places, published figures, initiatives, covariates")),
            Property("attribution", .text(Self.attribution)),
            Property("licenses", .array([licence(.openGovernment), licence(.citedFacts)])),
            Property("resources", .array(described)),
        ])
        return JSONDocument(package).text
    }

    private func licence(_ licence: Licence) -> PropertyValue {
        .object(
            [Property("name", .text(licence.rawValue)), Property("title", .text(licence.title))]
                + (licence.path.map { [Property("path", .text($0))] } ?? []))
    }

    private func origin(_ origin: Resource.Origin) -> PropertyValue {
        .object([Property("title", .text(origin.title))] + (origin.path.map { [Property("path", .text($0))] } ?? []))
    }

    private func field(_ field: Resource.Field) -> PropertyValue {
        .object(
            [
                Property("name", .text(field.name)), Property("type", .text(field.type)),
                Property("title", .text(field.title)),
            ] + (field.unit.map { [Property("unit", .text($0))] } ?? []))
    }
}
