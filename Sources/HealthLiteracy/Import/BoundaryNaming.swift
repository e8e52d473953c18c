import GeographyModel
import SourceReaders

/// Finds which properties of a boundary file hold codes and names.
struct BoundaryNaming {
    private let code: String?
    private let name: String?

    /// Looks at the first feature, as all features of a file have the same properties.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` where a property that the user names is not there.
    init(_ file: BoundaryFile, query: BoundariesImportQuery, fileName: String) throws {
        let names = file.features.first?.properties.map(\.name) ?? []
        for wanted in [query.codeProperty, query.nameProperty].compactMap({ $0 })
        where !names.contains(where: { $0.lowercased() == wanted.lowercased() }) {
            throw GeodataError(
                .invalidRequest, "The features of \(fileName) have no property \"\(wanted)\".",
                remedy: "They have: \(names.joined(separator: ", ")).")
        }
        code = query.codeProperty ?? Self.find(ColumnNames.code, isCode: true, in: names)
        name = query.nameProperty ?? Self.find(ColumnNames.name, isCode: false, in: names)
    }

    /// The code of a feature; `nil` where it has none.
    func code(of feature: BoundaryFeature) -> String? { (code.flatMap { text($0, feature) }) ?? feature.id }

    /// The name of a feature; `nil` where it has none.
    func name(of feature: BoundaryFeature) -> String? { name.flatMap { text($0, feature) } }

    private func text(_ property: String, _ feature: BoundaryFeature) -> String? {
        switch feature.property(named: [property]) {
        case .text(let text): text.trimmingWhitespace().isEmpty ? nil : text.trimmingWhitespace()
        case .integer(let number): String(number)
        default: nil
        }
    }

    private static func find(_ common: [String], isCode: Bool, in names: [String]) -> String? {
        for candidate in common {
            let key = candidate.lowercased()
            if let found = names.first(where: { $0.lowercased() == key }) { return found }
        }
        return names.first { ColumnNames.level(of: $0)?.isCode == isCode }
    }
}
