import FeatureFormats
import GeographyModel
import Logging

/// One event of the log as one line, in either form.
struct LogLine {
    let time: LogTime
    let label: String
    let event: LogEvent
    let metadata: Logger.Metadata

    /// The line with the line feed at its end; nothing in the event can break it in two.
    func bytes(as form: ServiceLogHandler.Form) -> [UInt8] {
        switch form {
        case .json: json
        case .text: Array(plain.utf8)
        }
    }

    private var json: [UInt8] {
        var members = [
            Property("time", .text(time.description)), Property("level", .text(event.level.rawValue)),
            Property("label", .text(VisibleText.json(label))),
            Property("message", .text(VisibleText.json(event.message.description))),
        ]
        if let error = event.error { members.append(Property("error", .text(VisibleText.json("\(error)")))) }
        if !metadata.isEmpty { members.append(Property("metadata", Self.object(metadata))) }
        var buffer = TextBuffer()
        buffer.appendJSON(.object(members))
        buffer.append(UInt8(ascii: "\n"))
        return buffer.takeBytes()
    }

    private var plain: String {
        let level = event.level.rawValue.uppercased()
        var line = "\(time) \(level) \(VisibleText.plain(event.message.description))"
        if let error = event.error { line += " error=\(VisibleText.plain("\(error)"))" }
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(VisibleText.plain(name))=\(VisibleText.plain(value.description))"
        }
        return line + "\n"
    }

    private static func object(_ metadata: Logger.Metadata) -> PropertyValue {
        .object(metadata.sorted { $0.key < $1.key }.map { Property(VisibleText.json($0.key), value($0.value)) })
    }

    private static func value(_ value: Logger.MetadataValue) -> PropertyValue {
        switch value {
        case .string(let text): .text(VisibleText.json(text))
        case .stringConvertible(let number as Int): .integer(number)
        case .stringConvertible(let number as Double): .number(number)
        case .stringConvertible(let flag as Bool): .boolean(flag)
        case .stringConvertible(let other): .text(VisibleText.json(other.description))
        case .dictionary(let members): object(members)
        case .array(let elements): .array(elements.map { Self.value($0) })
        }
    }
}
