public import GeographyModel

/// What to estimate, and how.
public struct EstimateQuery: Sendable {
    /// The identifier of the edition that is made, or made again; `nil` is the default edition, which can only be computed
    /// as it always is.
    public var edition: String?
    /// The title of the edition; `nil` is made from the settings.
    public var title: String?
    /// How; its checksums are filled in from the files.
    public var settings: ModelSettings
    /// A CSV file of margins of the user's own areas; `nil` is every district of the embedded data set.
    public var margins: String?
    /// The level of geography of areas whose code does not tell it.
    public var areaType: AreaType?
    /// A CSV file with a cross table that the raking begins from; `nil` is independence.
    public var seedTable: String?

    /// Makes a query; the defaults compute the default edition.
    public init(
        edition: String? = nil, title: String? = nil, settings: ModelSettings = ModelSettings(),
        margins: String? = nil, areaType: AreaType? = nil, seedTable: String? = nil
    ) {
        self.edition = edition
        self.title = title
        self.settings = settings
        self.margins = margins
        self.areaType = areaType
        self.seedTable = seedTable
    }

    /// Refuses numbers that no model can be computed with.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    func validate() throws {
        let isDefault = settings == ModelSettings() && margins == nil && seedTable == nil && title == nil
        guard isDefault || (edition != nil && edition != ModelledEdition.id) else {
            throw GeodataError(
                .invalidRequest, "The default edition is always computed with the usual settings.",
                remedy: "Give yours an identifier with --edition-id, such as --edition-id my-estimate.")
        }
        try Identifier.check(edition, of: "edition")
        if margins == nil, areaType != nil {
            throw GeodataError(
                .invalidRequest, "A level belongs to areas of your own.",
                remedy: "Leave --level out, or give --margins.")
        }
        if margins != nil, settings.deprivation != ModelSettings().deprivation {
            throw GeodataError(
                .invalidRequest, "Your margins say how people divide by deprivation.",
                remedy: "Leave --deprivation out.")
        }
        func check(_ isFine: Bool, _ message: String, _ remedy: String) throws {
            if !isFine { throw GeodataError(.invalidRequest, message, remedy: remedy) }
        }
        try check(
            (20...100_000).contains(settings.drawCount), "\(settings.drawCount) draws cannot be taken.",
            "Ask for 20 to 100000; 1000 are usual.")
        try check(
            (0...0.239).contains(settings.levelSD),
            "A standard deviation of \(settings.levelSD) for the common level leaves no valid covariance.",
            "Give 0 to 0.239; 0.235 is usual.")
        try check(
            (0...1).contains(settings.residualSD),
            "A residual standard deviation of \(settings.residualSD) is out of range.",
            "Give 0 to 1 on the logit scale; 0.1 to 0.2 are large for districts.")
        if let benchmark = settings.benchmark {
            try check(
                benchmark > 0 && benchmark < 100, "Areas cannot be shifted to \(benchmark) %.",
                "Give a percentage above 0 and below 100, such as 38.66.")
        }
    }
}
