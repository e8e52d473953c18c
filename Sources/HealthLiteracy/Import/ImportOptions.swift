import GeographyModel

/// How an import is to be done, whatever is imported.
public struct ImportOptions: Sendable {
    /// Whether to check everything and change nothing.
    public var isDryRun: Bool
    /// Whether a single bad row, or a single repair, refuses the whole file.
    public var isStrict: Bool
    /// What the file is called in the list of sources; the file's name where it is not given.
    public var sourceTitle: String?
    /// The licence of the data, by name.
    public var licence: String?
    /// The date or period that the data describe.
    public var vintage: String?
    /// Called now and then during long work.
    public var progress: (@Sendable (ImportProgress) -> Void)?

    /// Makes options; the defaults take what is good in a file and say what was left out.
    public init(
        isDryRun: Bool = false, isStrict: Bool = false, sourceTitle: String? = nil, licence: String? = nil,
        vintage: String? = nil, progress: (@Sendable (ImportProgress) -> Void)? = nil
    ) {
        self.isDryRun = isDryRun
        self.isStrict = isStrict
        self.sourceTitle = sourceTitle
        self.licence = licence
        self.vintage = vintage
        self.progress = progress
    }

    /// The record of the file that is imported.
    func source(for name: String, sha256: String) -> DataSource {
        DataSource(
            id: "file/\(name.split(separator: "/").last.map(String.init) ?? name)", title: sourceTitle ?? name,
            licence: licence ?? "not stated", address: nil, vintage: vintage, sha256: sha256)
    }
}

/// How far an import has come.
public struct ImportProgress: Sendable {
    /// What is being done, in a word or two.
    public var stage: String
    /// How much of it is done, as a proportion 0…1.
    public var fraction: Double
}
