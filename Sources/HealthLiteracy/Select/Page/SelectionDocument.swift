import FeatureFormats
import GeographyModel

/// A selection as a report for people: what was asked, the sites and why, how sure it is, what it rests on.
///
/// It is made of the selection alone, so that one read back from its JSON gives the same report.
struct SelectionDocument {
    /// The selection.
    let report: SelectionReport
    /// The map, or why there is none.
    let map: Result<ReportDocument.Picture, GeodataError>

    /// The report, ready to be written as HTML or Markdown.
    var document: ReportDocument {
        let count = report.sites.count == 1 ? "1 site" : "\(report.sites.count) sites"
        let place = report.candidates.file.map { "of \($0)" } ?? "in \(report.candidates.scope)"
        var document = ReportDocument(title: "\(count) \(place)", lead: "\(report.title).")
        document.warning = warning
        document.sections = [question, sites]
        document.sections += [curve, stability, comparators].compactMap(\.self)
        document.sections += [notes, sources]
        document.closing =
            "Written by hlgeo \(ProgramVersion.text). Initiatives count as they were on \(report.day). \(report.attribution)"
        return document
    }

    /// Whether the figures of places come from a model.
    var isModelled: Bool { report.notes.contains { $0.code == .expectedValue } }

    /// Whether the demand comes from a model.
    var isDemandModelled: Bool { isModelled && report.demand.edition != nil }

    private var warning: String? {
        let told = report.notes.filter { $0.code == .expectedValue || $0.code == .notProven }.map(\.text)
        guard !told.isEmpty else { return nil }
        return (isModelled ? "Modelled figures. " : "") + told.joined(separator: " ")
    }

    private var notes: ReportDocument.Section {
        .init("Notes and limits", [.list(report.notes.map { .init($0.text) }, isNumbered: false)])
    }

    private var sources: ReportDocument.Section {
        let items = report.sources.map { source in
            let publisher = source.publisher.map { ". \($0)" } ?? ""
            return ReportDocument.Item(
                "\(source.title)\(publisher). Licence: \(source.licence).", address: source.address)
        }
        return .init("Sources and licences", [.list(items, isNumbered: false)])
    }

    // MARK: - Words

    /// A number as people read it.
    func number(_ value: Double) -> String { NumberWords.number(value) }

    /// A proportion in percent, with one decimal.
    func percent(_ share: Double) -> String { NumberWords.percent(share) }

    /// A number with so many decimals.
    func decimals(_ value: Double, _ places: Int) -> String { FixedDecimals.text(value, places) }

    /// Distances in words.
    var distanceWords: DistanceWords { DistanceWords(isMetric: report.distances.unit == "metres") }

    /// An amount of the objective in words, such as what an alternative costs.
    func objective(_ value: Double) -> String {
        switch report.request.model {
        case .mclp: "\(number(value.rounded())) \(report.demand.unit)"
        case .lscp: "\(number(value)) \(value == 1 ? "site" : "sites")"
        case .pMedian:
            report.distances.unit == "metres"
                ? "\(number((value / 1000).rounded())) \(report.demand.unit) × km" : number(value)
        case .pCenter: distanceWords.measured(value)
        }
    }
}
