/// A place with a code and a name, at one level of geography.
public struct Area: Hashable, Sendable {
    /// The GSS code, or the code that its owner gave.
    public var code: AreaCode
    /// The published name.
    public var name: String
    /// The level of geography.
    public var type: AreaType
    /// The date or year of the boundaries, such as `2024-05`.
    public var vintage: String

    /// What stands for a vintage that nobody stated.
    public static let unstatedVintage = "not stated"

    /// Makes an area.
    public init(code: AreaCode, name: String, type: AreaType, vintage: String) {
        self.code = code
        self.name = name
        self.type = type
        self.vintage = vintage
    }
}
