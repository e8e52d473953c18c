extension PopulationFrame {
    /// The frame of the literacy model: 2⁷ × 4 × 3 × 5 = 7,680 cells.
    ///
    /// Factors and reference levels are those of the model that Green and Hawkings (2026, PMC12918084) fitted to the
    /// Skills for Life Survey 2011. Bands are of the IMD score, not quintiles: 1 is a score of 80 and above, 2 is 60 to
    /// 80, 3 is 40 to 60, 4 is 20 to 40, and 5 is below 20.
    public static let skillsForLife = PopulationFrame(factors: [
        FrameFactor("male"),
        FrameFactor("age_45_plus"),
        FrameFactor("minority_ethnic"),
        FrameFactor("english_first_language"),
        FrameFactor("level_2_plus"),
        FrameFactor("working"),
        FrameFactor("owns_home"),
        FrameFactor(
            "job_status",
            levels: [
                FrameFactor.Level("lower"),
                FrameFactor.Level("intermediate", term: "job_intermediate"),
                FrameFactor.Level("higher", term: "job_higher"),
                FrameFactor.Level("other", term: "job_other"),
            ]),
        FrameFactor(
            "gross_income",
            levels: [
                FrameFactor.Level("below_10000"),
                FrameFactor.Level("10000_or_more", term: "income_10000_or_more"),
                FrameFactor.Level("other", term: "income_other"),
            ]),
        FrameFactor(
            "imd_band", levels: (1...5).map { FrameFactor.Level("\($0)", term: "imd_band_\($0)") }, effects: .varying),
    ])
}
