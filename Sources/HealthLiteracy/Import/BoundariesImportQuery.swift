public import GeographyModel

/// What the boundaries of a file are, where the file does not say so itself.
public struct BoundariesImportQuery: Sendable {
    /// The level of geography; `nil` follows from the codes.
    public var areaType: AreaType?
    /// The property that holds codes; `nil` finds it by the names that publishers use.
    public var codeProperty: String?
    /// The property that holds names; `nil` finds it by the names that publishers use.
    public var nameProperty: String?
    /// The object of a TopoJSON file that is wanted; needed where it has several.
    public var layer: String?
    /// How far the boundaries are generalised for maps, in metres; `nil` is a twentieth of the typical area's width.
    public var tolerance: Double?

    /// Makes a query; the defaults leave everything to the file.
    public init(
        areaType: AreaType? = nil, codeProperty: String? = nil, nameProperty: String? = nil, layer: String? = nil,
        tolerance: Double? = nil
    ) {
        self.areaType = areaType
        self.codeProperty = codeProperty
        self.nameProperty = nameProperty
        self.layer = layer
        self.tolerance = tolerance
    }
}
