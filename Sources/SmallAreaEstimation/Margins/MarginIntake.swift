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

    private let file: String
    private var seen: Set<AreaCode> = []

    /// Reads census covariates of many areas.
    ///
    /// - Parameters:
    ///   - rows: The areas.
    ///   - file: The file as the user named it, for the diagnostics.
    ///   - reading: How the covariates become margins.
    public init(census rows: some Sequence<Row>, file: String, reading: CensusReading = CensusReading()) {
        self.file = file
        for row in rows where isNew(row) && isComplete(row, columns: reading.requiredColumns) {
            let draft = reading.draft(of: row)
            take(row, population: draft.population, shares: draft.shares, frame: .skillsForLife)
        }
    }

    /// Reads proportions of many areas: somebody's own places, from somebody's own source.
    ///
    /// The column `population` is the number of people of working age; `job_status.higher` is the proportion 0…1 of
    /// people at the level `higher` of the factor `job_status`. One level of each factor may be left out: it takes what
    /// the others leave. Other columns are not looked at.
    ///
    /// - Parameters:
    ///   - rows: The areas.
    ///   - file: The file as the user named it, for the diagnostics.
    ///   - frame: The frame.
    public init(proportions rows: some Sequence<Row>, file: String, frame: PopulationFrame = .skillsForLife) {
        self.file = file
        for row in rows where isNew(row) && isComplete(row, columns: ["population"]) {
            let shares = frame.factors.flatMap { factor in
                let given = factor.levels.map { row.columns["\(factor.name).\($0.name)"] }
                guard given.count(where: { $0 == nil }) == 1 else { return given.map { $0 ?? .nan } }
                let rest = given.reduce(1) { $0 - ($1 ?? 0) }
                // 1 − 0.44 − 0.56 may leave a rounding error below nothing.
                return given.map { $0 ?? (abs(rest) < 1e-12 ? 0 : rest) }
            }
            take(row, population: row.columns["population"] ?? .nan, shares: shares, frame: frame)
        }
    }

    /// Whether the area comes for the first time.
    private mutating func isNew(_ row: Row) -> Bool {
        if seen.insert(row.area).inserted { return true }
        diagnostics.append(
            Diagnostic(
                .error, code: "area-repeated", file: file, row: row.line, message: "\(row.area) has come before",
                remedy: "Keep one row for each area."))
        return false
    }

    /// Whether the row has all the columns.
    private mutating func isComplete(_ row: Row, columns: [String]) -> Bool {
        let missing = columns.filter { row.columns[$0] == nil }
        diagnostics += missing.map { column in
            Diagnostic(
                .error, code: "column-missing", file: file, row: row.line, column: column,
                message: "\(row.area) has no number for \(column)", remedy: "Give the number, or leave the area out.")
        }
        return missing.isEmpty
    }

    /// Takes the margins of a row, or what is wrong with them.
    private mutating func take(_ row: Row, population: Double, shares: [Double], frame: PopulationFrame) {
        let problems = MarginProblem.all(population: population, shares: shares, frame: frame)
        diagnostics += problems.map { $0.diagnostic(area: row.area, file: file, row: row.line) }
        // What was checked here is all that the initialiser checks.
        guard problems.isEmpty,
            let margins = try? AreaMargins(area: row.area, population: population, frame: frame, shares: shares)
        else { return }
        areas.append(margins)
    }
}
