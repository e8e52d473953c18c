extension CSVScanner {
    /// Moves past titles that publishers write above the column names: lines of one field before a row of several that
    /// the next row agrees with.
    ///
    /// - Returns: How many rows were passed; `nil` where the file begins with its column names.
    mutating func skipTitles() -> Int? {
        let limit = 30
        var ahead = self
        var fields: [CSVRow.Field] = []
        var passed = 0
        while passed < limit {
            let start = ahead
            guard case .row = ahead.scanRow(into: &fields) else { return nil }
            if fields.count(where: { $0.end > $0.start }) > 1 {
                guard passed > 0 else { return nil }
                let width = fields.count
                guard case .row = ahead.scanRow(into: &fields), fields.count == width else { return nil }
                self = start
                return passed
            }
            passed += 1
        }
        return nil
    }
}
