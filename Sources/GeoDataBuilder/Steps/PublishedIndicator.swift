import GeographyModel

/// The indicators of the embedded data set, in our own words.
enum PublishedIndicator {
    private static let forPlanning =
        "For deciding where to look and whom to ask. Not a measure of a person, of a service, of an initiative's effect, or of change over time."

    static let all: [Indicator] = [
        Indicator(
            id: "low-health-literacy", title: "Low health literacy", unit: "percent", polarity: .lowIsGood,
            ageRange: "working age (16 to 64 or 65, by edition)",
            definition:
                "Residents of working age expected to be below the literacy threshold (Level 2) that everyday health materials in words ask for.",
            cautions: forPlanning),
        Indicator(
            id: "low-health-literacy-numeracy", title: "Low health literacy and numeracy", unit: "percent",
            polarity: .lowIsGood, ageRange: "working age (16 to 64 or 65, by edition)",
            definition:
                "Residents of working age expected to be below the threshold that everyday health materials ask for when they contain numbers too.",
            cautions: forPlanning),
        Indicator(
            id: "below-health-literacy-threshold", title: "Below the health literacy threshold (Rowlands 2018)",
            unit: "percent", polarity: .lowIsGood, ageRange: "16 to 65",
            definition:
                "Mean over LSOAs of residents below the health literacy threshold, as Rowlands, Whitney and Moon state it; the statement does not say how numeracy is counted.",
            cautions: forPlanning),
        Indicator(
            id: "limited-health-literacy-nvs", title: "Limited health literacy (Newest Vital Sign, low or marginal)",
            unit: "percent", polarity: .lowIsGood, ageRange: "adults",
            definition: "Adults whose Newest Vital Sign test shows low or marginal health literacy.",
            cautions: "Another instrument than the other indicators: not comparable with them. \(forPlanning)"),
        Indicator(
            id: "low-health-literacy-nvs", title: "Low health literacy (Newest Vital Sign)", unit: "percent",
            polarity: .lowIsGood, ageRange: "adults",
            definition: "Adults whose Newest Vital Sign test shows a high likelihood of low health literacy.",
            cautions: "Another instrument than the other indicators: not comparable with them. \(forPlanning)"),
        Indicator(
            id: "inadequate-health-literacy-survey", title: "Inadequate health literacy (local survey)",
            unit: "percent", polarity: .lowIsGood, ageRange: "adults",
            definition:
                "Adults with inadequate health literacy in a survey that a clinical commissioning group had made.",
            cautions: "Another instrument than the other indicators: not comparable with them. \(forPlanning)"),
        Indicator(
            id: "library-within-30-minutes", title: "Library within a 30 minute walk", unit: "percent",
            polarity: .highIsGood, ageRange: "all ages",
            definition: "Residents who live within a 30 minute walk of their nearest public library.",
            cautions: "It says nothing about opening hours, size or services of a library."),
    ]
}
