import GeographyModel

/// Finds a set of wishes that cannot all be met and is as small as it can be made: irreducible.
///
/// The deletion filter: leave out one wish after another, and leave it out for good where the rest is still impossible
/// (Chinneck and Dravnieks 1991, *Locating minimal infeasible constraint sets in linear programs*, ORSA Journal on
/// Computing 3). What remains is irreducible: without any one of them there is a solution. Kinds are tried as a whole
/// first, so that long lists cost little.
struct ConflictFinder {
    let candidateCount: Int
    let solver: any MixedIntegerSolver
    let clock: SearchClock

    /// A set of sites that meets all the wishes; `nil` where there is none.
    ///
    /// - Throws: `GeodataError` `timeBudgetSpent` where time ran out before that was known.
    func sites(meeting constraints: [NamedConstraint]) throws -> [Int]? {
        let program = MixedIntegerProgram(candidateCount: candidateCount, constraints: constraints)
        let answer = try SiteSolver(solver: solver, clock: clock, candidateCount: candidateCount)
            .solve(program, meeting: constraints)
        switch answer.status {
        case .infeasible: return nil
        case .optimal: return answer.sites
        case .stopped:
            if let sites = answer.sites { return sites }
            throw GeodataError(
                .timeBudgetSpent, "The time was over before any set of sites was found that meets the constraints.",
                remedy: "Give more time, or fewer constraints.")
        }
    }

    /// The wishes among those that cannot all be met that clash, as few as time allows to find.
    func conflict(among constraints: [NamedConstraint]) throws -> [NamedConstraint] {
        var kept = constraints
        func isImpossible(_ rest: [NamedConstraint]) throws -> Bool {
            do { return try sites(meeting: rest) == nil } catch let error as GeodataError
                where error.code == .timeBudgetSpent
            { return false }
        }
        let kinds: [NamedConstraint.Kind] = [.service, .exclude, .include, .separation, .group, .budget, .count]
        for kind in kinds {
            let rest = kept.filter { $0.kind != kind }
            if rest.count < kept.count, try isImpossible(rest) { kept = rest }
        }
        var place = kept.count - 1
        while place >= 0 {
            var rest = kept
            rest.remove(at: place)
            if try isImpossible(rest) { kept = rest }
            place -= 1
        }
        return kept
    }

    /// The error that tells the clash.
    func error(for constraints: [NamedConstraint]) throws -> GeodataError {
        let texts = try conflict(among: constraints).map(\.text)
        let list =
            texts.count < 2
            ? texts.joined() : texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
        return GeodataError(
            .invalidRequest, "No set of sites can have \(list)\(texts.count > 1 ? " at once" : "").",
            remedy: texts.count > 1 ? "At least one of them must be relaxed." : "Relax it.")
    }
}
