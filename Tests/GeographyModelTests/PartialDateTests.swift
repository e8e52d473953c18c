import GeographyModel
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: [
        ("2022", "2022-01-01", "2022-12-31"), ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-10-05", "2022-10-05", "2022-10-05"), ("2022 spring", "2022-03-01", "2022-05-31"),
        ("autumn 2022", "2022-09-01", "2022-11-30"), ("2023 early", "2023-01-01", "2023-06-30"),
        ("2022 winter", "2022-01-01", "2023-02-28"), ("Late 2021", "2021-07-01", "2021-12-31"),
    ])
    func `words are read as the widest interval that they allow`(words: String, first: String, last: String) throws {
        let date = try #require(PartialDate(words))
        #expect(date.earliest.description == first)
        #expect(date.latest?.description == last)
    }

    @Test func `a plus leaves the end open`() throws {
        let date = try #require(PartialDate("2019+"))
        #expect(date.earliest.description == "2019-01-01")
        #expect(date.latest == nil)
    }

    @Test(arguments: ["", "soon", "2022-13", "2022-02-30", "22", "2022 spring term", "spring", "2022-1"])
    func `other words are not understood`(words: String) {
        #expect(PartialDate(words) == nil)
    }
}

@Suite struct AreaNameTests {
    @Test(arguments: [
        ("Kingston upon Hull, City of", "kingston upon hull city of"), ("St. Helens", "st helens"),
        ("Kensington & Chelsea", "kensington and chelsea"), ("  Barrow-in-Furness ", "barrow in furness"),
        ("Ynys Môn", "ynys mon"), ("King’s Lynn", "kings lynn"), ("", ""),
    ])
    func `all ways to write a name have one key`(name: String, key: String) {
        #expect(AreaName.key(name) == key)
    }

    @Test(arguments: [
        ("newham", "newhem", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0),
    ])
    func `slips are counted`(left: String, right: String, slips: Int) {
        #expect(AreaName.slips(left, right) == slips)
    }
}
