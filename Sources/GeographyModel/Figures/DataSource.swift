/// A file that figures came from, and on what terms they may be used.
public struct DataSource: Hashable, Sendable {
    /// A stable identifier.
    public var id: String
    /// What the file is.
    public var title: String
    /// Who published it.
    public var publisher: String?
    /// The licence, by name.
    public var licence: String
    /// Where it was published.
    public var address: String?
    /// The date or period that it describes.
    public var vintage: String?
    /// The attribution that its licence asks for.
    public var attribution: String?
    /// The SHA-256 of the file as it was read, in hexadecimal.
    public var sha256: String?

    /// Makes a source.
    public init(
        id: String, title: String, publisher: String? = nil, licence: String, address: String? = nil,
        vintage: String? = nil, attribution: String? = nil, sha256: String? = nil
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.licence = licence
        self.address = address
        self.vintage = vintage
        self.attribution = attribution
        self.sha256 = sha256
    }

    /// Whether it is a file that a user brought.
    public var isImportedFile: Bool { Self.isImportedFile(id) }

    /// Whether an identifier is that of a file that a user brought.
    public static func isImportedFile(_ id: String) -> Bool { id.hasPrefix("file/") }

    /// The identifier of the source of what is entered over the service with a token.
    public static func serviceID(token: String) -> String { "service/\(token)" }

    /// Whether an identifier is that of something that a user brought, as a file or over the service: a load of the
    /// embedded data set leaves it alone.
    public static func isBroughtByUser(_ id: String) -> Bool { isImportedFile(id) || id.hasPrefix("service/") }
}
