import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy

/// Files for people that are written beside the answer.
struct SelectionFileOptions: ParsableArguments {
    /// How a file is written, by the end of its name.
    enum Format: String, CaseIterable {
        /// A report in one page that needs nothing else.
        case html
        /// The same as words and tables.
        case markdown
        /// The curve as a picture.
        case svg
        /// The curve as a table.
        case csv

        /// What the names of its files end with.
        var endings: [String] {
            switch self {
            case .html: [".html", ".htm"]
            case .markdown: [".md", ".markdown"]
            case .svg: [".svg"]
            case .csv: [".csv"]
            }
        }
    }

    @Option(
        parsing: .singleValue,
        help: "A report for people, in one page: a file that ends with .html or .md; may be repeated.")
    var report: [String] = []

    @Option(
        parsing: .singleValue,
        help: "The curve: a picture of it (a file that ends with .svg) or a table (.csv); may be repeated.")
    var curveFile: [String] = []

    /// Refuses, before anything is solved, names that say no format and files that cannot be written.
    ///
    /// - Parameters:
    ///   - hasCurve: Whether a curve was asked for.
    ///   - output: The file of the answer itself.
    ///   - inputs: Files that are read.
    /// - Throws: ``GeodataError`` `invalidRequest` where files are named that nothing goes to, or one twice; `outputFailed`
    ///   for files that cannot be written.
    func check(hasCurve: Bool, output: String?, inputs: [String]) throws {
        for file in report { _ = try Self.format(of: file, [.html, .markdown], "A report is HTML or Markdown") }
        for file in curveFile { _ = try Self.format(of: file, [.svg, .csv], "A curve is a picture or a table") }
        guard hasCurve || curveFile.isEmpty else {
            throw GeodataError(
                .invalidRequest, "There is no curve to write.",
                remedy: "Add --curve with numbers of sites, such as 1..20.")
        }
        let files = ([output].compactMap(\.self) + report + curveFile).filter { $0 != "-" }
        // Beside tables go their metadata.
        let written = (files + files.map { TableMetadata.name(besides: $0) }).map(OutputFile.place(of:))
        let read = Set(inputs.map(OutputFile.place(of:)))
        if let twice = written.first(where: { file in read.contains(file) || written.count { $0 == file } > 1 }) {
            throw GeodataError(
                .invalidRequest, "\(twice) would be written over.", remedy: "Give every file a name of its own.")
        }
        for file in files { try OutputFile.requireWritable(file) }
    }

    /// Writes what was asked for.
    func write(_ selection: SelectionReport, _ service: HealthLiteracyService) async throws {
        for file in report {
            let isPage = try Self.format(of: file, [.html, .markdown], "") == .html
            let text = isPage ? try await service.html(of: selection) : service.markdown(of: selection)
            try await OutputFile.write(text, to: file)
            Console.remark("Report written to \(file)")
        }
        for file in curveFile {
            guard let picture = selection.curvePicture, let curve = selection.curve else {
                throw GeodataError(
                    .invalidRequest,
                    "The curve has no points: no number of sites meets the constraints, or there was no time.",
                    remedy: "Ask for more sites, loosen the constraints, or give a longer time limit.")
            }
            if try Self.format(of: file, [.svg, .csv], "") == .svg {
                try await OutputFile.write(picture, to: file)
            } else {
                let listing = SelectionReport.listing(curve)
                try await OutputFile.write(ListingFormat.csv.text(listing), to: file)
                try await Sidecar.write(
                    TableMetadata(listing, fileName: Sidecar.fileName(of: file)), besides: file)
            }
            Console.remark("Curve written to \(file)")
        }
    }

    private static func format(of file: String, _ known: [Format], _ what: String) throws -> Format {
        let name = file.lowercased()
        guard let format = known.first(where: { $0.endings.contains(where: name.hasSuffix) }) else {
            throw GeodataError(
                .invalidRequest, "\(what), which \(file) does not say.",
                remedy: "Name a file that ends with \(known.map { $0.endings[0] }.joined(separator: " or ")).")
        }
        return format
    }
}
