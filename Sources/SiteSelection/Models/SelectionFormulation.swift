/// A model written as a mixed integer program whose first columns say which candidates are sites.
protocol SelectionFormulation {
    /// What a set of sites costs, exactly, from the data; less is better. The set meets all constraints.
    func cost(of sites: [Int]) -> Double

    /// The program under constraints.
    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram

    /// Constraints such that every set that meets them, with as many sites as the optimum, is as good; `nil` where there
    /// are none of that kind.
    func equivalence(under constraints: [NamedConstraint]) -> [NamedConstraint]?

    /// The program's cost is `scale` × cost + `offset`, so that solvers meet numbers of a size that suits their
    /// tolerances.
    var scale: Double { get }
    /// What the program's cost is ahead by.
    var offset: Double { get }
    /// Whether costs are whole numbers, and the program's the same ones.
    var isIntegral: Bool { get }
    /// The program's costs differ by more than this where sets of sites really differ.
    var tolerance: Double { get }
}

extension SelectionFormulation {
    var offset: Double { 0 }
    var isIntegral: Bool { false }
    func equivalence(under constraints: [NamedConstraint]) -> [NamedConstraint]? { nil }
}
