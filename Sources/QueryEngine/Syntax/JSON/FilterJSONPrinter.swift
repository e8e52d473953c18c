import GeographyModel

/// Prints filters as CQL2 JSON on one line without spaces.
struct FilterJSONPrinter {
    /// What has been printed.
    private(set) var json = ""

    /// Prints an expression.
    mutating func print(_ expression: FilterExpression) {
        switch expression.node {
        case .property(let name): printMember("property") { $0.quote(name) }
        case .text(let words): quote(words)
        case .number(let value): json += FilterNumber.text(value)
        case .boolean(let value): json += value ? "true" : "false"
        case .date(let day): printMember("date") { $0.quote(day.description) }
        case .timestamp(let instant): printMember("timestamp") { $0.quote(instant.description) }
        case .interval(let start, let end):
            printMember("interval") { $0.printList([start, end]) { $0.printBound($1) } }
        case .openEnd: quote("..")
        case .geometry(let geometry): print(geometry)
        case .box(let box): printMember("bbox") { $0.printList(box.numbers) { $0.print($1) } }
        case .array(let elements): printList(elements) { $0.print($1) }
        case .operation(let operation, let arguments): printOperation(operation.rawValue, arguments)
        case .function(let name, let arguments): printOperation(name, arguments)
        }
    }

    private mutating func printOperation(_ name: String, _ arguments: [FilterExpression]) {
        json += "{\"op\":"
        quote(name)
        json += ",\"args\":"
        printList(arguments) { $0.print($1) }
        json += "}"
    }

    /// Prints what an interval begins or ends with: days and instants as plain strings.
    private mutating func printBound(_ bound: FilterExpression) {
        switch bound.node {
        case .date(let day): quote(day.description)
        case .timestamp(let instant): quote(instant.description)
        default: print(bound)
        }
    }

    private mutating func printMember(_ name: String, _ value: (inout Self) -> Void) {
        json += "{\"\(name)\":"
        value(&self)
        json += "}"
    }

    private mutating func printList<Element>(_ elements: [Element], _ element: (inout Self, Element) -> Void) {
        json += "["
        for (index, value) in elements.enumerated() {
            if index > 0 { json += "," }
            element(&self, value)
        }
        json += "]"
    }

    private mutating func print(_ number: Double) { json += FilterNumber.text(number) }

    private mutating func quote(_ text: String) {
        json += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\\(scalar)"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        json += "\""
    }
}

extension FilterJSONPrinter {
    private mutating func print(_ geometry: FilterGeometry) {
        let member = geometry.type == .collection ? "geometries" : "coordinates"
        json += "{\"type\":\"\(geometry.type.rawValue)\",\"\(member)\":"
        switch geometry {
        case .point(let place): print(place)
        case .lineString(let places), .multiPoint(let places): print(places)
        case .polygon(let lines), .multiLineString(let lines): printList(lines) { $0.print($1) }
        case .multiPolygon(let polygons): printList(polygons) { $0.printList($1) { $0.print($1) } }
        case .collection(let parts): printList(parts) { $0.print($1) }
        }
        json += "}"
    }

    private mutating func print(_ places: [FilterGeometry.Coordinate]) { printList(places) { $0.print($1) } }

    private mutating func print(_ place: FilterGeometry.Coordinate) { printList(place.numbers) { $0.print($1) } }
}
