#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard normal distribution, Φ.
public enum NormalDistribution {
    /// Φ(x), the probability of a value of at most `x`, by the complementary error function.
    public static func cumulative(_ x: Double) -> Double {
        erfc(-x / 2.0.squareRoot()) / 2
    }

    /// Φ⁻¹(p), the value below which a share `probability` of the distribution lies; ∓∞ at 0 and 1.
    ///
    /// Algorithm AS 241 (PPND16), Wichura, Applied Statistics 37 (1988) 477–484: a ratio of two polynomials of degree 7 in
    /// each of three ranges, with a relative error of about 1e-16.
    public static func quantile(_ probability: Double) -> Double {
        precondition(0...1 ~= probability, "\(probability) is not a probability.")
        let offset = probability - 0.5
        if abs(offset) <= 0.425 {
            let r = 0.180625 - offset * offset
            return offset * polynomial(centre.numerator, r) / polynomial(centre.denominator, r)
        }
        let tail = offset < 0 ? probability : 1 - probability
        guard tail > 0 else { return offset < 0 ? -.infinity : .infinity }
        let r = (-log(tail)).squareRoot()
        let size =
            r <= 5
            ? polynomial(shoulder.numerator, r - 1.6) / polynomial(shoulder.denominator, r - 1.6)
            : polynomial(far.numerator, r - 5) / polynomial(far.denominator, r - 5)
        return offset < 0 ? -size : size
    }

    /// z such that a share `confidence` (0…1) of the distribution lies within ∓z: 1.95996 at 95 %, 3.09023 at 99.8 %.
    public static func criticalValue(confidence: Double) -> Double {
        precondition(confidence > 0 && confidence < 1, "\(confidence) is not a level of confidence.")
        return -quantile((1 - confidence) / 2)
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }

    /// |p − ½| ≤ 0.425, in 0.180625 − (p − ½)².
    private static let centre = (
        numerator: [
            3.387_132_872_796_366_608_0, 133.141_667_891_784_377_45, 1971.590_950_306_551_442_7,
            13731.693_765_509_461_125, 45921.953_931_549_871_457, 67265.770_927_008_700_853,
            33430.575_583_588_128_105, 2509.080_928_730_122_672_7,
        ],
        denominator: [
            1, 42.313_330_701_600_911_252, 687.187_007_492_057_908_30, 5394.196_021_424_751_107_7,
            21213.794_301_586_595_867, 39307.895_800_092_710_610, 28729.085_735_721_942_674,
            5226.495_278_852_854_561_0,
        ]
    )

    /// √(−ln p) ≤ 5, less 1.6.
    private static let shoulder = (
        numerator: [
            1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
            3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_770,
            2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
        ],
        denominator: [
            1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 0.689_767_334_985_100_004_550,
            0.148_103_976_427_480_074_590, 1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4,
            1.050_750_071_644_416_843_24e-9,
        ]
    )

    /// √(−ln p) > 5, less 5.
    private static let far = (
        numerator: [
            6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
            0.296_560_571_828_504_891_230, 2.653_218_952_657_612_309_30e-2, 1.242_660_947_388_078_438_60e-3,
            2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
        ],
        denominator: [
            1, 0.599_832_206_555_887_937_690, 0.136_929_880_922_735_805_310, 1.487_536_129_085_061_485_25e-2,
            7.868_691_311_456_132_591_00e-4, 1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
            2.044_263_103_389_939_785_64e-15,
        ]
    )
}
