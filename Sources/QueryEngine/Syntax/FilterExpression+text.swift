extension FilterExpression {
    /// Reads CQL2 text, as the BNF of OGC 21-065r2 has it.
    ///
    /// Words of CQL2 may be in any case, names of properties may not. `AND` and `OR` of any number of conditions become
    /// one operation; conditions in parentheses stay one by themselves.
    ///
    /// ```swift
    /// let filter = try FilterExpression(text: "area_type = 'ward' AND S_WITHIN(geometry, BBOX(-1, 51, 1, 52))")
    /// ```
    ///
    /// - Throws: `GeodataError` with code `invalidFilter` where the text is not CQL2, which says where, what was
    ///   expected and what to do; `filterTooLong`, `filterTooDeep` or `tooManyVertices` where it is beyond the limits.
    public init(text: String, limits: FilterLimits = FilterLimits()) throws {
        var reader = try FilterTextReader(text, subject: "filter", limits: limits)
        self = try reader.filter().countingCharacters(of: text)
    }

    /// CQL2 text that reads back as an equal filter, with parentheses only where they are needed.
    public var text: String {
        var printer = FilterTextPrinter()
        printer.print(self)
        return printer.text
    }
}
