public import Foundation
public import GeographyModel

extension SelectionReport {
    /// The whole report as one document with stable keys.
    ///
    /// - Throws: Nothing that a report can hold.
    public var document: PropertyValue {
        get throws { try PropertyValueEncoder.document(of: self) }
    }

    /// Reads a report that was written as JSON.
    ///
    /// - Throws: ``GeodataError`` `inputMalformed` where it is none.
    public init(json: Data, name: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            self = try decoder.decode(SelectionReport.self, from: json)
        } catch {
            throw GeodataError(
                .inputMalformed, "\(name) is no selection that can be read.",
                remedy: "Write one with 'hlgeo select --format json -o selection.json'.", cause: error)
        }
    }
}
