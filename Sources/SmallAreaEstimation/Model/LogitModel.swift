import GeographyModel

/// A multilevel logit model over a frame: posterior means of its terms, and how they vary together.
///
/// The logit of a person's probability is the intercept plus one effect for each factor:
/// `η = b₀ + Σ b(level) + u(band)`. Effects are additive, so a cell needs no row of a design matrix.
///
/// The covariance joins what is published with one assumption. Fixed effects, with the intercept, have a published
/// covariance; deviations of bands have published standard deviations only. Bands and intercept share the overall level,
/// which the data tie down only in sum; with a level of standard deviation s, Cov(b₀, uⱼ) = −s² and Cov(uᵢ, uⱼ) = s².
/// At s = 0 they are independent, and the intervals wider.
public struct LogitModel: Sendable {
    /// The name of the term that every person has.
    public static let intercept = "intercept"

    /// The frame.
    public let frame: PopulationFrame
    /// The terms: the intercept, then those of the frame's levels in the order of its positions.
    public let terms: [String]
    /// For each term, the posterior mean on the logit scale.
    public let means: [Double]
    /// The covariance of the terms, row after row.
    public let covariance: [Double]
    /// For each position of the frame, the number of its term; `nil` for a reference level.
    let termOfPosition: [Int?]

    /// Makes a model from a published summary.
    ///
    /// - Parameters:
    ///   - frame: The frame; terms that it does not use are left alone.
    ///   - coefficients: Mean and standard deviation of every term.
    ///   - fixedCovariance: The covariance of intercept and fixed effects, by term and term.
    ///   - levelSD: The standard deviation s of the level that intercept and bands share, on the logit scale.
    /// - Throws: `inputRefused` where a term or a covariance is missing or not a plausible number.
    public init(
        frame: PopulationFrame = .skillsForLife, coefficients: [ModelCoefficient],
        fixedCovariance: [String: [String: Double]], levelSD: Double = 0.235
    ) throws {
        let byTerm = Dictionary(coefficients.map { ($0.term, $0) }) { first, _ in first }
        let terms = [Self.intercept] + frame.terms.compactMap { $0 }
        let varying = Set(frame.factors.filter { $0.effects == .varying }.flatMap { $0.levels.compactMap(\.term) })
        let summaries = try terms.map { term in
            if let coefficient = byTerm[term], coefficient.isPlausible { return coefficient }
            throw GeodataError(
                .inputRefused, "The model has no usable mean and standard deviation of \"\(term)\".",
                remedy: "Give both on the logit scale, the mean within ±50 and the standard deviation from 0 to 10.")
        }
        var covariance: [Double] = []
        for (row, first) in terms.enumerated() {
            for (column, second) in terms.enumerated() {
                switch (varying.contains(first), varying.contains(second)) {
                case (false, false):
                    covariance.append(try Self.published(fixedCovariance, first, second))
                case (true, true):
                    let spread = summaries[row].standardDeviation
                    covariance.append(row == column ? spread * spread : levelSD * levelSD)
                default:
                    covariance.append(row == 0 || column == 0 ? -levelSD * levelSD : 0)
                }
            }
        }
        var next = 0
        termOfPosition = frame.terms.map { term in
            if term != nil { next += 1 }
            return term == nil ? nil : next
        }
        self.frame = frame
        self.terms = terms
        self.covariance = covariance
        means = summaries.map(\.mean)
    }

    /// The logit of a person's probability at the posterior means.
    ///
    /// - Parameter person: For each factor, the name of the person's level.
    /// - Throws: `invalidRequest` where a factor is missing, or a factor or level is unknown.
    public func logit(of person: [String: String]) throws -> Double {
        for factor in person.keys { _ = try frame.factor(named: factor) }
        return try frame.factors.reduce(means[0]) { sum, factor in
            guard let level = person[factor.name] else {
                throw GeodataError(
                    .invalidRequest, "The person has no level of \(factor.name).",
                    remedy: "Name one of \(factor.levels.map(\.name).joined(separator: ", ")).")
            }
            let position = try frame.position(ofLevel: level, factor: factor.name)
            return sum + (termOfPosition[position].map { means[$0] } ?? 0)
        }
    }

    /// The probability 0…1 of a person at the posterior means: the inverse logit of ``logit(of:)``.
    public func probability(of person: [String: String]) throws -> Double {
        1 / (1 + Elementary.exp(-(try logit(of: person))))
    }

    private static func published(
        _ covariance: [String: [String: Double]], _ first: String, _ second: String
    ) throws -> Double {
        if let value = covariance[first]?[second], value.isFinite { return value }
        throw GeodataError(
            .inputRefused, "The model has no covariance of \"\(first)\" and \"\(second)\".",
            remedy: "Give the covariance of the intercept and all fixed effects.")
    }
}

extension ModelCoefficient {
    /// Whether eleven such effects can be added without leaving the range of the exponential function.
    fileprivate var isPlausible: Bool { abs(mean) <= 50 && (0...10).contains(standardDeviation) }
}
