/// How an edition was modelled: everything that is needed to compute it again.
public struct ModelSettings: Hashable, Sendable {
    /// How many joint posterior draws its intervals rest on.
    public var drawCount: Int
    /// What the draws begin from; the same seed gives the same draws.
    public var seed: UInt64
    /// The standard deviation, on the logit scale, of the level that intercept and deprivation bands share.
    public var levelSD: Double
    /// The standard deviation, on the logit scale, of what the model cannot see of an area; 0 is none.
    public var residualSD: Double
    /// The percentage that all areas together were shifted to; `nil` where nothing was shifted.
    public var benchmark: Double?
    /// Which margin stands for the model's deprivation bands, such as `score-bands`.
    public var deprivation: String
    /// The SHA-256 of the table that the raking began from; `nil` where factors were independent.
    public var seedTable: String?
    /// The SHA-256 of the file of margins; `nil` where they are the embedded covariates.
    public var margins: String?

    /// Makes settings; the defaults are those of the embedded edition.
    public init(
        drawCount: Int = 1000, seed: UInt64 = 2021, levelSD: Double = 0.235, residualSD: Double = 0,
        benchmark: Double? = nil, deprivation: String = "score-bands", seedTable: String? = nil, margins: String? = nil
    ) {
        self.drawCount = drawCount
        self.seed = seed
        self.levelSD = levelSD
        self.residualSD = residualSD
        self.benchmark = benchmark
        self.deprivation = deprivation
        self.seedTable = seedTable
        self.margins = margins
    }
}
