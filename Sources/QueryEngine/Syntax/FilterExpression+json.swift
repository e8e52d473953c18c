extension FilterExpression {
    /// Reads CQL2 JSON, as the schema of OGC 21-065r2 has it.
    ///
    /// Operations that CQL2 does not define are functions. Members may come in any order; unknown ones are refused.
    ///
    /// ```swift
    /// let filter = try FilterExpression(json: #"{"op":"=","args":[{"property":"area_type"},"ward"]}"#)
    /// ```
    ///
    /// - Throws: `GeodataError` with code `invalidFilter` where the text is not CQL2 JSON, which says where, what was
    ///   expected and what to do; `filterTooLong`, `filterTooDeep` or `tooManyVertices` where it is beyond the limits.
    public init(json: String, limits: FilterLimits = FilterLimits()) throws {
        try FilterSource.checkLength(json, subject: "filter", limits: limits)
        let source = FilterSource(subject: "filter", bytes: Array(json.utf8))
        self = try source.bytes.withUnsafeBufferPointer { bytes in
            try FilterJSONReader.filter(bytes, builder: FilterBuilder(source: source, limits: limits))
        }.countingCharacters(of: json)
    }

    /// CQL2 JSON on one line, which reads back as an equal filter.
    public var json: String {
        var printer = FilterJSONPrinter()
        printer.print(self)
        return printer.json
    }
}
