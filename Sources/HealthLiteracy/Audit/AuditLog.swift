public import GeographyModel
import SpatialStore

/// The last changes that were made over the service.
public struct AuditLog: Sendable {
    /// The changes, the newest first.
    public var entries: [AuditEntry]
}

extension HealthLiteracyService {
    /// Lists the last changes that were made over the service, the newest first.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest` for a limit below 1.
    public func audit(limit: Int = 20) async throws -> AuditLog {
        guard limit > 0 else {
            throw GeodataError(.invalidRequest, "\(limit) changes cannot be listed.", remedy: "Give 1 or more.")
        }
        return AuditLog(entries: try await store.read { try $0.audit(limit: limit) })
    }
}

extension AuditLog {
    /// The log as a listing.
    public var listing: Listing {
        Listing(
            title: "Changes over the service, the last \(entries.count)",
            context: [Property("count", .integer(entries.count))], rowsName: "changes",
            columns: [
                .init("changed_at", heading: "When"), .init("token", heading: "Token", isElastic: true),
                .init("action", heading: "Did"), .init("collection", heading: "In", isHiddenInTable: true),
                .init("feature_id", heading: "Feature", isElastic: true),
                .init("revision", heading: "Revision", isNumeric: true),
                .init("request_id", heading: "Request", isHiddenInTable: true),
                .init("before", heading: "Before", isHiddenInTable: true),
                .init("after", heading: "After", isHiddenInTable: true),
            ],
            rows: entries.map { entry in
                [
                    .text(entry.instant), .text(entry.token), .text(entry.action.rawValue), .text(entry.collection),
                    .text(entry.featureID), .integer(entry.revision), PropertyValue(entry.requestID),
                    PropertyValue(entry.before), PropertyValue(entry.after),
                ]
            }, notes: [])
    }
}
