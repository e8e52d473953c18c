import GeographyModel

/// What somebody says of an initiative, in their words, before it is checked.
struct InitiativeDraft {
    /// What can be said of an initiative. The raw value is the name of the property.
    enum Field: String, CaseIterable {
        case name, programme, organisation, place, coverage, start, end, longitude, latitude, summary, remark
        case placeLevel = "place_level"
        case areaCodes = "area_codes"
        case areaNames = "area_names"
        case sourceAddress = "source_address"
    }

    /// The words for each field that is not left blank; areas stand in ``areas``.
    var words: [Field: String] = [:]
    /// Codes or names of its areas.
    var areas: [String] = []
    /// Where the areas were named.
    var areasField = Field.areaCodes

    /// The codes or names in a text that has semicolons between them.
    static func areas(in text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }
}
