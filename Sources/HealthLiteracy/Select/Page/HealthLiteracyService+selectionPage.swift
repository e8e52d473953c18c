import FeatureFormats
import GeographyModel
import SpatialStore

extension HealthLiteracyService {
    /// A selection as a report of one page, in HTML that needs nothing else, with a map.
    ///
    /// A store without boundaries or figures of the selection's level gives a report that says why it has no map.
    public func html(of report: SelectionReport) async throws -> String {
        let map = try await store.read { reader in
            do {
                return Result<ReportDocument.Picture, GeodataError>.success(
                    try Self.figure(of: report, on: today, reader))
            } catch let problem as GeodataError where Self.isLackingForMap(problem) {
                return .failure(problem)
            }
        }
        return SelectionDocument(report: report, map: map).document.html
    }

    /// A selection as a report of one page, in Markdown (CommonMark with the tables of GitHub).
    public func markdown(of report: SelectionReport) -> String {
        // Markdown has no pictures, so it does not matter which.
        SelectionDocument(report: report, map: .success(.init(svg: "", caption: ""))).document.markdown
    }

    private static func isLackingForMap(_ problem: GeodataError) -> Bool {
        [.noFigures, .invalidRequest, .areaNotFound, .indicatorNotFound, .editionNotFound].contains(problem.code)
    }

    /// The map of a report: people at the level of the candidates, or by district where that level has no boundaries.
    private static func figure(
        of report: SelectionReport, on day: CalendarDay, _ reader: StoreReader
    ) throws -> ReportDocument.Picture {
        let layer = SelectionLayer(report)
        let drawn = Set(try reader.areaCounts().filter { $0.withBoundary > 0 }.map(\.type))
        let level = layer.level.map(AreaType.init(rawValue:)).flatMap { drawn.contains($0) ? $0 : nil } ?? .district
        let query = RankingQuery(
            indicator: layer.indicator, edition: layer.edition, areaType: level, within: layer.within,
            measure: .people)
        let ranking = try rank(query, on: day, reader: reader)
        let map = try picture(
            of: ranking, query: MapQuery(ranking: query, labels: 0, selection: layer), reader: reader, layout: .figure)
        let isModelled = ranking.notes.contains { $0.code == .expectedValue }
        let words = [
            "Sites have the numbers of the table"
                + (layer.comparators.isEmpty ? "." : "; diamonds are comparators of the site of that number."),
            "Colours: \(ranking.indicator.title), people, \(ranking.edition.title).",
            isModelled ? "These figures are modelled." : nil, layer.outside(map),
        ]
        return .init(svg: map.svg, caption: words.compactMap(\.self).joined(separator: " "))
    }
}
