/// One thing on a map with its attributes, as every feature format writes it.
public struct Feature: Sendable {
    /// What identifies the feature in its collection, such as an area code.
    public var id: String
    /// Where it is, in CRS84 degrees; `nil` where no geometry is asked for or known.
    public var geometry: FeatureGeometry?
    /// Its attributes, in the order in which formats show them.
    public var properties: [Property]

    /// Makes a feature.
    public init(id: String, geometry: FeatureGeometry?, properties: [Property]) {
        self.id = id
        self.geometry = geometry
        self.properties = properties
    }
}
