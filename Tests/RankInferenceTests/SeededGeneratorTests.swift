import Testing

@testable import RankInference

@Suite struct SeededGeneratorTests {
    /// The first outputs of the authors' C program for the state 1, 2, 3, 4, as the crate rand_xoshiro tests them.
    @Test func `the sequence is that of xoshiro256**`() {
        var generator = SeededGenerator(state: (1, 2, 3, 4))
        let expected: [UInt64] = [
            11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
            16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
            2_904_607_092_377_533_576,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    /// The first outputs of SplitMix64 for the seed 1234567, as Rosetta Code's task "Pseudo-random numbers/Splitmix64".
    @Test func `the seed is spread by SplitMix64`() {
        var state: UInt64 = 1_234_567
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in SeededGenerator.mix(&state) } == expected)
    }

    /// The chi-squared statistic with 6 degrees of freedom exceeds 22.46 once in a thousand times.
    @Test func `whole numbers below a bound are equally likely`() {
        var generator = SeededGenerator(seed: 3)
        var counts = [Double](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.next(below: 7)] += 1 }
        #expect(counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 } < 22.46)
    }
}
