import GeographyModel

/// The parameters that several operations have, which OpenAPI describes once, under `components`.
struct SharedParameters {
    private var names: [PropertyValue: String] = [:]
    /// The shared ones, each under its name.
    private(set) var components: [Property] = []

    /// - Parameter all: The parameters of all operations, as often as they are there.
    init(_ all: [RouteParameter]) {
        var counts: [PropertyValue: Int] = [:]
        for parameter in all { counts[parameter.document, default: 0] += 1 }
        var taken: [String: Int] = [:]
        for parameter in all {
            let document = parameter.document
            guard counts[document, default: 0] > 1, names[document] == nil else { continue }
            // Parameters of one name differ where collections do.
            let number = taken[parameter.name, default: 0] + 1
            taken[parameter.name] = number
            let name = number == 1 ? parameter.name : "\(parameter.name)-\(number)"
            names[document] = name
            components.append(Property(name, document))
        }
    }

    /// A parameter as an operation has it: by its name where it is shared.
    func document(_ parameter: RouteParameter) -> PropertyValue {
        let document = parameter.document
        return names[document].map { .object([Property("$ref", .text("#/components/parameters/\($0)"))]) } ?? document
    }
}
