extension FilterExpression {
    /// Reads CQL2 text (OGC 21-065r2, annex B).
    ///
    /// Words of CQL2 may be in any case, names of properties may not. `AND` and `OR` of any number of conditions become
    /// one operation; conditions in parentheses stay one by themselves.
    ///
    /// ```swift
    /// let filter = try FilterExpression(text: "area_type = 'ward' AND S_WITHIN(geometry, BBOX(-0.5, 51.3, 0.3, 51.7))")
    /// ```
    ///
    /// - Throws: `GeodataError` with code `invalidFilter` where the text is not CQL2, says where, what was expected and
    ///   what to do; `filterTooLong`, `filterTooDeep` or `tooManyVertices` where it asks for more than `limits`.
    public init(text: String, limits: FilterLimits = FilterLimits()) throws {
        var reader = try FilterTextReader(text, subject: "filter", limits: limits)
        self = try reader.filter()
    }

    /// CQL2 text that reads back as an equal filter, with parentheses only where they are needed.
    public var text: String {
        var printer = FilterTextPrinter()
        printer.print(self)
        return printer.text
    }
}
