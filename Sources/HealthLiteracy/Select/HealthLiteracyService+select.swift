import GeographyModel
public import SiteSelection
import SpatialStore

extension HealthLiteracyService {
    /// Selects sites, exactly, under constraints, with what the choice rests on and what it would cost to choose
    /// otherwise.
    ///
    /// The same request on the same state of the store gives the same sites, unless time runs out. A cancelled task, or
    /// one whose effort is cancelled, gets the best that was found until then.
    ///
    /// - Parameters:
    ///   - request: What to select.
    ///   - inputs: Files with demand, candidates or distances; without them everything comes from the store.
    ///   - effort: Who may stop the search, and who is told how it goes. The time limit is the request's.
    /// - Throws: ``GeodataError`` `invalidRequest` where the request contradicts itself or its constraints clash, with those
    ///   that do; `areaNotFound`, `indicatorNotFound`, `editionNotFound`, `noFigures`;
    ///   `invalidFilter` and the filter's limits; `inputMissing` and `inputMalformed` naming the line of a file;
    ///   `timeBudgetSpent` where no set of sites was found in time.
    public func select(
        _ request: SelectionRequest, inputs: SelectionInputs = SelectionInputs(),
        effort: SelectionEffort = SelectionEffort()
    ) async throws -> SelectionReport {
        var request = request
        // A curve alone asks for its greatest number of sites.
        if request.sites == nil, request.budget == nil, request.model != .lscp { request.sites = request.curveTo }
        try request.validate(
            hasMatrix: inputs.matrix != nil, hasCandidateFile: inputs.candidates != nil,
            hasDemandFile: inputs.demand != nil)
        let day = try request.calendarDay ?? today
        let files = try SelectionFiles(inputs)
        let ground = try await store.read { [request] in try SelectionGround(request, files, day: day, $0) }
        return try await BlockingWork.run { isCancelled in
            var effort = effort
            let isStopped = effort.isCancelled
            effort.isCancelled = { isCancelled() || isStopped() }
            return try SelectionReport(
                ground, SolvedSelection(ground, effort: effort), hasMatrix: files.matrix != nil)
        }
    }
}

extension SelectionRequest {
    /// The day on which initiatives count as active; `nil` where none is named.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for words that are no day.
    var calendarDay: CalendarDay? {
        get throws {
            guard let day else { return nil }
            guard let read = CalendarDay(day) else {
                throw GeodataError(
                    .invalidRequest, "\"\(day)\" is no day.", remedy: "Write it like 2026-11-21.")
            }
            return read
        }
    }
}
