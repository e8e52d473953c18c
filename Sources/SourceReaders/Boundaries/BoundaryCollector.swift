import GeographyModel

/// Gathers features and diagnostics while a file is read, and says at the end what the coordinates are.
struct BoundaryCollector {
    let file: String
    private(set) var features: [BoundaryFeature] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// How many features the file has had up to now, those that were left out included.
    private(set) var count = 0
    /// What the file says its coordinates are.
    var declaredCRS: CoordinateReferenceSystem?
    private var extent = CoordinateExtent()

    private let total: Int
    private let progress: BoundaryReader.Progress?
    private var reported = 0

    init(file: String, total: Int, progress: BoundaryReader.Progress?) {
        self.file = file
        self.total = total
        self.progress = progress
    }

    /// Counts a feature that begins, and gives it its number.
    mutating func begin() -> Int {
        count += 1
        return count
    }

    /// Takes a feature.
    mutating func take(_ feature: BoundaryFeature) {
        if let geometry = feature.geometry { extent.formUnion(geometry.positions) }
        features.append(feature)
    }

    /// Notes what is wrong with a feature; an error means that the feature is left out.
    mutating func note(_ problem: BoundaryProblem, feature number: Int?) {
        diagnostics.append(
            Diagnostic(
                problem.severity, code: problem.code, file: file, row: number, column: problem.member,
                value: problem.value, message: problem.message, remedy: problem.remedy))
    }

    /// Says how far the reader is.
    mutating func report(_ done: Int) {
        guard let progress, done - reported >= 1 << 20 else { return }
        reported = done
        progress(done, total)
    }

    /// The file as it was understood.
    ///
    /// - Throws: `GeodataError` with code `unsupportedCRS` where the coordinates are neither degrees nor metres of the
    ///   British National Grid.
    mutating func finish(format: BoundaryFormat) throws -> BoundaryFile {
        progress?(total, total)
        var crs: CoordinateReferenceSystem?
        if case .hexJSON = format {
            crs = nil
        } else {
            crs = try extent.referenceSystem(declared: declaredCRS, file: file)
            if declaredCRS == nil, crs == .epsg27700 { note(.readAsBritishNationalGrid, feature: nil) }
            if crs != .epsg27700, extent.isSwapped {
                note(.swappedAxes, feature: nil)
                features = []
            }
        }
        if count == 0 { note(.noFeatures, feature: nil) }
        return BoundaryFile(format: format, crs: crs, features: features, diagnostics: diagnostics)
    }
}
