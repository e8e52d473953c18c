package import Logging

/// Writes the events of the log, one a line, to a file that is open.
///
/// ```swift
/// let lines = LineWriter()
/// let logger = Logger(label: "hlgeo") { ServiceLogHandler(label: $0, form: .json, level: .info, lines: lines) }
/// ```
package struct ServiceLogHandler: LogHandler {
    /// How lines look.
    package enum Form: String, CaseIterable, Sendable {
        /// For people at a terminal: time, level, message, and the metadata as `name=value`.
        case text
        /// One JSON object a line: `time`, `level`, `label`, `message`, `error` and `metadata`.
        case json
    }

    /// What goes with every event.
    package var metadata: Logger.Metadata = [:]
    /// What goes with an event by the task in which it happens.
    package var metadataProvider: Logger.MetadataProvider?
    /// The least important level that is written.
    package var logLevel: Logger.Level
    private let label: String
    private let form: Form
    private let lines: LineWriter
    private let now: @Sendable () -> LogTime

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - label: The name of the part of the program that logs.
    ///   - lines: Where to.
    ///   - now: The clock.
    package init(
        label: String, form: Form, level: Logger.Level, lines: LineWriter,
        now: @escaping @Sendable () -> LogTime = { .now }
    ) {
        self.label = label
        self.form = form
        logLevel = level
        self.lines = lines
        self.now = now
    }

    /// Writes an event.
    package func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let own = event.metadata { all.merge(own) { $1 } }
        let line = LogLine(time: now(), label: label, event: event, metadata: all)
        lines.write(line.bytes(as: form))
    }

    /// What goes with every event, by its name.
    package subscript(metadataKey name: String) -> Logger.MetadataValue? {
        get { metadata[name] }
        set { metadata[name] = newValue }
    }
}
