import HealthLiteracy

extension SelectionRequest {
    /// A request that does nothing beside the selection unless it is changed.
    static func bare(_ change: (inout SelectionRequest) -> Void) -> SelectionRequest {
        var request = SelectionRequest()
        (request.alternatives, request.comparators, request.timeLimit) = (false, 0, nil)
        change(&request)
        return request
    }
}
