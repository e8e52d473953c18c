import GeographyModel

/// What makes the margins of an area unusable.
enum MarginProblem: Hashable, Sendable {
    /// Nobody lives there, or the number of people is not a number.
    case population(Double)
    /// No proportion, or not a finite one, at a level.
    case notFinite(factor: String, level: String)
    /// Fewer than nobody at a level.
    case negative(factor: String, level: String, Double)
    /// The proportions do not add up to 1.
    case sum(factor: String, Double)

    /// Everything that is wrong with margins: the population first, then factor by factor.
    static func all(population: Double, shares: [Double], frame: PopulationFrame) -> [MarginProblem] {
        var problems: [MarginProblem] = []
        if !(population.isFinite && population > 0) { problems.append(.population(population)) }
        for (index, factor) in frame.factors.enumerated() {
            let values = shares[frame.positions(ofFactor: index)]
            let found = zip(factor.levels, values).compactMap { level, value -> MarginProblem? in
                if !value.isFinite { return .notFinite(factor: factor.name, level: level.name) }
                return value < 0 ? .negative(factor: factor.name, level: level.name, value) : nil
            }
            let sum = values.reduce(0, +)
            if found.isEmpty, abs(sum - 1) > AreaMargins.tolerance {
                problems.append(.sum(factor: factor.name, sum))
            }
            problems += found
        }
        return problems
    }

    /// The problem as an error that names the area and the factor.
    func error(area: AreaCode) -> GeodataError {
        GeodataError(.inputRefused, "\(message(area: area)).", remedy: remedy)
    }

    /// The problem as a diagnostic of a row that was left out.
    func diagnostic(area: AreaCode, file: String, row: Int?) -> Diagnostic {
        Diagnostic(
            .error, code: code, file: file, row: row, column: factor, value: value.map { "\($0)" },
            message: message(area: area), remedy: remedy)
    }

    private var code: String {
        switch self {
        case .population: "population-empty"
        case .notFinite: "margin-not-finite"
        case .negative: "margin-negative"
        case .sum: "margin-not-summing"
        }
    }

    private var factor: String? {
        switch self {
        case .population: nil
        case .notFinite(let factor, _), .negative(let factor, _, _), .sum(let factor, _): factor
        }
    }

    private var value: Double? {
        switch self {
        case .population(let value), .negative(_, _, let value), .sum(_, let value): value
        case .notFinite: nil
        }
    }

    private func message(area: AreaCode) -> String {
        switch self {
        case .population: "Nobody of working age lives in \(area)"
        case .notFinite(let factor, let level): "\(area) has no proportion for \"\(level)\" of \(factor)"
        case .negative(let factor, let level, let value):
            "The proportion for \"\(level)\" of \(factor) in \(area) is negative: \(value)"
        case .sum(let factor, let value): "The proportions of \(factor) in \(area) add up to \(value), not to 1"
        }
    }

    private var remedy: String {
        switch self {
        case .population: "Give the number of people, or leave the area out."
        case .notFinite: "Give a proportion between 0 and 1 for every level."
        case .negative, .sum: "Check the counts or percentages that the proportions come from."
        }
    }
}
