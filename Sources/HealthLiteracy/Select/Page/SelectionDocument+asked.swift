import FeatureFormats
import GeographyModel
import SiteSelection

extension SelectionDocument {
    /// What was asked and how sure the answer is, beside the map.
    var question: ReportDocument.Section {
        let blocks: [ReportDocument.Block] = [
            .heading("What was asked"), .facts(asked), .heading("How sure it is"), .facts(certainty),
        ]
        switch map {
        case .success(let picture): return .init("Question and proof", blocks, picture: picture)
        case .failure(let problem):
            return .init("Question and proof", blocks + [.paragraph("There is no map: \(problem.description)")])
        }
    }

    private var asked: [(term: String, detail: String)] {
        var facts = [("Aim", aim), ("Demand", demand), ("Candidates", candidates)]
        if report.distances.service != 0 { facts.append(("Distances", distances)) }
        facts += limits
        switch report.request.robust {
        case .mean: facts.append(("Best by", "the mean of all posterior draws"))
        case .p10: facts.append(("Best by", "the 10th percentile of \(report.request.draws) posterior draws"))
        case nil: break
        }
        return facts
    }

    private var aim: String {
        let what = report.demand.title
        let reach = report.distances.service.map {
            $0 == 0 ? "in the sites themselves" : "within \(distanceWords.asked($0)) of a site"
        }
        return switch report.request.model {
        case .mclp: "The most \(what) \(reach ?? "within reach") (maximal covering, MCLP)"
        case .lscp: "The fewest sites that have all \(what) \(reach ?? "within reach") (set covering, LSCP)"
        case .pMedian: "The least mean distance of \(what) to the nearest site (p-median)"
        case .pCenter: "The least greatest distance to the nearest site (p-center)"
        }
    }

    private var demand: String {
        let about = report.demand
        let places =
            about.file.map { "\(number(Double(about.count))) points of \($0)" } ?? areas(about.areaType, about.count)
        let edition =
            about.editionTitle.map { "; \($0)\(isDemandModelled && !$0.contains("modelled") ? " (modelled)" : "")" }
            ?? ""
        let filter = report.request.demandFilter.map { "; only \($0)" } ?? ""
        return "\(number(about.total.rounded())) \(about.title) in \(places)\(edition)\(filter)"
    }

    private var candidates: String {
        let about = report.candidates
        let places =
            about.file.map { "\(number(Double(about.count))) places of \($0)" }
            ?? "\(areas(about.areaType, about.count)) in \(about.scope)"
        let filter = report.request.filter.map { " that meet \($0)" } ?? ""
        let excluded = about.excluded > 0 ? "; \(about.excluded) of them left out" : ""
        return "\(places)\(filter)\(excluded)"
    }

    private func areas(_ type: String?, _ count: Int) -> String {
        let type = type.map(AreaType.init(rawValue:))
        return "\(number(Double(count))) \((count == 1 ? type?.label : type?.pluralLabel) ?? "places")"
    }

    private var distances: String {
        switch report.distances.kind {
        case "matrix": "those of the matrix, in its unit"
        case "projected": "straight lines on the British National Grid between \(report.distances.places)"
        default: "on the ellipsoid between \(report.distances.places)"
        }
    }

    /// What every set of sites had to meet.
    private var limits: [(String, String)] {
        let request = report.request
        var limits: [(String, String)] = []
        if let sites = request.sites, request.model != .lscp { limits.append(("Sites", "\(sites)")) }
        if let budget = request.budget {
            limits.append(("Budget", "at most \(number(budget))\(report.candidates.cost.map { " (\($0))" } ?? "")"))
        }
        for group in request.groups {
            let least = group.minimum > 0 ? "at least \(group.minimum)" : nil
            let most = group.maximum.map { "at most \($0)" }
            let bounds = [least, most].compactMap(\.self).joined(separator: " and ")
            limits.append(
                ("In groups", "\(bounds) in \(group.group.map { "\(group.kind) \($0)" } ?? "each \(group.kind)")"))
        }
        if let separation = request.minimumSeparation {
            limits.append(("Apart", "at least \(number(separation / 1000)) km"))
        }
        if !request.include.isEmpty { limits.append(("Must be sites", request.include.joined(separator: ", "))) }
        if !request.exclude.isEmpty { limits.append(("Must not be sites", request.exclude.joined(separator: ", "))) }
        if request.excludesAnyInitiative {
            limits.append(("Left out", "places where an initiative is or was"))
        } else if request.excludesActiveInitiatives {
            limits.append(("Left out", "places where an initiative was active on \(report.day)"))
        }
        return limits
    }
}
