import Configuration
import GeographyModel

/// Where settings come from: flags first, then the environment, then the file.
struct SettingSources {
    /// A value with the place that it comes from, for messages.
    struct Found<Value> {
        let value: Value
        let place: String
    }

    fileprivate enum Layer {
        case flags(any ConfigSnapshot)
        case environment(any ConfigSnapshot)
        case file(any ConfigSnapshot, path: String)
    }

    private let layers: [Layer]

    /// Takes all sources.
    ///
    /// - Parameters:
    ///   - options: The flags.
    ///   - environment: The environment; variables that are empty count as absent.
    /// - Throws: ``GeodataError`` for a file that cannot be read or has what it should not.
    init(_ options: ServeOptions, environment: [String: String]) throws(GeodataError) {
        let variables = environment.filter { !$0.value.isEmpty }
        var layers: [Layer] = [
            .flags(InMemoryProvider(values: options.values).snapshot()),
            .environment(EnvironmentVariablesProvider(environmentVariables: variables).snapshot()),
        ]
        if let path = options.config ?? variables[ServeSetting.config.variable] {
            layers.append(.file(try SettingsFile(path: path).snapshot, path: path))
        }
        self.layers = layers
    }

    /// The value of the first source that has one, within the setting's range; `nil` where none has.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`, naming where the value comes from and what to give instead.
    func find(_ setting: ServeSetting) throws(GeodataError) -> Found<ConfigContent>? {
        for layer in layers {
            let place = layer.place(of: setting)
            let content: ConfigContent?
            do { content = try layer.content(of: setting, as: setting.configType) } catch {
                let text = (try? layer.content(of: setting, as: .string)).map { Self.words($0) }
                throw GeodataError(
                    .invalidRequest, "\(place) is \(text ?? "of the wrong type").", remedy: "Give \(setting.remedy).",
                    cause: error)
            }
            guard let content else { continue }
            guard setting.allows(content) else {
                throw GeodataError(
                    .invalidRequest, "\(place) is \(Self.words(content)).", remedy: "Give \(setting.remedy).")
            }
            return Found(value: content, place: place)
        }
        return nil
    }

    private static func words(_ content: ConfigContent) -> String {
        switch content {
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): "\"\(text.prefix(100))\""
        default: "not allowed"
        }
    }
}

extension SettingSources.Layer {
    /// What a setting is called here.
    fileprivate func place(of setting: ServeSetting) -> String {
        switch self {
        case .flags: setting.flag
        case .environment: setting.variable
        case .file(_, let path): "\"\(setting.name)\" in \(path)"
        }
    }

    fileprivate func content(of setting: ServeSetting, as type: ConfigType) throws -> ConfigContent? {
        switch self {
        case .flags(let snapshot), .file(let snapshot, _):
            return try snapshot.value(forKey: AbsoluteConfigKey([setting.name]), type: type).value?.content
        case .environment(let snapshot):
            return try snapshot.value(forKey: AbsoluteConfigKey(["hlgeo", setting.name]), type: type).value?.content
        }
    }
}

extension ServeSetting {
    fileprivate var configType: ConfigType {
        switch kind {
        case .text, .choice: .string
        case .list: .stringArray
        case .flag: .bool
        case .integer: .int
        case .number: .double
        }
    }

    /// Whether a value lies in the range.
    fileprivate func allows(_ content: ConfigContent) -> Bool {
        switch (kind, content) {
        case (.integer(let range), .int(let number)): range.contains(number)
        case (.number(let range), .double(let number)): range.contains(number)
        case (.choice(let words), .string(let word)): words.contains(word)
        case (.text, .string(let text)): !text.isEmpty
        default: true
        }
    }
}
