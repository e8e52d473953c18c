public import GeographyModel

/// Margins of many areas as they come in: those that can be used, and a diagnostic for everything that cannot.
public struct MarginIntake: Sendable {
    /// One area as it stands in a file.
    public struct Row: Sendable {
        /// The area.
        public var area: AreaCode
        /// The line of the file, from 1.
        public var line: Int?
        /// The numbers by column name.
        public var columns: [String: Double]

        /// Makes a row.
        public init(area: AreaCode, line: Int? = nil, columns: [String: Double]) {
            self.area = area
            self.line = line
            self.columns = columns
        }
    }

    /// The areas whose margins can be used, in the order in which they came.
    public private(set) var areas: [AreaMargins] = []
    /// What is wrong with the others.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads census covariates of many areas.
    ///
    /// - Parameters:
    ///   - rows: The areas.
    ///   - file: The file as the user named it, for the diagnostics.
    ///   - reading: How the covariates become margins.
    public init(census rows: some Sequence<Row>, file: String, reading: CensusReading = CensusReading()) {
        for row in rows {
            let missing = reading.requiredColumns.filter { row.columns[$0] == nil }
            diagnostics += missing.map { column in
                Diagnostic(
                    .error, code: "column-missing", file: file, row: row.line, column: column,
                    message: "\(row.area) has no number for \(column)",
                    remedy: "Give the number, or leave the area out.")
            }
            if missing.isEmpty { take(reading.draft(of: row), line: row.line, file: file) }
        }
    }

    private mutating func take(_ draft: CensusReading.Draft, line: Int?, file: String) {
        let frame = PopulationFrame.skillsForLife
        let problems = MarginProblem.all(population: draft.population, shares: draft.shares, frame: frame)
        diagnostics += problems.map { $0.diagnostic(area: draft.area, file: file, row: line) }
        guard problems.isEmpty else { return }
        // What is checked here is all that the initialiser checks.
        if let margins = try? AreaMargins(
            area: draft.area, population: draft.population, frame: frame, shares: draft.shares)
        {
            areas.append(margins)
        }
    }
}
