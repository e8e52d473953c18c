import GeographyModel

/// Into which class each figure of an export falls; classes are made of the figures that are handed out.
struct FigureClasses {
    /// The properties that are read from here.
    static let names = ["value_class", "class_upper_bound"]

    private let bounds: [Double]

    /// Makes the classes that a query asks for.
    init(of values: [Double], _ query: ExportQuery, polarity: Polarity) {
        bounds = query.classMethod.upperBounds(of: values, count: query.classes, isHighWorse: polarity == .lowIsGood)
    }

    /// What a property is for a figure.
    func value(of name: String, for figure: Double?) -> PropertyValue {
        guard let figure, let place = bounds.firstIndex(where: { figure <= $0 }) else { return .null }
        return name == "value_class" ? .integer(place + 1) : .number(bounds[place])
    }
}
