import GeographyModel

/// A link of a document (RFC 8288), in the form of OGC API.
struct Link {
    var relation: String
    var target: String
    var type = "application/json"
    var title: String

    /// The link as a JSON object.
    var value: PropertyValue {
        .object([
            Property("href", .text(target)), Property("rel", .text(relation)), Property("type", .text(type)),
            Property("title", .text(title)),
        ])
    }

    /// The link as a header field has it.
    var field: String { "<\(target)>; rel=\"\(relation)\"; type=\"\(type)\"" }
}

extension [Link] {
    /// The links as the member `links`.
    var member: Property { Property("links", .array(map(\.value))) }
}
