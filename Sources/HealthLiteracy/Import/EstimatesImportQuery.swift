public import GeographyModel

/// What the figures of a file are, where the file does not say so itself.
public struct EstimatesImportQuery: Sendable {
    /// The indicator; needed where one column of values has no name that says it.
    public var indicator: String?
    /// The edition that the figures belong to; made if it is new.
    public var edition: String?
    /// The title of a new edition.
    public var title: String?
    /// Which direction of a new indicator is good.
    public var polarity: Polarity
    /// Which period to take where a file has several; `nil` takes the latest.
    public var timePeriod: String?
    /// The column that holds area codes; `nil` finds it by the names that publishers use.
    public var codeColumn: String?
    /// The column that holds area names; `nil` finds it by the names that publishers use.
    public var nameColumn: String?
    /// Columns of values by the indicator that they hold, for files whose headers do not say it.
    public var valueColumns: [(column: String, indicator: String)]
    /// Whether the figures of some parts of a merged district may stand for the whole of it.
    public var acceptsParts: Bool

    /// Makes a query; the defaults leave everything to the file.
    public init(
        indicator: String? = nil, edition: String? = nil, title: String? = nil, polarity: Polarity = .lowIsGood,
        timePeriod: String? = nil, codeColumn: String? = nil, nameColumn: String? = nil,
        valueColumns: [(column: String, indicator: String)] = [], acceptsParts: Bool = false
    ) {
        self.indicator = indicator
        self.edition = edition
        self.title = title
        self.polarity = polarity
        self.timePeriod = timePeriod
        self.codeColumn = codeColumn
        self.nameColumn = nameColumn
        self.valueColumns = valueColumns
        self.acceptsParts = acceptsParts
    }
}
