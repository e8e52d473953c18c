import GeographyModel
import SmallAreaEstimation

/// One change of who lives in an area, such as `qualification.level2=+5pp`.
public struct MarginChange: Hashable, Sendable {
    /// How far the proportion goes.
    public enum Amount: Hashable, Sendable {
        /// By so many percentage points.
        case points(Double)
        /// To this percentage.
        case percent(Double)
    }

    /// The factor, as the model names it.
    public var factor: String
    /// The level whose proportion changes.
    public var level: String
    /// How far.
    public var amount: Amount

    /// Makes a change.
    public init(factor: String, level: String, amount: Amount) {
        self.factor = factor
        self.level = level
        self.amount = amount
    }

    /// Reads `MARGIN=+5pp`, `MARGIN=-3pp` or `MARGIN=60%`.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`, with what can be written.
    public init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace() }
        guard parts.count == 2, let amount = Self.amount(parts[1]) else {
            throw GeodataError(
                .invalidRequest, "\"\(text)\" is not a change that can be computed.",
                remedy:
                    "Write MARGIN=+5pp for points more, MARGIN=-5pp for points less, or MARGIN=60% for a proportion.")
        }
        guard let margin = Self.margins.first(where: { $0.name == parts[0].lowercased() }) else {
            throw GeodataError(
                .invalidRequest, "There is no margin \"\(parts[0])\".",
                remedy: "Known are: \(Self.margins.map(\.name).joined(separator: ", ")).")
        }
        self.init(factor: margin.factor, level: margin.level, amount: amount)
    }

    /// The change in words that can be read again.
    public var text: String {
        let name = Self.margins.first { $0.factor == factor && $0.level == level }?.name ?? "\(factor).\(level)"
        switch amount {
        case .points(let points): return "\(name)=\(points > 0 ? "+" : "")\(Self.short(points))pp"
        case .percent(let percent): return "\(name)=\(Self.short(percent))%"
        }
    }

    /// The margins with all changes made at once, so that their order does not matter.
    ///
    /// In each factor the changed levels get what was asked, and the others divide the rest in proportion to what they have.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where a proportion would leave 0…1, or a factor's changed levels add up
    ///   to more.
    static func apply(_ changes: [MarginChange], to margins: AreaMargins) throws -> AreaMargins {
        var proportions: [String: [String: Double]] = [:]
        for factor in margins.frame.factors {
            var levels: [String: Double] = [:]
            for level in factor.levels {
                levels[level.name] = try margins.proportion(ofLevel: level.name, factor: factor.name)
            }
            let asked = changes.filter { $0.factor == factor.name }
            proportions[factor.name] = asked.isEmpty ? levels : try changed(levels, by: asked, in: margins.area)
        }
        return try AreaMargins(
            area: margins.area, population: margins.population, frame: margins.frame, proportions: proportions)
    }

    private static func changed(
        _ old: [String: Double], by changes: [MarginChange], in area: AreaCode
    ) throws -> [String: Double] {
        var new: [String: Double] = [:]
        for change in changes {
            let before = new[change.level] ?? old[change.level] ?? 0
            switch change.amount {
            case .points(let points): new[change.level] = before + points / 100
            case .percent(let percent): new[change.level] = percent / 100
            }
        }
        let texts = changes.map(\.text).joined(separator: ", ")
        let sum = new.values.reduce(0, +)
        let others = old.filter { new[$0.key] == nil }
        let rest = others.values.reduce(0, +)
        let isWithin = new.values.allSatisfy { (-1e-9...1 + 1e-9).contains($0) } && sum <= 1 + 1e-9
        guard isWithin, rest > 0 || abs(sum - 1) < 1e-9 else {
            let list = new.sorted { $0.key < $1.key }.map { "\($0.key) \(short($0.value * 100)) %" }
            throw GeodataError(
                .invalidRequest, "\(texts) would give \(area) \(list.joined(separator: ", ")).",
                remedy: "Each must stay between 0 and 100 %, and the levels of a factor add up to 100 %.")
        }
        let scale = rest > 0 ? max(0, 1 - sum) / rest : 0
        return new.mapValues { min(max($0, 0), 1) }.merging(others.mapValues { $0 * scale }) { asked, _ in asked }
    }

    private static func amount(_ text: String) -> Amount? {
        let text = text.lowercased()
        guard text.dropLast(text.hasSuffix("pp") ? 2 : 1).allSatisfy({ $0.isNumber || "+-.".contains($0) }) else {
            return nil
        }
        if text.hasSuffix("pp"), let first = text.first, "+-".contains(first), let points = Double(text.dropLast(2)),
            points.isFinite, points != 0
        {
            return .points(points)
        }
        if text.hasSuffix("%"), text.first?.isNumber == true, let percent = Double(text.dropLast()),
            (0...100).contains(percent)
        {
            return .percent(percent)
        }
        return nil
    }

    private static func short(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    /// What people call the levels of the model's factors.
    private static let margins: [(name: String, factor: String, level: String)] =
        [
            ("sex.male", "male", "yes"), ("age.45plus", "age_45_plus", "yes"),
            ("ethnicity.minority", "minority_ethnic", "yes"), ("language.english", "english_first_language", "yes"),
            ("qualification.level2", "level_2_plus", "yes"), ("work.working", "working", "yes"),
            ("home.owned", "owns_home", "yes"), ("job.lower", "job_status", "lower"),
            ("job.intermediate", "job_status", "intermediate"), ("job.higher", "job_status", "higher"),
            ("job.other", "job_status", "other"), ("income.below10000", "gross_income", "below_10000"),
            ("income.10000ormore", "gross_income", "10000_or_more"),
        ] + (1...5).map { ("deprivation.band\($0)", "imd_band", "\($0)") }
}
