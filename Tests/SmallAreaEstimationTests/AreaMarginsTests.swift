import GeographyModel
import SmallAreaEstimation
import Testing

@Suite struct AreaMarginsTests {
    static let frame = PopulationFrame(factors: [
        FrameFactor("male"),
        FrameFactor("job", levels: [.init("lower"), .init("middle", term: "m"), .init("higher", term: "h")]),
    ])

    static func margins(_ proportions: [String: [String: Double]], population: Double = 100) throws -> AreaMargins {
        try AreaMargins(area: AreaCode("X1"), population: population, frame: frame, proportions: proportions)
    }

    @Test func `the level that is not named takes the rest`() throws {
        let margins = try Self.margins(["male": ["yes": 0.49], "job": ["lower": 0.2, "higher": 0.5]])
        #expect(try margins.proportion(ofLevel: "no", factor: "male") == 0.51)
        #expect(try abs(margins.proportion(ofLevel: "middle", factor: "job") - 0.3) < 1e-15)
    }

    @Test func `a sum within the tolerance is scaled to 1`() throws {
        let margins = try Self.margins([
            "male": ["yes": 0.5], "job": ["lower": 0.2, "middle": 0.2995, "higher": 0.5],
        ])
        #expect(try abs(margins.proportion(ofLevel: "higher", factor: "job") - 0.5 / 0.9995) < 1e-15)
    }

    /// Margins that do not fit, and a word of what is said about them.
    static let misfits: [(String, [String: [String: Double]], Double, String)] = [
        ("negative", ["male": ["yes": 1.2], "job": ["lower": 0.5, "higher": 0.5]], 100, "male in X1 is negative"),
        ("not a number", ["male": ["yes": 0.5], "job": ["lower": .nan, "higher": 0.5]], 100, "of job"),
        ("infinite", ["male": ["yes": .infinity], "job": ["lower": 0.5, "higher": 0.5]], 100, "of male"),
        ("missing", ["male": ["yes": 0.5]], 100, "of job"),
        (
            "not summing", ["male": ["yes": 0.5], "job": ["lower": 0.3, "middle": 0.3, "higher": 0.3]], 100,
            "of job in X1 add up to 0.8999"
        ),
        ("empty", ["male": ["yes": 0.5], "job": ["lower": 0.5, "higher": 0.5]], 0, "Nobody"),
    ]

    @Test(arguments: misfits) func `margins that do not fit name the area and the factor`(
        label: String, proportions: [String: [String: Double]], population: Double, words: String
    ) throws {
        let error = geodataError { _ = try Self.margins(proportions, population: population) }
        #expect(error?.code == .inputRefused, "\(label)")
        #expect(error?.message.contains("X1") == true)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "no error")")
    }

    @Test func `an unknown factor or level is refused with those that there are`() {
        let factor = geodataError { _ = try Self.margins(["age": ["yes": 1]]) }
        #expect(factor?.remedy == "The factors are male, job.")
        let level = geodataError { _ = try Self.margins(["job": ["top": 1]]) }
        #expect(level?.remedy == "Its levels are lower, middle, higher.")
    }

    @Test func `a shift is taken from the other levels in proportion`() throws {
        let margins = try Self.margins(["male": ["yes": 0.5], "job": ["lower": 0.2, "middle": 0.6]])
        let shifted = try margins.shifted(by: 0.1, level: "lower", factor: "job")
        #expect(try abs(shifted.proportion(ofLevel: "lower", factor: "job") - 0.3) < 1e-15)
        #expect(try abs(shifted.proportion(ofLevel: "middle", factor: "job") - 0.525) < 1e-15)
        #expect(try abs(shifted.proportion(ofLevel: "higher", factor: "job") - 0.175) < 1e-15)
        #expect(try shifted.proportion(ofLevel: "yes", factor: "male") == 0.5)
    }

    @Test(arguments: [0.81, -0.21]) func `a shift out of the range is refused`(change: Double) throws {
        let margins = try Self.margins(["male": ["yes": 0.5], "job": ["lower": 0.2, "middle": 0.6]])
        let error = geodataError { _ = try margins.shifted(by: change, level: "lower", factor: "job") }
        #expect(error?.code == .invalidRequest)
    }
}
