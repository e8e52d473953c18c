import GeographyModel

/// The range of all coordinates of a file, from which one can tell what they are.
struct CoordinateExtent {
    private var least = (x: Double.infinity, y: Double.infinity)
    private var greatest = (x: -Double.infinity, y: -Double.infinity)

    /// Widens the extent to hold the positions.
    mutating func formUnion(_ positions: [Position]) {
        var (low, high) = (least, greatest)
        for position in positions {
            low = (min(low.x, position.longitude), min(low.y, position.latitude))
            high = (max(high.x, position.longitude), max(high.y, position.latitude))
        }
        (least, greatest) = (low, high)
    }

    private var isEmpty: Bool { least.x > greatest.x }
    private var isDegrees: Bool { least.x >= -180 && greatest.x <= 180 && least.y >= -90 && greatest.y <= 90 }
    private var isGrid: Bool {
        least.x >= 0 && greatest.x <= 700_000 && least.y >= 0 && greatest.y <= 1_300_000 && !isDegrees
    }

    /// Whether latitude stands first: the ranges are those of the British Isles, the wrong way round.
    var isSwapped: Bool {
        !isEmpty && least.x >= 49 && greatest.x <= 61 && least.y >= -9 && greatest.y <= 2.5
    }

    /// What the coordinates are: what the file declares, if they agree, or else what they look like.
    ///
    /// - Throws: `GeodataError` with code `unsupportedCRS` where they fit nothing that is supported.
    func referenceSystem(declared: CoordinateReferenceSystem?, file: String) throws -> CoordinateReferenceSystem {
        if isEmpty { return declared == .epsg27700 ? .epsg27700 : .crs84 }
        switch declared {
        case nil:
            if isDegrees { return .crs84 }
            if isGrid { return .epsg27700 }
            throw unsupported(file, "has coordinates that are neither degrees nor British National Grid metres")
        case .epsg27700:
            if isGrid { return .epsg27700 }
            throw unsupported(file, "declares EPSG:27700, but its coordinates are no eastings and northings")
        case .epsg3857:
            if !isDegrees { return .epsg3857 }
            throw unsupported(file, "declares EPSG:3857, but its coordinates are degrees")
        case .crs84, .epsg4326:
            if isDegrees { return .crs84 }
            throw unsupported(file, "declares longitude and latitude, but its coordinates are not degrees")
        }
    }

    private func unsupported(_ file: String, _ complaint: String) -> GeodataError {
        GeodataError(
            .unsupportedCRS,
            "\(file) \(complaint) (x \(least.x) to \(greatest.x), y \(least.y) to \(greatest.y)).",
            remedy: DeclaredCRS.remedy)
    }
}
