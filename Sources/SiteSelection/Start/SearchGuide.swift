/// Tells a search what single steps are worth, without evaluating whole sets of sites.
protocol SearchGuide {
    /// The cost of the sites so far.
    var cost: Double { get }
    /// Makes a candidate a site.
    mutating func add(_ candidate: Int)
    /// Takes a site away.
    mutating func remove(_ candidate: Int)
    /// By how much a candidate would lower the cost as a further site.
    func gain(of candidate: Int) -> Double
    /// How the cost changes when a candidate takes the place of each site: `changes[site]` for the sites given.
    func exchange(_ candidate: Int, for sites: [Int], into changes: inout [Double])
}

/// The guide of models in which all that counts is that the constraints are met.
struct NoGuide: SearchGuide {
    private(set) var cost = 0.0
    mutating func add(_ candidate: Int) { cost += 1 }
    mutating func remove(_ candidate: Int) { cost -= 1 }
    func gain(of candidate: Int) -> Double { 0 }
    func exchange(_ candidate: Int, for sites: [Int], into changes: inout [Double]) {
        for site in sites { changes[site] = 0 }
    }
}
