/// One release of one indicator by one producer. Figures of different editions are not comparable.
public struct Edition: Hashable, Sendable {
    /// The stable identifier.
    public var id: String
    /// The indicator that it gives figures for.
    public var indicatorID: String
    /// The name for people.
    public var title: String
    /// Who made the figures.
    public var producer: String?
    /// The period or data that the figures rest on, such as `2021 census`.
    public var vintage: String?
    /// How the figures were made.
    public var method: String?
    /// Whether the figures are expected values from a model.
    public var isModelled: Bool
    /// The covariate that counts the people whom a percentage is of, such as `pop_16_64`, for figures that come
    /// without a denominator of their own; `nil` where no count stands for them.
    public var populationBase: String?
    /// How to cite it.
    public var citation: String?
    /// How it was modelled, where that was done here.
    public var model: ModelSettings?

    /// Makes an edition.
    public init(
        id: String, indicatorID: String, title: String, producer: String? = nil, vintage: String? = nil,
        method: String? = nil, isModelled: Bool, populationBase: String? = nil, citation: String? = nil,
        model: ModelSettings? = nil
    ) {
        self.id = id
        self.indicatorID = indicatorID
        self.title = title
        self.producer = producer
        self.vintage = vintage
        self.method = method
        self.isModelled = isModelled
        self.populationBase = populationBase
        self.citation = citation
        self.model = model
    }
}
