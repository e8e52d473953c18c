import GeographyModel
import SpatialStore

/// The part of the country that a question is confined to: the areas that a person named after `--within`.
struct AreaScope {
    /// The areas that were named.
    private(set) var areas: [Area] = []
    /// What the reader should know about how the names were read.
    private(set) var notes: [Note] = []
    private let hierarchy: AreaHierarchy

    /// Names are read as regions first, then boards, counties, the country, and single districts.
    private static let precedence: [AreaType] = [.region, .county, .icb, .country, .district]

    /// Everywhere.
    init() { hierarchy = AreaHierarchy() }

    /// Finds the areas that were named; none means everywhere.
    init(_ names: [String], reader: StoreReader, hierarchy: AreaHierarchy) throws {
        self.hierarchy = hierarchy
        let directory = AreaDirectory(reader: reader)
        for name in names {
            let match = try directory.match(name, preferring: Self.precedence)
            if !areas.contains(match.area) { areas.append(match.area) }
            notes += match.notes
        }
        if !areas.isEmpty { notes += try straddling(reader) }
    }

    /// Whether an area lies in the scope, by best fit.
    func contains(_ code: AreaCode) -> Bool {
        guard !areas.isEmpty else { return true }
        let wanted = Set(areas.map(\.code))
        return wanted.contains(code)
            || hierarchy.ancestors(of: code).contains { $0.isBestFit && wanted.contains($0.area.code) }
    }

    /// The scope in words, such as `London` or `England`.
    var description: String {
        areas.isEmpty ? "England" : areas.map(\.name).joined(separator: ", ")
    }

    /// Which districts lie partly in the scope, so that nobody misses them or counts them whole unawares.
    private func straddling(_ reader: StoreReader) throws -> [Note] {
        var sentences: [String] = []
        for area in areas where area.type == .icb {
            for link in try reader.memberships(inArea: area.code) where link.share < 1 {
                let share = "\(Int((link.share * 100).rounded())) % of \(try reader.area(link.child)?.name ?? "")"
                if link.isBestFit {
                    sentences.append("\(share) lies in \(area.name) and the district is counted whole")
                } else {
                    sentences.append("\(share) lies in \(area.name) and the district is left out (best fit)")
                }
            }
        }
        return sentences.isEmpty ? [] : [Note(.straddles, sentences.joined(separator: "; ") + ".")]
    }
}
