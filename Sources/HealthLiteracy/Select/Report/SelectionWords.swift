import FeatureFormats
import GeographyModel
import SiteSelection

/// The sentences of a report, so that every format says the same.
struct SelectionWords {
    private let ground: SelectionGround
    private let hasMatrix: Bool

    init(_ ground: SelectionGround, hasMatrix: Bool) {
        self.ground = ground
        self.hasMatrix = hasMatrix
    }

    /// From where to where distances go.
    var places: String {
        ground.demand.places == ground.candidates.title
            ? ground.demand.places : "\(ground.demand.places) and \(ground.candidates.title)"
    }

    /// Distances in words.
    var distances: DistanceWords { DistanceWords(isMetric: !hasMatrix) }

    /// A weight in words, such as `141,276 people`.
    func weight(_ value: Double) -> String { "\(NumberWords.number(value)) \(ground.demand.about.unit)" }

    /// An amount of the objective in words, such as what an alternative costs.
    func objective(_ value: Double) -> String {
        switch ground.problem.model {
        case .maximalCovering: weight(value)
        case .setCovering: "\(NumberWords.number(value)) \(value == 1 ? "site" : "sites")"
        case .pMedian:
            hasMatrix
                ? "\(NumberWords.number(value)) \(ground.demand.about.unit) × unit"
                : "\(NumberWords.number(value / 1000)) \(ground.demand.about.unit) × km"
        case .pCenter: distances.measured(value)
        }
    }

    /// What the objective is.
    var objective: String {
        let unit = ground.demand.about.unit
        switch ground.problem.model {
        case .maximalCovering(let reach):
            let counted = reach == 0 ? "\(unit) in the sites" : "\(unit) within \(distances.asked(reach)) of a site"
            return ground.request.robust == .p10 ? "\(counted), in nine of ten draws at least" : counted
        case .setCovering(let reach): return "sites, so that everybody is within \(distances.asked(reach)) of one"
        case .pMedian: return "\(unit) × \(hasMatrix ? "unit of the matrix" : "metres") to the nearest site"
        case .pCenter:
            return "greatest distance to the nearest site, in \(hasMatrix ? "units of the matrix" : "metres")"
        }
    }

    /// One line that says what was selected.
    func title(_ selection: Selection) -> String {
        let count = selection.sites.count == 1 ? "1 site" : "\(selection.sites.count) sites"
        let (reached, all) = (NumberWords.number(selection.servedWeight), weight(selection.demandWeight))
        let share = NumberWords.percent(
            selection.demandWeight > 0 ? selection.servedWeight / selection.demandWeight : 0)
        let what: String
        switch ground.problem.model {
        case .maximalCovering(let reach):
            let place = reach == 0 ? "in them" : "within \(distances.asked(reach)) of one"
            let robust =
                ground.request.robust == .p10
                ? ", at least \(NumberWords.number(selection.objective.rounded())) in nine of ten draws" : ""
            what =
                "\(count) with the most \(ground.demand.about.title) \(place): \(reached) of \(all) (\(share))\(robust)"
        case .setCovering(let reach):
            what = "\(count), the fewest that have all demand within \(distances.asked(reach)) of one"
        case .pMedian:
            let mean = selection.objective / max(selection.servedWeight, .leastNormalMagnitude)
            what = "\(count) with the least mean distance, \(distances.measured(mean)), of \(ground.demand.about.title)"
        case .pCenter: what = "\(count) with the least greatest distance, \(distances.measured(selection.objective))"
        }
        let proof =
            selection.isProvenOptimal
            ? "proven optimal" : "not proven: gap \(NumberWords.percent(selection.gap))"
        return "\(what); \(ground.scope), \(proof)"
    }

    /// From where distances are measured, and in what.
    var aboutDistances: String {
        if hasMatrix { return "Distances are those of the matrix, in its unit; pairs that it lacks are not connected." }
        let how =
            ground.request.measure == .geodesic ? "on the ellipsoid" : "as straight lines on the British National Grid"
        let caveat =
            places.contains("centroids")
            ? "; people do not live in one point, and roads are longer" : "; roads are longer"
        return "Distances are measured \(how) between \(places)\(caveat)."
    }

    /// How sites were chosen, and what that does not say.
    var aboutChoice: [Note] {
        var notes: [Note] = []
        let excluded = ground.problem.constraints.exclusions.filter {
            !$0.candidates.isEmpty && $0.reason != "your exclusion"
        }
        for exclusion in excluded {
            let count = exclusion.candidates.count
            notes.append(
                Note(
                    .selection,
                    "\(count) of \(ground.problem.candidates.count) candidates \(count == 1 ? "was" : "were") left out because of \(exclusion.reason); initiatives for all of England, and single institutions such as prisons, do not count."
                ))
        }
        switch ground.request.robust {
        case .mean: notes.append(Note(.selection, "The sites are best on average over all posterior draws."))
        case .p10:
            notes.append(
                Note(
                    .selection,
                    "The sites are best in the 10th percentile of \(ground.request.draws) posterior draws: in nine of ten at least the objective is reached. Figures of single sites are means; alternatives are not computed."
                ))
        case nil: break
        }
        return notes
    }

    /// What comparators are.
    var aboutComparators: Note {
        Note(
            .comparators,
            "\(ground.candidates.type == nil ? "Places are compared by the districts that they lie in. " : "")Comparators had no initiative, adjoin no site and are matched with all sites at once on who lives there, never on the modelled figure. They are reserved: do not choose them as sites. Differences of means are in standard deviations; below \(BalanceTable.limit) is good."
        )
    }
}
