import GeographyModel
public import RankInference
import SpatialStore

/// What areas are compared with.
public enum Benchmark: Hashable, Sendable {
    /// The country, in the same edition.
    case england
    /// Each area's own region.
    case region
    /// Each area's own board, by best fit.
    case icb
    /// A stated figure, in the indicator's unit.
    case value(Double)

    /// Reads `england`, `region`, `icb` or a number.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "england", "country": self = .england
        case "region": self = .region
        case "icb", "board": self = .icb
        default:
            guard let number = Double(text), number.isFinite else { return nil }
            self = .value(number)
        }
    }

    /// What is compared with, in words.
    public var label: String {
        switch self {
        case .england: "England"
        case .region: "the area's region"
        case .icb: "the area's board"
        case .value(let number): "\(number)"
        }
    }
}

/// How an area stands against a benchmark.
public struct BenchmarkStanding: Hashable, Sendable {
    /// The benchmark's figure.
    public var value: Double
    /// The comparison at 95 %; `nil` where the area has no interval.
    public var at95: BenchmarkComparison?
    /// The comparison at 99.8 %; `nil` where the area has no interval.
    public var at998: BenchmarkComparison?
}

/// Compares areas with a benchmark: draw by draw where the edition has draws, so that the error which both share cancels
/// out; else by whether the area's interval contains the benchmark, which is then taken as known.
struct BenchmarkComparisons {
    private let benchmark: Benchmark
    private let chosen: RecordedEdition
    private let draws: EditionDraws?
    private let hierarchy: AreaHierarchy
    private let reader: StoreReader
    private var figures: [AreaCode: Double?] = [:]

    init(
        _ benchmark: Benchmark, chosen: RecordedEdition, draws: EditionDraws?, hierarchy: AreaHierarchy,
        reader: StoreReader
    ) {
        self.benchmark = benchmark
        self.chosen = chosen
        self.draws = draws
        self.hierarchy = hierarchy
        self.reader = reader
    }

    /// How areas stand; `nil` for one whose benchmark has no figure in the edition.
    mutating func standings(of figures: [RecordedEstimate]) throws -> [BenchmarkStanding?] {
        let targets = try figures.map { try target(of: $0.area.code) }
        let codes = figures.map(\.area.code)
        let own = try draws?.matrix(of: codes)
        var wholes: [AreaCode: DrawMatrix] = [:]
        for case .area(let code) in targets where wholes[code] == nil { wholes[code] = try draws?.matrix(of: [code]) }
        return try figures.indices.map { place in
            switch targets[place] {
            case .none: return nil
            case .fixed(let value):
                guard let own else { return standing(figures[place], against: value) }
                return standing(draws: own.row(place).map { Double($0) - value }, shown: value)
            case .area(let code):
                guard let value = try value(of: code) else { return nil }
                guard let own, let whole = wholes[code] else { return standing(figures[place], against: value) }
                let differences = zip(own.row(place), whole.row(0)).map { Double($0) - Double($1) }
                return standing(draws: differences, shown: value)
            }
        }
    }

    /// What must be said about comparisons; `nil` where there is nothing to say.
    static func note(_ benchmark: Benchmark?, _ standings: [BenchmarkStanding?], hasDraws: Bool) -> Note? {
        guard let benchmark, benchmark != .england || standings.contains(where: { $0 != nil }) else { return nil }
        if standings.allSatisfy({ $0 == nil }) {
            return Note(.benchmark, "The edition has no figure for \(benchmark.label) to compare with.")
        }
        if standings.allSatisfy({ $0?.at95 == nil }) {
            return Note(.benchmark, "No area is compared with \(benchmark.label): the figures have no intervals.")
        }
        let rule =
            hasDraws
            ? "the difference, draw by draw, is surely above or below 0"
            : "the area's interval leaves out the benchmark, which is taken as known"
        return Note(.benchmark, "Worse and better than \(benchmark.label) mean that \(rule), at 95 % and at 99.8 %.")
    }

    private enum Target {
        case none
        case fixed(Double)
        case area(AreaCode)
    }

    private func target(of code: AreaCode) throws -> Target {
        let type: AreaType
        switch benchmark {
        case .value(let number): return .fixed(number)
        case .england: type = .country
        case .region: type = .region
        case .icb: type = .icb
        }
        return (hierarchy.bestFit(type, of: code)?.code).map(Target.area) ?? .none
    }

    private mutating func value(of code: AreaCode) throws -> Double? {
        if let known = figures[code] { return known }
        let value = try reader.estimate(
            indicator: chosen.indicator.id, edition: chosen.edition.id, for: code)?.estimate.value
        figures[code] = .some(value)
        return value
    }

    /// Compares the draws of a difference with 0.
    private func standing(draws: [Double], shown: Double) -> BenchmarkStanding {
        let (below, above) = (draws.count { $0 < 0 }, draws.count { $0 > 0 })
        func compare(_ confidence: Double) -> BenchmarkComparison {
            // The interval's ends lie between two neighbouring draws in order; whether these are on one side of 0 is known
            // from how many draws are, and only otherwise is there anything to sort.
            let rank = (1 - confidence) / 2 * Double(draws.count - 1)
            let (inner, outer) = (Int(rank) + 2, Int(rank))
            if below >= inner, above >= inner { return .similar }
            if draws.count - above <= outer { return chosen.indicator.polarity == .lowIsGood ? .worse : .better }
            if draws.count - below <= outer { return chosen.indicator.polarity == .lowIsGood ? .better : .worse }
            return BenchmarkComparison(
                of: IntervalEstimate(draws: draws, confidence: confidence), with: 0, polarity: chosen.indicator.polarity
            )
        }
        return BenchmarkStanding(value: shown, at95: compare(0.95), at998: compare(0.998))
    }

    private func standing(_ figure: RecordedEstimate, against value: Double) -> BenchmarkStanding {
        let polarity = chosen.indicator.polarity
        let intervals = [0.95, 0.998].map { figure.estimate.interval(confidence: $0) }
        let comparisons = intervals.map { $0.map { BenchmarkComparison(of: $0, with: value, polarity: polarity) } }
        return BenchmarkStanding(value: value, at95: comparisons[0], at998: comparisons[1])
    }
}

extension Estimate {
    /// The value with its interval at a level: Wilson's from the counts, else the published one stretched; `nil` where
    /// there is neither.
    func interval(confidence: Double = 0.95) -> IntervalEstimate? {
        guard let value else { return nil }
        if let count, let denominator, abs(count / denominator * 100 - value) < 0.1,
            let wilson = IntervalEstimate(wilson: count, of: denominator, confidence: confidence)
        {
            return IntervalEstimate(
                value: value, lower: wilson.lower * 100, upper: wilson.upper * 100, confidence: confidence)
        }
        guard let lower, let upper else { return nil }
        return IntervalEstimate(value: value, lower: lower, upper: upper).at(confidence: confidence)
    }
}
