import FeatureFormats
import GeographyModel
import HealthLiteracy

/// A profile as a page.
struct ProfilePage {
    private let profile: AreaProfile

    init(_ profile: AreaProfile) { self.profile = profile }

    var page: Page {
        var page = Page(title: profile.area.name, target: "/areas/\(profile.area.code)")
        page.trail = [.home, PageLink("Rankings", "/rankings")]
        page.lead = lead
        page.blocks = [.facts(place)] + profile.figures.map { .facts(facts($0)) } + [.table(initiatives), further]
        page.notes = profile.notes.map(\.text)
        var sources: [String] = []
        for figure in profile.figures {
            let source = "\(figure.source.title) (\(figure.source.licence))"
            if !sources.contains(source) { sources.append(source) }
        }
        page.sources = sources
        return page
    }

    private var lead: String {
        guard
            let figure = profile.figures.first(where: {
                $0.indicator.id == profile.order?.indicator.id && $0.edition.id == profile.order?.edition.id
            }),
            let value = figure.estimate.value, figure.indicator.unit == "percent"
        else { return "\(profile.area.type.label) \(profile.area.code)" }
        let interval = Self.interval(figure).map { ", 95 % interval \($0)" } ?? ""
        return "\(figure.indicator.title): \(Self.decimals(value)) %\(interval)."
    }

    private var place: PageFacts {
        var facts = [
            PageFact("Code", .text(profile.area.code.rawValue)), PageFact("Level", .text(profile.area.type.label)),
        ]
        let wider = profile.parents.filter { $0.area.type != .country }
        facts.append(
            PageFact(
                "Lies in",
                wider.map { parent in
                    let share = parent.share < 1 ? " (\(Self.decimals(parent.share * 100)) % of it)" : ""
                    return .link(PageLink(parent.area.name + share, "/areas/\(parent.area.code)"))
                }))
        if let residents = profile.residents {
            facts.append(PageFact("Residents (Census 2021)", .text(Self.thousands(residents))))
        }
        if let adults = profile.workingAge { facts.append(PageFact("Aged 16 to 64", .text(Self.thousands(adults)))) }
        if !profile.predecessors.isEmpty {
            facts.append(PageFact("Formerly", profile.predecessors.map { .text($0) }))
        }
        return PageFacts("Where it lies", facts)
    }

    private func facts(_ figure: AreaProfile.Figure) -> PageFacts {
        let unit = figure.indicator.unit == "percent" ? " %" : " \(figure.indicator.unit)"
        var facts = [
            PageFact("Figure", PageCell(figure.estimate.value.map { Self.decimals($0) + unit } ?? "withheld")),
            PageFact("95 % interval", PageCell(Self.interval(figure))),
        ]
        if let people = figure.people, let population = figure.population {
            facts.append(PageFact("People", .text("\(Self.thousands(people)) of \(Self.thousands(population))")))
        }
        if let england = figure.benchmark { facts.append(PageFact("England", .text(Self.decimals(england) + unit))) }
        facts += figure.standings.map {
            PageFact("Rank in \($0.scope.name)", .text("\($0.rank) of \($0.count) (1 is the greatest need)"))
        }
        if let order = profile.order, order.indicator.id == figure.indicator.id, order.edition.id == figure.edition.id,
            let lower = order.rankLower, let upper = order.rankUpper
        {
            facts.append(
                PageFact("95 % interval of the rank", .text("\(lower) to \(upper) of \(order.estimates.count)")))
        }
        if let remark = figure.estimate.remark { facts.append(PageFact("Remark", .text(remark))) }
        facts.append(PageFact("Source", source(figure.source)))
        return PageFacts("\(figure.indicator.title) – \(figure.edition.title)", facts)
    }

    private func source(_ source: DataSource) -> PageCell {
        source.address.map { .link(PageLink(source.title, $0)) } ?? .text(source.title)
    }

    private var initiatives: PageTable {
        PageTable(
            "Initiatives as of \(profile.day)",
            columns: [
                .init("Initiative", isRowHeader: true), .init("From"), .init("Until"), .init("Standing"),
                .init("Through"),
            ],
            rows: profile.initiatives.map { entry in
                [
                    .link(
                        PageLink(
                            entry.initiative.name, "/collections/initiatives/items/\(entry.initiative.id.addressPart)")),
                    PageCell(entry.initiative.start?.text), PageCell(entry.initiative.end?.text),
                    .text(entry.activity.rawValue), .text(entry.via),
                ]
            })
    }

    private var further: PageBlock {
        var links: [(link: PageLink, explanation: String?)] = [
            (PageLink("Compare with another area", "/compare?areas=\(profile.area.code)"), nil)
        ]
        if profile.area.type != .district {
            links.append((PageLink("Its districts in order", "/rankings?within=\(profile.area.code)"), nil))
        }
        links.append(
            (
                PageLink(
                    "Its boundary as GeoJSON",
                    "/collections/\(profile.area.type.plural)/items/\(profile.area.code)?f=json",
                    mediaType: "application/geo+json"), nil
            ))
        return .links(PageLinks("More", links))
    }

    private static func interval(_ figure: AreaProfile.Figure) -> String? {
        guard let lower = figure.estimate.lower, let upper = figure.estimate.upper else { return nil }
        return "\(decimals(lower)) to \(decimals(upper))"
    }

    private static func decimals(_ number: Double) -> String {
        FixedDecimals.text(number, 1)
    }

    private static func thousands(_ number: Double) -> String { GroupedDigits.text(Int(number.rounded())) }
}
