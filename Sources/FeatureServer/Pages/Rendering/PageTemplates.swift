import Mustache

/// The templates, which are part of the program.
package struct PageTemplates: Sendable {
    private let library: MustacheLibrary

    /// Reads the templates; those that the program holds can be read, or a test fails.
    package init() throws {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        var library = MustacheLibrary()
        for (name, bytes) in Self.files {
            // Every template escapes by our rules, since one within another falls back to those of the template engine.
            let text = "{{% CONTENT_TYPE:\(EscapedHTML.name)}}" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// Fills in the template of a whole page.
    func page(_ values: TemplateValues) -> String {
        library.render(values, withTemplate: "page") ?? ""
    }

    private static let files: [(name: String, bytes: [UInt8])] = [
        ("page", PackageResources.page_mustache),
        ("table", PackageResources.table_mustache), ("facts", PackageResources.facts_mustache),
        ("links", PackageResources.links_mustache), ("prose", PackageResources.prose_mustache),
        ("form", PackageResources.form_mustache), ("map", PackageResources.map_mustache),
        ("cell-text", PackageResources.cell_text_mustache), ("cell-link", PackageResources.cell_link_mustache),
        ("cell-interval", PackageResources.cell_interval_mustache),
        ("cell-unknown", PackageResources.cell_unknown_mustache),
    ]
}
