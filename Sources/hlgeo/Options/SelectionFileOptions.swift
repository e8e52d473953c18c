import ArgumentParser
import GeographyModel
import HealthLiteracy

/// Files for people that are written beside the answer.
struct SelectionFileOptions: ParsableArguments {
    /// How a report is written, by the end of its file's name.
    enum ReportFormat: CaseIterable {
        /// One page that needs nothing else.
        case html
        /// Words and tables.
        case markdown

        /// What the names of its files end with.
        var endings: [String] {
            switch self {
            case .html: [".html", ".htm"]
            case .markdown: [".md", ".markdown"]
            }
        }
    }

    @Option(
        parsing: .singleValue,
        help: "A report for people, in one page: a file that ends with .html or .md; may be repeated.")
    var report: [String] = []

    @Option(help: "A picture of the curve (SVG): what each further site brings; needs --curve.")
    var curvePicture: String?

    /// Refuses names before anything is solved.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for names that say no format, and for a picture of no curve;
    ///   `outputFailed` for files that cannot be written.
    func check(hasCurve: Bool) throws {
        for file in report {
            _ = try Self.format(of: file)
            try OutputFile.requireWritable(file)
        }
        guard let curvePicture else { return }
        guard hasCurve else {
            throw GeodataError(
                .invalidRequest, "There is no curve to draw.",
                remedy: "Add --curve with numbers of sites, such as 1..20.")
        }
        guard curvePicture.lowercased().hasSuffix(".svg") else {
            throw GeodataError(
                .invalidRequest, "Pictures are drawn as SVG, which \(curvePicture) does not say.",
                remedy: "Name a file that ends with .svg.")
        }
        try OutputFile.requireWritable(curvePicture)
    }

    /// Writes what was asked for.
    func write(_ selection: SelectionReport, _ service: HealthLiteracyService) async throws {
        for file in report {
            let text =
                switch try Self.format(of: file) {
                case .html: try await service.html(of: selection)
                case .markdown: service.markdown(of: selection)
                }
            try await OutputFile.write(text, to: file)
            Console.remark("Report written to \(file)")
        }
        guard let curvePicture else { return }
        guard let picture = selection.curvePicture else {
            throw GeodataError(
                .invalidRequest, "The curve has no points to draw: no number of sites meets the constraints in time.",
                remedy: "Ask for more sites, loosen the constraints, or give a longer time limit.")
        }
        try await OutputFile.write(picture, to: curvePicture)
        Console.remark("Picture written to \(curvePicture)")
    }

    private static func format(of file: String) throws -> ReportFormat {
        let name = file.lowercased()
        guard let format = ReportFormat.allCases.first(where: { $0.endings.contains(where: name.hasSuffix) }) else {
            throw GeodataError(
                .invalidRequest, "A report is HTML or Markdown, which \(file) does not say.",
                remedy: "Name a file that ends with .html or .md.")
        }
        return format
    }
}
