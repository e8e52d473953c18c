public import GeographyModel

/// Writes a network's areas as TopoJSON 1.0, every arc once, quantised and delta-encoded.
///
/// Format: M. Bostock and C. Metcalf, "The TopoJSON Format Specification" (2012). The same network and layers give the
/// same bytes. Only arcs that a layer uses are written.
///
/// ```swift
/// let writer = TopoJSONWriter(network: network.generalised(tolerance: 100))
/// let bytes = writer.document(layers: [.init("districts", items: items)])
/// ```
public struct TopoJSONWriter: Sendable {
    /// One geometry of a layer.
    public struct Item: Sendable {
        /// The geometry's `id`, such as an area code.
        public var id: String
        /// The geometry's `properties`, in order.
        public var properties: [Property]
        /// The place of the area in the network.
        public var area: Int

        /// Describes a geometry by the area that it shows.
        public init(id: String, properties: [Property], area: Int) {
            self.id = id
            self.properties = properties
            self.area = area
        }
    }

    /// One named object of the topology: a collection of geometries.
    public struct Layer: Sendable {
        /// The object's name, such as `districts`.
        public var name: String
        /// Its geometries, in order.
        public var items: [Item]

        /// Names a collection of geometries.
        public init(_ name: String, items: [Item]) {
            self.name = name
            self.items = items
        }
    }

    private let network: ArcNetwork
    private let stepsPerDegree: Int

    /// Prepares to write areas of `network`.
    ///
    /// - Parameters:
    ///   - network: The areas, generalised as wanted.
    ///   - stepsPerDegree: The quantisation, in whole steps a degree; 1 000 000 is a step of about 0.1 m. Coarser steps
    ///     than the details of the boundaries can make lines touch.
    public init(network: ArcNetwork, stepsPerDegree: Int = 1_000_000) {
        precondition(stepsPerDegree > 0, "a quantisation has at least one step in a degree")
        self.network = network
        self.stepsPerDegree = stepsPerDegree
    }

    /// The topology of the given layers as UTF-8 text without white space.
    ///
    /// An area without a polygon is written as a geometry of type null (specification §2.2).
    ///
    /// - Parameter layers: The named objects; every item's area must be one of the network's.
    public func document(layers: [Layer]) -> [UInt8] {
        let arcs = usedArcs(by: layers)
        let origin = origin(of: arcs.used)
        var text = Array("{\"type\":\"Topology\",".utf8)
        text.reserveCapacity(arcs.used.count * 64)
        if !arcs.used.isEmpty { appendTransform(of: arcs.used, origin: origin, to: &text) }
        text += "\"objects\":{".utf8
        for (place, layer) in layers.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            text.appendJSON(string: layer.name)
            text += ":{\"type\":\"GeometryCollection\",\"geometries\":[".utf8
            for (place, item) in layer.items.enumerated() {
                if place > 0 { text.append(UInt8(ascii: ",")) }
                append(item, numbers: arcs.numbers, to: &text)
            }
            text += "]}".utf8
        }
        text += "},\"arcs\":[".utf8
        for (place, arc) in arcs.used.enumerated() {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            append(arc: arc, origin: origin, to: &text)
        }
        text += "]}".utf8
        return text
    }

    /// The arcs that the layers use, ascending, and the number that each of the network's arcs gets in the document.
    private func usedArcs(by layers: [Layer]) -> (used: [Int], numbers: [Int]) {
        var isUsed = [Bool](repeating: false, count: network.arcCount)
        for layer in layers {
            for item in layer.items {
                for reference in network.references[network.referenceRange(ofArea: item.area)] {
                    isUsed[ArcNetwork.arc(of: reference)] = true
                }
            }
        }
        let used = isUsed.indices.filter { isUsed[$0] }
        var numbers = [Int](repeating: -1, count: network.arcCount)
        for (number, arc) in used.enumerated() { numbers[arc] = number }
        return (used, numbers)
    }

    /// The place of a vertex, in steps of the quantisation.
    private func step(_ point: GridPoint) -> (x: Int, y: Int) {
        let position = network.position(point)
        return (
            Int((position.longitude * Double(stepsPerDegree)).rounded()),
            Int((position.latitude * Double(stepsPerDegree)).rounded())
        )
    }

    /// The least steps of the arcs, which the document counts from.
    private func origin(of arcs: [Int]) -> (x: Int, y: Int) {
        var origin = (x: Int.max, y: Int.max)
        for arc in arcs {
            for point in network.points[network.pointRange(ofArc: arc)] {
                let step = step(point)
                origin = (min(origin.x, step.x), min(origin.y, step.y))
            }
        }
        return origin
    }

    private func appendTransform(of arcs: [Int], origin: (x: Int, y: Int), to text: inout [UInt8]) {
        var (east, north) = (origin.x, origin.y)
        for arc in arcs {
            for point in network.points[network.pointRange(ofArc: arc)] {
                let step = step(point)
                (east, north) = (max(east, step.x), max(north, step.y))
            }
        }
        func degrees(_ steps: Int) -> Double { Double(steps) / Double(stepsPerDegree) }
        text += "\"bbox\":[".utf8
        text.appendJSON(numbers: [origin.x, origin.y, east, north].map(degrees))
        text += "],\"transform\":{\"scale\":[".utf8
        text.appendJSON(numbers: [degrees(1), degrees(1)])
        text += "],\"translate\":[".utf8
        text.appendJSON(numbers: [origin.x, origin.y].map(degrees))
        text += "]},".utf8
    }

    private func append(arc: Int, origin: (x: Int, y: Int), to text: inout [UInt8]) {
        var previous = origin
        text.append(UInt8(ascii: "["))
        for (place, point) in network.points[network.pointRange(ofArc: arc)].enumerated() {
            let step = step(point)
            text += place > 0 ? ",[".utf8 : "[".utf8
            text.appendJSON(integer: step.x - previous.x)
            text.append(UInt8(ascii: ","))
            text.appendJSON(integer: step.y - previous.y)
            text.append(UInt8(ascii: "]"))
            previous = step
        }
        text.append(UInt8(ascii: "]"))
    }

    private func append(_ item: Item, numbers: [Int], to text: inout [UInt8]) {
        let polygons = network.polygonRange(ofArea: item.area).map { polygon in
            network.ringRange(ofPolygon: polygon).map { network.references[network.referenceRange(ofRing: $0)] }
        }
        func appendRings(_ rings: [ArraySlice<Int32>], to text: inout [UInt8]) {
            text.appendJSON(list: rings) { ring, text in
                text.appendJSON(list: ring) { reference, text in
                    text.appendJSON(integer: reference < 0 ? ~numbers[Int(~reference)] : numbers[Int(reference)])
                }
            }
        }
        switch polygons.count {
        case 0: text += "{\"type\":null".utf8
        case 1:
            text += "{\"type\":\"Polygon\",\"arcs\":".utf8
            appendRings(polygons[0], to: &text)
        default:
            text += "{\"type\":\"MultiPolygon\",\"arcs\":".utf8
            text.appendJSON(list: polygons, appendRings)
        }
        text += ",\"id\":".utf8
        text.appendJSON(string: item.id)
        text += ",\"properties\":".utf8
        text.appendJSON(.object(item.properties))
        text.append(UInt8(ascii: "}"))
    }
}
