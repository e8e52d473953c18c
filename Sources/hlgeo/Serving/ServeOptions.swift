import ArgumentParser
import Configuration

/// The flags of `serve`; one that is not given leaves the word to the environment and the file.
struct ServeOptions: ParsableArguments {
    @Option(name: ServeSetting.host.flagName, help: ServeSetting.host.argumentHelp)
    var host: String?
    @Option(name: ServeSetting.port.flagName, help: ServeSetting.port.argumentHelp)
    var port: Int?
    @Option(name: ServeSetting.publicURL.flagName, help: ServeSetting.publicURL.argumentHelp)
    var publicURL: String?
    @Option(name: ServeSetting.tlsCertificate.flagName, help: ServeSetting.tlsCertificate.argumentHelp)
    var tlsCertificate: String?
    @Option(name: ServeSetting.tlsKey.flagName, help: ServeSetting.tlsKey.argumentHelp)
    var tlsKey: String?
    @Option(
        name: ServeSetting.trustedProxy.flagName, parsing: .upToNextOption,
        help: ServeSetting.trustedProxy.argumentHelp)
    var trustedProxy: [String] = []
    @Flag(
        name: ServeSetting.allowWrites.flagName, inversion: .prefixedNo, help: ServeSetting.allowWrites.argumentHelp)
    var allowWrites: Bool?
    @Option(name: ServeSetting.cors.flagName, parsing: .upToNextOption, help: ServeSetting.cors.argumentHelp)
    var cors: [String] = []
    @Option(name: ServeSetting.rate.flagName, help: ServeSetting.rate.argumentHelp)
    var rate: Double?
    @Option(name: ServeSetting.burst.flagName, help: ServeSetting.burst.argumentHelp)
    var burst: Int?
    @Option(name: ServeSetting.maximumConcurrent.flagName, help: ServeSetting.maximumConcurrent.argumentHelp)
    var maximumConcurrent: Int?
    @Option(name: ServeSetting.requestTimeout.flagName, help: ServeSetting.requestTimeout.argumentHelp)
    var requestTimeout: Int?
    @Option(name: ServeSetting.maximumBody.flagName, help: ServeSetting.maximumBody.argumentHelp)
    var maximumBody: Int?
    @Option(name: ServeSetting.cacheSize.flagName, help: ServeSetting.cacheSize.argumentHelp)
    var cacheSize: Int?
    @Option(name: ServeSetting.logFormat.flagName, help: ServeSetting.logFormat.argumentHelp)
    var logFormat: String?
    @Option(name: ServeSetting.logLevel.flagName, help: ServeSetting.logLevel.argumentHelp)
    var logLevel: String?
    @Option(name: ServeSetting.config.flagName, help: ServeSetting.config.argumentHelp)
    var config: String?

    init() {}

    /// The flags that are given.
    var values: [AbsoluteConfigKey: ConfigValue] {
        let contents: [(ServeSetting, ConfigContent?)] = [
            (.host, host.map { .string($0) }), (.port, port.map { .int($0) }),
            (.publicURL, publicURL.map { .string($0) }), (.tlsCertificate, tlsCertificate.map { .string($0) }),
            (.tlsKey, tlsKey.map { .string($0) }),
            (.trustedProxy, trustedProxy.isEmpty ? nil : .stringArray(trustedProxy)),
            (.allowWrites, allowWrites.map { .bool($0) }), (.cors, cors.isEmpty ? nil : .stringArray(cors)),
            (.rate, rate.map { .double($0) }), (.burst, burst.map { .int($0) }),
            (.maximumConcurrent, maximumConcurrent.map { .int($0) }),
            (.requestTimeout, requestTimeout.map { .int($0) }), (.maximumBody, maximumBody.map { .int($0) }),
            (.cacheSize, cacheSize.map { .int($0) }), (.logFormat, logFormat.map { .string($0) }),
            (.logLevel, logLevel.map { .string($0) }),
        ]
        return contents.reduce(into: [:]) { values, entry in
            values[AbsoluteConfigKey([entry.0.name])] = entry.1.map { ConfigValue($0, isSecret: false) }
        }
    }
}

extension ServeSetting {
    fileprivate var flagName: NameSpecification { .customLong(name) }

    /// The sentence for `--help`, with the default and the variable.
    fileprivate var argumentHelp: ArgumentHelp {
        ArgumentHelp(
            "\(help) (default: \(fallback); \(variable))",
            valueName: placeholder.isEmpty ? nil : placeholder.lowercased())
    }
}
