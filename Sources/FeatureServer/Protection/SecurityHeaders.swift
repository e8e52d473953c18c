/// Header fields that tell browsers to do no more with an answer than it is meant for.
package struct SecurityHeaders: Sendable {
    /// What an answer is to a browser.
    package enum Content: Sendable, CaseIterable {
        /// A page for people.
        case page
        /// Data: JSON, CSV, text.
        case data
    }

    private let page: [(name: String, value: String)]
    private let data: [(name: String, value: String)]

    /// Makes the fields once.
    ///
    /// - Parameters:
    ///   - hasTLS: Whether the service itself speaks TLS. Where a proxy does, the promise to use nothing else is the proxy's.
    ///   - isShared: Whether pages of other origins may use the data (``CrossOrigin`` is not off).
    package init(hasTLS: Bool, isShared: Bool) {
        var common = [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            (
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
            ),
        ]
        if hasTLS { common.append(("Strict-Transport-Security", "max-age=31536000")) }
        page =
            common + [
                (
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'"
                ),
                ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ]
        data =
            common + [
                ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                ("Cross-Origin-Resource-Policy", isShared ? "cross-origin" : "same-origin"),
            ]
    }

    /// The fields for one kind of answer.
    package func fields(for content: Content) -> [(name: String, value: String)] {
        switch content {
        case .page: page
        case .data: data
        }
    }
}
