public import GeographyModel
package import SpatialStore

/// Changes of single initiatives, as OGC API – Features Part 4 has them. Each is one transaction with its audit and with
/// all that follows from it, so that nobody ever sees a part of it.
extension HealthLiteracyService {
    /// The collection that can be changed.
    static let writableCollection = "initiatives"

    /// Records a new initiative. Its identifier follows from its name.
    ///
    /// - Parameters:
    ///   - feature: A GeoJSON Feature; `id`, `initiative_id` and what follows from other properties are passed over.
    ///   - system: The reference system of its point.
    ///   - context: Who does it.
    /// - Throws: ``GeodataError`` `inputMalformed` for what is no Feature, `inputRefused` with every problem in it,
    ///   `alreadyExists` where an initiative has that identifier, `notAuthorised` for a token that was revoked meanwhile.
    public func createInitiative(
        _ feature: [UInt8], in system: CoordinateReferenceSystem = .crs84, by context: WriteContext
    ) async throws -> InitiativeWrite {
        let received = try ReceivedInitiative(feature)
        return try await write("creation of an initiative", context) { writer in
            var intake = InitiativeIntake(received, replacing: nil, reader: writer.reader)
            let initiative = try intake.initiative(received, in: system)
            guard try writer.reader.initiative(initiative.id) == nil else {
                throw GeodataError(
                    .alreadyExists, "There is an initiative \"\(initiative.id)\" already.",
                    remedy: "Replace that one, or give the new one another name.")
            }
            return try Self.put(initiative, .create, replacing: nil, context, intake.notes, writer)
        }
    }

    /// Lays an initiative over one that is there; what is not said of it any more is forgotten.
    ///
    /// - Parameters:
    ///   - id: The identifier, which stays even where the name changes.
    ///   - feature: The whole of it, as a GeoJSON Feature. Areas that are given by code and by name may differ where one
    ///     of the two is as it was.
    ///   - tags: The states that the caller knows, any of which it must be in; `nil` takes it in any state.
    ///   - system: The reference system of its point.
    ///   - context: Who does it.
    /// - Throws: ``GeodataError`` `featureNotFound`, `changedMeanwhile`, and as
    ///   ``createInitiative(_:in:by:)``.
    public func replaceInitiative(
        _ id: String, with feature: [UInt8], expecting tags: [String]?,
        in system: CoordinateReferenceSystem = .crs84, by context: WriteContext
    ) async throws -> InitiativeWrite {
        let received = try ReceivedInitiative(feature)
        return try await write("replacement of an initiative", context) { writer in
            let present = try Self.present(id, expecting: tags, writer.reader)
            var intake = InitiativeIntake(received, replacing: present, reader: writer.reader)
            let initiative = try intake.initiative(received, in: system)
            return try Self.put(initiative, .replace, replacing: present, context, intake.notes, writer)
        }
    }

    /// Takes an initiative out. A load of the embedded data set does not bring it back.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - tags: The states that the caller knows, any of which it must be in; `nil` takes it in any state.
    ///   - context: Who does it.
    /// - Throws: ``GeodataError`` `featureNotFound`, `changedMeanwhile`, `notAuthorised`.
    public func deleteInitiative(
        _ id: String, expecting tags: [String]?, by context: WriteContext
    ) async throws -> InitiativeWrite {
        try await write("deletion of an initiative", context) { writer in
            let present = try Self.present(id, expecting: tags, writer.reader)
            try writer.removeInitiative(id)
            return try Self.finish(.delete, id, before: present, after: nil, context, [], writer)
        }
    }

    /// The tag of an initiative's present state; `nil` where there is none such.
    ///
    /// Who hands it out with the initiative's content must have read it from the same state of the store, or before.
    public func initiativeTag(_ id: String) async throws -> String? {
        try await store.read { try Self.initiativeTag(id, $0) }
    }

    /// The same within a state of the store.
    package static func initiativeTag(_ id: String, _ reader: StoreReader) throws -> String? {
        try reader.initiative(id).map { InitiativeRecord($0).tag }
    }

    private func write(
        _ action: String, _ context: WriteContext, _ body: @escaping @Sendable (StoreWriter) throws -> InitiativeWrite
    ) async throws -> InitiativeWrite {
        let day = try Self.day(of: context.instant)
        return try await store.change(
            action: "\(action) with the token \(context.token.name)", at: context.instant
        ) { writer in
            // The token may have been revoked since it was looked at.
            let token = try writer.reader.accessTokens().first { $0.name == context.token.name }
            guard token?.state(on: day) == .valid else {
                throw GeodataError(
                    .notAuthorised, "The token \"\(context.token.name)\" is not accepted any more.",
                    remedy: "Ask the operator for a new one.")
            }
            return try body(writer)
        }
    }

    private static func present(
        _ id: String, expecting tags: [String]?, _ reader: StoreReader
    ) throws -> RecordedInitiative {
        guard let present = try reader.initiative(id) else {
            throw GeodataError(
                .featureNotFound, "There is no initiative \"\(ReceivedWords.short(id))\".",
                remedy: "It may have been deleted; look at the collection.")
        }
        if let tags, !tags.contains(InitiativeRecord(present).tag) {
            throw GeodataError(
                .changedMeanwhile, "The initiative \"\(id)\" is not as you have read it: somebody changed it.",
                remedy: "Read it again, make your change to that, and send it with the new tag.")
        }
        return present
    }

    private static func put(
        _ initiative: Initiative, _ action: AuditEntry.Action, replacing present: RecordedInitiative?,
        _ context: WriteContext, _ notes: [String], _ writer: StoreWriter
    ) throws -> InitiativeWrite {
        let source = DataSource(
            id: DataSource.serviceID(token: context.token.name),
            title: "Entered over the service with the token \"\(context.token.name)\"", licence: "not stated")
        try writer.put(initiative, from: try writer.put(source))
        let after = try writer.reader.initiative(initiative.id)
        return try finish(action, initiative.id, before: present, after: after, context, notes, writer)
    }

    private static func finish(
        _ action: AuditEntry.Action, _ id: String, before: RecordedInitiative?, after: RecordedInitiative?,
        _ context: WriteContext, _ notes: [String], _ writer: StoreWriter
    ) throws -> InitiativeWrite {
        let revision = try writer.nextRevision()
        try writer.forgetUnusedFiles()
        try writer.record(
            AuditEntry(
                instant: context.instant, token: context.token.name, action: action, collection: writableCollection,
                featureID: id, revision: revision, requestID: context.requestID,
                before: before.map { InitiativeRecord($0).json }, after: after.map { InitiativeRecord($0).json }))
        return InitiativeWrite(id: id, tag: after.map { InitiativeRecord($0).tag }, revision: revision, notes: notes)
    }
}
