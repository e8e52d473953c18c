/// LSCP (Toregas and others 1971): the fewest sites. That everybody is covered is among the constraints.
struct SetCovering: SelectionFormulation {
    let candidateCount: Int
    var scale: Double { 1 }
    var tolerance: Double { 0.5 }
    var isIntegral: Bool { true }

    func cost(of sites: [Int]) -> Double { Double(sites.count) }

    func equivalence(under constraints: [NamedConstraint]) -> [NamedConstraint]? { constraints }

    func program(under constraints: [NamedConstraint]) -> MixedIntegerProgram {
        var program = MixedIntegerProgram(candidateCount: candidateCount, constraints: constraints)
        for column in 0..<candidateCount { program.costs[column] = 1 }
        return program
    }
}
