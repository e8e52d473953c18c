import Configuration
import Foundation
import GeographyModel

/// The file with settings: one JSON object, its keys named as the flags are.
struct SettingsFile {
    /// The values.
    let snapshot: any ConfigSnapshot

    /// Reads and checks the whole file, also what a flag or a variable overrides.
    ///
    /// - Throws: ``GeodataError`` `inputMissing` or `invalidRequest`, naming the file, the key and the remedy.
    init(path: String) throws(GeodataError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GeodataError(
                .inputMissing, "The settings file \(path) cannot be read.",
                remedy: "Name a file that is there and that this user may read, with --config or HLGEO_CONFIG.")
        }
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw GeodataError(
                .invalidRequest, "The settings file \(path) is not a JSON object.",
                remedy: "Write it as {\"port\": 8080, \"cors\": [\"*\"]}.")
        }
        for (key, value) in object.sorted(by: { $0.key < $1.key }) { try Self.check(key, value, path) }
        do {
            let bytes = [UInt8](data)
            snapshot = try JSONSnapshot(data: bytes.span.bytes, providerName: path, parsingOptions: .default)
        } catch {
            throw GeodataError(
                .invalidRequest, "The settings file \(path) cannot be understood.",
                remedy: "Write it as {\"port\": 8080, \"cors\": [\"*\"]}.", cause: error)
        }
    }

    private static func check(_ key: String, _ value: Any, _ path: String) throws(GeodataError) {
        guard let setting = ServeSetting.all.first(where: { $0.name == key }) else {
            let known = ServeSetting.all.map(\.name).joined(separator: ", ")
            throw GeodataError(
                .invalidRequest, "There is no setting \"\(key.prefix(100))\", which \(path) has.",
                remedy: "Take it out or correct it; there are: \(known).")
        }
        let number = value as? NSNumber
        // Foundation keeps JSON's true and false as numbers of one byte.
        let isFlag = number.map { String(cString: $0.objCType) == "c" } ?? false
        let isRight =
            switch setting.kind {
            case .text, .choice: value is String
            case .list: value is [String]
            case .flag: isFlag
            case .integer: !isFlag && number.flatMap { Int(exactly: $0.doubleValue) } != nil
            case .number: !isFlag && number != nil
            }
        guard isRight else {
            let form =
                switch setting.kind {
                case .text, .choice: "text in quotation marks"
                case .list: "a list of texts in quotation marks"
                case .flag, .integer, .number: setting.remedy
                }
            throw GeodataError(
                .invalidRequest, "\"\(key)\" in \(path) has a value of the wrong type.", remedy: "Give \(form).")
        }
    }
}
