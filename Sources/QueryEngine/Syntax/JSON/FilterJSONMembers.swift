import SourceReaders

/// The members of one object of CQL2 JSON, in whatever order they came.
struct FilterJSONMembers {
    /// What an object stands for, which its members tell.
    enum Form { case operation, property, date, timestamp, interval, box, geometry }

    /// The names of members that CQL2 JSON knows.
    enum Name: String, CaseIterable {
        case op, args, property, date, timestamp, interval, bbox, type, coordinates, geometries
    }

    /// Where the object begins.
    let offset: Int
    /// Where each member's value begins.
    private(set) var places: [Name: Int] = [:]

    var name = ""
    var arguments: [FilterBranch] = []
    var text = ""
    var ends: [FilterBranch] = []
    var numbers: [Double] = []
    var geometries: [FilterBranch] = []
    /// The scanner before the coordinates, which are read when the type is known.
    var coordinates: JSONScanner?

    init(offset: Int) { self.offset = offset }

    /// Notes where a member's value begins; `false` where the object had that member before.
    mutating func note(_ name: Name, at place: Int) -> Bool { places.updateValue(place, forKey: name) == nil }

    /// What the object stands for; `nil` where its members do not belong together or some are missing.
    var form: Form? {
        let names = Set(places.keys)
        return switch names {
        case [.op, .args]: .operation
        case [.property]: .property
        case [.date]: .date
        case [.timestamp]: .timestamp
        case [.interval]: .interval
        case [.bbox]: .box
        case [.type, .coordinates], [.type, .coordinates, .bbox]: .geometry
        case [.type, .geometries], [.type, .geometries, .bbox]: .geometry
        default: nil
        }
    }
}
