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

    /// The margins with the change made.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where a proportion would leave 0…1.
    func applied(to margins: AreaMargins) throws -> AreaMargins {
        let old = try margins.proportion(ofLevel: level, factor: factor)
        let change =
            switch amount {
            case .points(let points): points / 100
            case .percent(let percent): percent / 100 - old
            }
        let new = (old + change) * 100
        guard (-1e-9...100 + 1e-9).contains(new) else {
            throw GeodataError(
                .invalidRequest,
                "\(text) would take \(margins.area) from \(Self.short(old * 100)) % to \(Self.short(new)) %.",
                remedy: "Give a change that stays between 0 and 100 %.")
        }
        return try margins.shifted(by: change, level: level, factor: factor)
    }

    private static func amount(_ text: String) -> Amount? {
        let text = text.lowercased()
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
