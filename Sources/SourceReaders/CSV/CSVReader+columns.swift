/// A column that was found by one of its accepted names.
package struct CSVColumn: Hashable, Sendable {
    /// The place in the row, from 0.
    package var index: Int
    /// The name as it stands in the header.
    package var name: String

    /// Names a place in the row.
    package init(index: Int, name: String) {
        self.index = index
        self.name = name
    }
}

extension CSVReader {
    /// The first column that has one of the accepted names, which are tried in order.
    ///
    /// Case, white space and byte order marks do not count: `Area Code` is found as `areacode`, not as `area_code`.
    package func column(named candidates: [String]) -> CSVColumn? { CSVColumn(named: candidates, in: header) }
}

extension CSVColumn {
    /// The first column of a header that has one of the accepted names, which are tried in order.
    package init?(named candidates: [String], in header: [String]) {
        let keys = header.map(CSVText.lookupKey)
        for candidate in candidates {
            if let index = keys.firstIndex(of: CSVText.lookupKey(candidate)) {
                self.init(index: index, name: header[index])
                return
            }
        }
        return nil
    }
}

extension CSVRow {
    /// The text of the field in `column`.
    package subscript(column: CSVColumn) -> String { self[column.index] }
}
