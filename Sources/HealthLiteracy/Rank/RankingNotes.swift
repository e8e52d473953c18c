import GeographyModel
import SpatialStore

/// What must be said beside figures of an edition.
enum RankingNotes {
    /// Areas with so few residents that a percentage of them says little: City of London, Isles of Scilly.
    static let smallAreas: Set<AreaCode> = [AreaCode("E09000001"), AreaCode("E06000053")]

    /// The notes on a ranking.
    static func notes(
        _ chosen: RecordedEdition, ranked: [RankedArea], shown: [RankedArea], unranked: Int, type: AreaType,
        scope: String,
        derivesPeople: Bool
    ) -> [Note] {
        var notes: [Note] = []
        if unranked > 0 {
            notes.append(
                Note(
                    .areasWithoutFigure,
                    "\(unranked) of \(unranked + ranked.count) \(type.plural) in \(scope) have no figure in this edition and no rank; nothing is filled in for them."
                ))
        }
        notes += edition(chosen)
        if ranked.allSatisfy({ $0.estimate.lower == nil && $0.estimate.upper == nil }) {
            notes.append(
                Note(.noInterval, "This edition gives no intervals; the true order may differ from the one shown."))
        }
        if derivesPeople { notes.append(people(chosen)) }
        let small = shown.filter { smallAreas.contains($0.area.code) }.map(\.area.name)
        if !small.isEmpty {
            notes.append(Note(.smallBase, "Few people live in \(small.joined(separator: " and ")): read it with care."))
        }
        return notes
    }

    /// The notes that hold for every figure of an edition.
    static func edition(_ chosen: RecordedEdition) -> [Note] {
        var notes = [Note(.polarity, chosen.indicator.polarity.sentence), Note(.use, chosen.indicator.cautions)]
        if chosen.edition.isModelled {
            notes.append(
                Note(
                    .expectedValue,
                    "The figures are expected values for the people who live in an area, from a model; they are not measurements of the place."
                ))
            notes.append(
                Note(.notForEvaluation, "They do not show what an initiative achieved, nor a trend over time."))
        }
        if let model = chosen.edition.model {
            notes.append(
                Note(
                    .noLocalFactors,
                    model.residualSD == 0
                        ? "The intervals make no allowance for local factors that the model cannot see."
                        : "The intervals allow for local factors that the model cannot see by a residual of \(model.residualSD) on the logit scale, an assumption."
                ))
            if let benchmark = model.benchmark {
                notes.append(Note(.benchmarked, "All areas together were shifted to \(benchmark) %."))
            }
        }
        return notes
    }

    private static func people(_ chosen: RecordedEdition) -> Note {
        let base = chosen.edition.populationBase ?? "its population base"
        return Note(
            .peopleDerived,
            "People are the percentage applied to the residents counted by \(base) (Census 2021), whose ages may differ from the edition's."
        )
    }
}
