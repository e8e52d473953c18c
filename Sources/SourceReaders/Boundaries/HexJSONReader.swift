import GeographyModel

/// Reads HexJSON (Open Innovations, https://open-innovations.org/projects/hexmaps/hexjson): a map of equal hexagons,
/// one an area.
struct HexJSONReader {
    private var scanner: JSONScanner
    private var cells: Set<HexCell> = []
    private var ids: Set<String> = []

    init(scanner: JSONScanner) { self.scanner = scanner }

    /// Reads the whole file.
    ///
    /// - Returns: How the rows or columns are offset.
    /// - Throws: `GeodataError` with code `inputMalformed` where the file is not JSON or has no known layout.
    mutating func read(into collector: inout BoundaryCollector) throws -> HexLayout {
        var layout: HexLayout?
        var name: String?
        try scanner.enterObject()
        while let key = try scanner.nextKey() {
            switch (key, try scanner.peekKind()) {
            case ("layout", .string):
                let text = try scanner.string()
                name = text
                layout = HexLayout(rawValue: text)
            case ("hexes", .object):
                try scanner.enterObject()
                while let id = try scanner.nextKey() { try readHex(id: id, into: &collector) }
            default: try scanner.skipValue()
            }
        }
        try scanner.expectEnd()
        guard let layout else {
            let complaint = name.map { "has the hex layout \"\($0)\"" } ?? "has hexes but no layout"
            throw GeodataError(
                .inputMalformed, "\(collector.file) \(complaint).",
                remedy: "Set layout to one of \(HexLayout.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return layout
    }

    private mutating func readHex(id: String, into collector: inout BoundaryCollector) throws {
        let number = collector.begin()
        guard try scanner.peekKind() == .object else {
            collector.note(.notAnObject, feature: number)
            return try scanner.skipValue()
        }
        var reader = PropertiesReader()
        let (members, duplicates) = try reader.read(&scanner)
        for name in duplicates { collector.note(.duplicateMember(name), feature: number) }
        guard let q = Self.whole(members, "q"), let r = Self.whole(members, "r") else {
            var problem = BoundaryProblem.badHexCell
            problem.value = id
            return collector.note(problem, feature: number)
        }
        guard ids.insert(id).inserted else { return collector.note(.duplicateHex(id), feature: number) }
        let cell = HexCell(q: q, r: r)
        if !cells.insert(cell).inserted { collector.note(.duplicateCell(cell), feature: number) }
        collector.take(
            BoundaryFeature(
                number: number, id: id, properties: members.filter { $0.name != "q" && $0.name != "r" }, hex: cell))
        collector.report(scanner.offset)
    }

    private static func whole(_ members: [Property], _ name: String) -> Int? {
        switch members.first(where: { $0.name == name })?.value {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }
}
