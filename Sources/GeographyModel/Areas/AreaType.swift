/// A level of geography: country, region, integrated care board, county, district, or one that a user brings.
public struct AreaType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The stable identifier, in lower case.
    public let rawValue: String

    /// Takes an identifier as it stands.
    public init(rawValue: String) { self.rawValue = rawValue.lowercased() }

    /// England.
    public static let country = AreaType(rawValue: "country")
    /// One of the nine regions.
    public static let region = AreaType(rawValue: "region")
    /// An integrated care board.
    public static let icb = AreaType(rawValue: "icb")
    /// A county of two tiers; a unitary authority is a district.
    public static let county = AreaType(rawValue: "county")
    /// A local-authority district: unitary authority, metropolitan or non-metropolitan district, London borough.
    public static let district = AreaType(rawValue: "district")
    /// An electoral ward.
    public static let ward = AreaType(rawValue: "ward")
    /// A middle-layer super output area.
    public static let msoa = AreaType(rawValue: "msoa")
    /// A lower-layer super output area.
    public static let lsoa = AreaType(rawValue: "lsoa")

    /// The types that are known by name, from the widest to the smallest.
    public static let known: [AreaType] = [.country, .region, .icb, .county, .district, .ward, .msoa, .lsoa]

    /// The types whose areas the embedded data set brings, complete for its vintage.
    public static let embedded: [AreaType] = [.country, .region, .icb, .county, .district]

    /// The identifier itself.
    public var description: String { rawValue }

    /// The word for several areas of the type, and the identifier of their collection.
    public var plural: String {
        switch self {
        case .country: "countries"
        case .county: "counties"
        default: rawValue + "s"
        }
    }

    /// The word for one area as people read it.
    public var label: String {
        switch self {
        case .icb, .lsoa, .msoa: rawValue.uppercased()
        default: rawValue
        }
    }

    /// The word for several areas as people read it.
    public var pluralLabel: String {
        switch self {
        case .icb, .lsoa, .msoa: rawValue.uppercased() + "s"
        default: plural
        }
    }

    /// Reads an identifier or its plural, such as `district` or `districts`.
    public init?(collection: String) {
        let folded = collection.lowercased()
        guard let type = AreaType.known.first(where: { $0.rawValue == folded || $0.plural == folded }) else {
            return nil
        }
        self = type
    }

    /// The level that a GSS code's entity prefix stands for; `nil` for prefixes that are not known here.
    ///
    /// Source: ONS, Register of Geographic Codes.
    public init?(of code: AreaCode) {
        guard code.isGSS else { return nil }
        switch code.rawValue.prefix(3) {
        case "E92": self = .country
        case "E12": self = .region
        case "E54": self = .icb
        case "E10": self = .county
        case "E06", "E07", "E08", "E09": self = .district
        case "E05": self = .ward
        case "E02": self = .msoa
        case "E01": self = .lsoa
        default: return nil
        }
    }
}
