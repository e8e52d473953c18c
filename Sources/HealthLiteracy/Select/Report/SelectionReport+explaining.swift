import GeographyModel
import SiteSelection

extension SelectionReport.Site {
    /// Tells of one site what it brings, what is known of it, and what would be done without it.
    init(
        _ site: SelectedSite, _ ground: SelectionGround, _ solved: SolvedSelection, _ words: SelectionWords,
        reserved: Set<String>
    ) {
        let candidate = ground.problem.candidates[site.candidate]
        let place = ground.candidates.places[site.candidate]
        let area = place.area ?? place.district
        let figure = area.flatMap { ground.figures[$0.code] } ?? place.district.flatMap { ground.figures[$0.code] }
        let alternative = solved.alternatives.first { $0.site == site.candidate }
            .map { SelectionReport.Alternative($0, ground, solved.selection, reserved: reserved) }
        let isIncluded = ground.problem.constraints.include.contains(candidate.id)
        self.init(
            id: candidate.id, name: place.name, longitude: candidate.position?.longitude,
            latitude: candidate.position?.latitude, district: place.district.map(SelectionReport.Place.init),
            region: place.region.map(SelectionReport.Place.init), icb: place.icb.map(SelectionReport.Place.init),
            value: figure?.estimate.value, valueLower: figure?.estimate.lower, valueUpper: figure?.estimate.upper,
            people: figure?.people, rank: figure?.rank, rankLower: figure?.rankLower, rankUpper: figure?.rankUpper,
            rankedCount: figure == nil ? nil : ground.rankedCount, cost: candidate.cost, included: isIncluded,
            reached: site.assignedWeight, meanDistance: site.meanDistance, covered: site.coveredWeight,
            coveredAlone: site.uniqueWeight,
            nearestInitiative: ground.initiatives.nearest(to: candidate.position, in: (place.district ?? area)?.code),
            alternative: alternative, drawShare: solved.stability?.frequency(of: site.candidate), reason: "")
        reason = why(ground, solved.selection, words)
    }

    /// Why it is a site.
    private func why(_ ground: SelectionGround, _ selection: Selection, _ words: SelectionWords) -> String {
        var sentences: [String] = []
        let share = NumberWords.percent(selection.servedWeight > 0 ? reached / selection.servedWeight : 0)
        let mean = meanDistance.map { $0 > 0 ? ", on average \(words.distances.measured($0)) away" : "" } ?? ""
        sentences.append(
            "It is the nearest site for \(words.weight(reached.rounded()))\(mean), \(share) of those reached.")
        if let coveredAlone, coveredAlone < reached {
            sentences.append("\(words.weight(coveredAlone.rounded())) of them are within reach of no other site.")
        }
        if let rank, let rankedCount {
            let interval =
                rankLower.flatMap { lower in rankUpper.map { lower == $0 ? "" : ", \(lower) to \($0) at 95 %" } } ?? ""
            let whose = ground.candidates.type == nil ? "Its district's figure ranks" : "Its figure ranks"
            sentences.append("\(whose) \(rank) of \(rankedCount)\(interval).")
        }
        if included { sentences.append("It was asked for.") }
        sentences += minimums(ground, selection)
        if let alternative { sentences.append(alternative.sentence(words)) }
        return sentences.joined(separator: " ")
    }

    /// The least numbers in groups that would not be met without it and another in its place.
    private func minimums(_ ground: SelectionGround, _ selection: Selection) -> [String] {
        guard let own = ground.problem.candidates.first(where: { $0.id == id }) else { return [] }
        return ground.problem.constraints.groups.flatMap { limit in
            (own.groups[limit.kind] ?? []).compactMap { group -> String? in
                guard limit.minimum > 0, limit.group == nil || limit.group == group else { return nil }
                let members = selection.sites.count {
                    (ground.problem.candidates[$0.candidate].groups[limit.kind] ?? []).contains(group)
                }
                guard members == limit.minimum else { return nil }
                return limit.minimum == 1
                    ? "It is the only site in \(limit.kind) \(group), which must have one."
                    : "It is one of the \(limit.minimum) sites that \(limit.kind) \(group) must have."
            }
        }
    }
}

extension SelectionReport.Alternative {
    /// Tells of the best selection without a site.
    fileprivate init(
        _ alternative: SiteAlternative, _ ground: SelectionGround, _ selection: Selection, reserved: Set<String>
    ) {
        func places(_ candidates: [Int]) -> [SelectionReport.Place] {
            candidates.map {
                SelectionReport.Place(id: ground.problem.candidates[$0].id, name: ground.candidates.places[$0].name)
            }
        }
        self.init(
            possible: alternative.selection != nil, incoming: places(alternative.incoming),
            outgoing: places(alternative.outgoing), loss: alternative.loss,
            lossShare: alternative.loss.flatMap { selection.objective > 0 ? $0 / selection.objective : nil },
            provenOptimal: alternative.selection?.isProvenOptimal ?? false,
            reserved: places(alternative.incoming).map(\.id).filter(reserved.contains))
    }

    /// Who comes in, and who goes too: `A and B, with C going, too`.
    var exchange: String {
        let others = NumberWords.list(outgoing.dropFirst().map(\.name))
        let names = incoming.isEmpty ? "no other site" : NumberWords.list(incoming.map(named))
        return names + (others.isEmpty ? "" : ", with \(others) going, too")
    }

    private func named(_ place: SelectionReport.Place) -> String {
        reserved.contains(place.id) ? "\(place.name) (a comparator now)" : place.name
    }

    /// The alternative in words.
    fileprivate func sentence(_ words: SelectionWords) -> String {
        guard possible else { return "Without it the constraints cannot be met." }
        let best = provenOptimal ? "the best" : "the best found"
        let instead =
            incoming.isEmpty
            ? "Without it there would be no other site in its place" : "Without it \(best) would be \(exchange)"
        guard let loss else { return "\(instead)." }
        if loss < 0 { return "\(instead), which would gain \(words.objective(-loss))." }
        if loss == 0 { return "\(instead), at no loss." }
        let percent = lossShare.map { " (\(NumberWords.percent($0)))" } ?? ""
        return "\(instead), at a loss of \(words.objective(loss))\(percent)."
    }
}
