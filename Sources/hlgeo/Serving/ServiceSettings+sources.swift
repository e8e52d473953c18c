import Configuration
import FeatureServer
import GeographyModel

extension ServiceSettings {
    /// The settings that flags, environment and file say, in this order, and what holds where none says anything.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a value that is wrong, or for two that contradict each other,
    ///   naming where each comes from and what to do.
    init(_ sources: SettingSources) throws(GeodataError) {
        self.init()
        host = try sources.text(.host)?.value ?? host
        port = try sources.integer(.port) ?? port
        publicURL = try sources.checked(.publicURL, as: "an address such as https://example.org/hlgeo") {
            PublicAddress($0)?.text
        }
        tlsCertificate = try sources.text(.tlsCertificate)?.value
        tlsKey = try sources.text(.tlsKey)?.value
        trustedProxies =
            try sources.list(.trustedProxy, as: "addresses or ranges such as 10.0.0.0/8") { words in
                let ranges = words.compactMap { AddressRange($0) }
                return ranges.count == words.count ? ranges : nil
            } ?? trustedProxies
        allowsWrites = try sources.flag(.allowWrites) ?? allowsWrites
        crossOrigin =
            try sources.list(.cors, as: "origins such as https://example.org without a path, or * alone") {
                CrossOrigin($0)
            } ?? crossOrigin
        rate = try sources.number(.rate) ?? rate
        burst = try sources.integer(.burst) ?? burst
        maximumConcurrent = try sources.integer(.maximumConcurrent) ?? maximumConcurrent
        requestTimeout = try sources.integer(.requestTimeout) ?? requestTimeout
        maximumBody = try sources.integer(.maximumBody) ?? maximumBody
        cacheSize = try sources.integer(.cacheSize) ?? cacheSize
        logForm = try sources.text(.logFormat).flatMap { ServiceLogHandler.Form(rawValue: $0.value) } ?? logForm
        logLevel = try sources.text(.logLevel)?.value ?? logLevel
        try requireHarmony(sources)
    }

    /// Refuses settings that contradict each other.
    private func requireHarmony(_ sources: SettingSources) throws(GeodataError) {
        if (tlsCertificate == nil) != (tlsKey == nil) {
            let (given, missing): (ServeSetting, ServeSetting) =
                tlsKey == nil ? (.tlsCertificate, .tlsKey) : (.tlsKey, .tlsCertificate)
            let place = try sources.text(given)?.place ?? given.flag
            throw GeodataError(
                .invalidRequest, "\(place) is given without \(missing.flag).",
                remedy: "Give both or neither.")
        }
        let isLocal = host == "localhost" || IPAddress(host).map(Self.isLoopback) == true
        if allowsWrites, !hasTLS, !isLocal, trustedProxies.isEmpty {
            throw GeodataError(
                .invalidRequest, "Tokens for writing would cross the network in the clear, listening on \(host).",
                remedy: "Give --tls-cert and --tls-key, or listen on 127.0.0.1, or name the proxy that has TLS with "
                    + "--trusted-proxy.")
        }
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        ["127.0.0.0/8", "::1"].contains { AddressRange($0)?.contains(address) == true }
    }
}

extension SettingSources {
    fileprivate func text(_ setting: ServeSetting) throws(GeodataError) -> Found<String>? {
        guard let found = try find(setting), case .string(let text) = found.value else { return nil }
        return Found(value: text, place: found.place)
    }

    fileprivate func integer(_ setting: ServeSetting) throws(GeodataError) -> Int? {
        if case .int(let number)? = try find(setting)?.value { number } else { nil }
    }

    fileprivate func number(_ setting: ServeSetting) throws(GeodataError) -> Double? {
        if case .double(let number)? = try find(setting)?.value { number } else { nil }
    }

    fileprivate func flag(_ setting: ServeSetting) throws(GeodataError) -> Bool? {
        if case .bool(let flag)? = try find(setting)?.value { flag } else { nil }
    }

    /// A text that `read` understands.
    fileprivate func checked<Value>(
        _ setting: ServeSetting, as form: String, _ read: (String) -> Value?
    ) throws(GeodataError) -> Value? {
        guard let found = try text(setting) else { return nil }
        guard let value = read(found.value) else {
            throw GeodataError(
                .invalidRequest, "\(found.place) is \"\(found.value.prefix(100))\".", remedy: "Give \(form).")
        }
        return value
    }

    /// A list that `read` understands.
    fileprivate func list<Value>(
        _ setting: ServeSetting, as form: String, _ read: ([String]) -> Value?
    ) throws(GeodataError) -> Value? {
        guard let found = try find(setting), case .stringArray(let words) = found.value else { return nil }
        guard let value = read(words) else {
            throw GeodataError(
                .invalidRequest, "\(found.place) is \"\(words.joined(separator: ", ").prefix(100))\".",
                remedy: "Give \(form).")
        }
        return value
    }
}
