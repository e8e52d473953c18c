import GeographyModel
import SiteSelection

extension SelectionRequest {
    /// Refuses what contradicts itself before anything is read.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    func validate(hasMatrix: Bool, hasCandidateFile: Bool, hasDemandFile: Bool) throws {
        if model == .lscp, distance == nil {
            throw Self.wrong("Set covering needs a service distance.", "Say how far people can go, such as 20 km.")
        }
        if model == .mclp, distance == nil, hasMatrix || hasCandidateFile || hasDemandFile {
            throw Self.wrong(
                "Maximal covering between files needs a service distance.",
                hasMatrix ? "Give it in the unit of the matrix." : "Say how far people can go, such as 20 km.")
        }
        if model == .mclp, distance == nil, let demandLevel, demandLevel != level {
            throw Self.wrong(
                "Maximal covering of \(demandLevel) from \(level) needs a service distance.",
                "Say how far people can go, such as 20 km.")
        }
        if model == .pMedian || model == .pCenter, distance != nil {
            throw Self.wrong(
                "The \(model.rawValue) model has no service distance.", "Leave it out, or use the mclp or lscp model.")
        }
        if model != .lscp, sites == nil, budget == nil {
            throw Self.wrong("It is not said how many sites there are to be.", "Give a number of sites or a budget.")
        }
        if cost == nil, budget != nil, !hasCandidateFile {
            throw Self.wrong("A budget needs the cost of each candidate.", "Name the property that says it.")
        }
        if hasMatrix, measure == .projected {
            throw Self.wrong("A matrix has its own distances.", "Bring a matrix, or measure on the National Grid.")
        }
        if hasCandidateFile, filter != nil {
            throw Self.wrong(
                "A filter asks for properties of areas, and the candidates are places of a file.",
                "Leave the rows out of the file instead.")
        }
        if hasDemandFile, demandFilter != nil {
            throw Self.wrong(
                "A filter asks for properties of areas, and the demand is points of a file.",
                "Leave the rows out of the file instead.")
        }
        if robust != nil || stability, hasDemandFile || demandProperty != nil {
            throw Self.wrong(
                "Only people of a modelled edition have draws.",
                "Leave the draws out, or take people with low health literacy as demand.")
        }
        if stability || robust != nil, model == .lscp || model == .pCenter {
            throw Self.wrong(
                "Draws change nothing in the \(model.rawValue) model: it does not weigh demand.",
                "Use the mclp or the p-median model, or leave the draws out.")
        }
        if robust == .p10, curveTo != nil {
            throw Self.wrong(
                "A curve of 10th percentiles is not computed.", "Leave the curve out, or take the best by mean.")
        }
        if model == .lscp, curveTo != nil {
            throw Self.wrong(
                "Set covering itself finds the number of sites, so it has no curve.",
                "Take the curve of the mclp, p-median or p-center model.")
        }
        if (curveFrom == nil) != (curveTo == nil) || (curveFrom ?? 1) < 1 || (curveFrom ?? 1) > (curveTo ?? .max) {
            throw Self.wrong("The curve does not go from a number of sites to a greater one.", "Write it like 1..20.")
        }
        guard (1...10_000).contains(draws) else {
            throw Self.wrong("\(draws) draws cannot be taken.", "Take 1 to 10000; 100 are usual.")
        }
        guard (0...20).contains(comparators) else {
            throw Self.wrong(
                "\(comparators) comparators for each site cannot be matched.", "Ask for 0 to 20; 2 are usual.")
        }
        if let timeLimit, !(timeLimit > 0) {
            throw Self.wrong("\(timeLimit) seconds are no time.", "Give a time limit above 0.")
        }
    }

    private static func wrong(_ message: String, _ remedy: String) -> GeodataError {
        GeodataError(.invalidRequest, message, remedy: remedy)
    }
}
