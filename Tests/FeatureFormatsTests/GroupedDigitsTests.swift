import FeatureFormats
import Testing

@Suite struct GroupedDigitsTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (141_276, "141,276"), (56_490_041, "56,490,041"), (-1_234, "-1,234"),
    ])
    func `digits are grouped by three from the right`(number: Int, text: String) {
        #expect(GroupedDigits.text(number) == text)
    }
}
