import FeatureFormats
import GeographyModel

extension SelectionReport {
    /// The curve as a picture (SVG); `nil` where it was not asked, or no number of sites has an answer.
    public var curvePicture: String? { curveDrawing?.svg }

    /// The number of sites after which a further one pays visibly less; `nil` where there is no such number.
    ///
    /// It is the point of the curve farthest from the straight line between its ends, both axes scaled to 0…1 (the
    /// "Kneedle" of V. Satopää and others, ICDCS Workshops 2011, 166–171, without smoothing), where that is at least
    /// ``leastBend`` away.
    public var curveKnee: Int? {
        guard let values = curveValues, values.count >= 4, let first = values.first, let last = values.last,
            first.value != last.value
        else { return nil }
        let bends = values.map { point in
            // Both a rising and a falling curve go from 0 to 1 here.
            (point.value - first.value) / (last.value - first.value)
                - Double(point.sites - first.sites) / Double(last.sites - first.sites)
        }
        guard let most = bends.indices.max(by: { bends[$0] < bends[$1] }), bends[most] >= Self.leastBend else {
            return nil
        }
        return values[most].sites
    }

    /// A curve that bends less than this is as good as straight.
    static let leastBend = 0.1

    /// What is best for each number of sites, in the unit that people are told: percent reached, or a distance.
    private var curveValues: [(sites: Int, value: Double, isProven: Bool)]? {
        let scale = distances.unit == "metres" ? 1000.0 : 1
        let values = curve?.compactMap { point -> (sites: Int, value: Double, isProven: Bool)? in
            guard let objective = point.objective else { return nil }
            let value: Double? =
                switch request.model {
                case .mclp, .lscp: point.reachedShare.map { $0 * 100 }
                case .pMedian:
                    point.reachedShare.flatMap { share in
                        share > 0 && demand.total > 0 ? objective / (share * demand.total) / scale : nil
                    }
                case .pCenter: objective / scale
                }
            return value.map { (point.sites, $0, point.provenOptimal) }
        }
        return values?.isEmpty == false ? values?.sorted { $0.sites < $1.sites } : nil
    }

    /// The picture of the curve.
    var curveDrawing: CurvePicture? {
        guard let values = curveValues else { return nil }
        let unit = distances.unit == "metres" ? " km" : ""
        let isShare = request.model == .mclp || request.model == .lscp
        let titles: (value: String, gain: String) =
            switch request.model {
            case .mclp, .lscp: ("% of \(demand.title) reached", "what each further site adds, % points")
            case .pMedian:
                (
                    "mean distance to the nearest site\(unit.isEmpty ? "" : ", km")",
                    "what each further site takes off\(unit.isEmpty ? "" : ", km")"
                )
            case .pCenter:
                (
                    "greatest distance to the nearest site\(unit.isEmpty ? "" : ", km")",
                    "what each further site takes off\(unit.isEmpty ? "" : ", km")"
                )
            }
        let unproven = values.contains { !$0.isProven } ? "Open circles are not proven to be the best. " : ""
        let isModelled = demand.edition != nil && notes.contains { $0.code == .expectedValue }
        return CurvePicture(
            title: "What each number of sites brings, \(candidates.scope)", valueTitle: titles.value,
            gainTitle: titles.gain, unitSuffix: isShare ? " %" : unit, gainSuffix: isShare ? " points" : unit,
            isHighGood: isShare, start: isShare ? 0 : nil,
            points: values.map { .init(sites: $0.sites, value: $0.value, isProven: $0.isProven) }, knee: curveKnee,
            chosen: values.contains { $0.sites == sites.count } ? sites.count : nil,
            caption: unproven + (isModelled ? "The figures are modelled. " : "") + attribution)
    }
}
