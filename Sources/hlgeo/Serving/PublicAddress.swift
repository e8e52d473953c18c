import FeatureServer
import Foundation

/// An address under which clients reach the service: http or https, a host, perhaps a port and a path, nothing else.
struct PublicAddress {
    /// The address without the slash at its end.
    let text: String

    /// Reads an address; `nil` for what could not stand before the path of a link.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), parts.host?.isEmpty == false, parts.query == nil,
            parts.fragment == nil, parts.user == nil, parts.password == nil,
            !parts.path.contains("//"), !parts.path.split(separator: "/").contains("..")
        else { return nil }
        self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
