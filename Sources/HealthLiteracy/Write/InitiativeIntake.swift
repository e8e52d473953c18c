import GeographyModel
import SpatialStore

/// Turns what a client sent into an initiative that can be stored, or into the list of everything that is wrong with it.
struct InitiativeIntake {
    /// How many problems an answer names.
    private static let problemLimit = 20

    let reader: StoreReader
    /// What is to be replaced; `nil` for a new initiative.
    let present: RecordedInitiative?
    private(set) var problems: [String]
    /// How what was sent was understood.
    private(set) var notes: [String] = []

    /// Begins with the problems that reading found.
    init(_ received: ReceivedInitiative, replacing present: RecordedInitiative?, reader: StoreReader) {
        self.reader = reader
        self.present = present
        problems = received.problems
    }

    /// The initiative.
    ///
    /// - Parameters:
    ///   - received: What was sent.
    ///   - system: The reference system of its point.
    /// - Throws: ``GeodataError`` `inputRefused` with every problem in one message.
    mutating func initiative(
        _ received: ReceivedInitiative, in system: CoordinateReferenceSystem
    ) throws -> Initiative {
        let directory = AreaDirectory(reader: reader)
        var draft = received.draft
        try chooseAreas(received, directory, for: &draft)
        var check = InitiativeCheck(directory: directory)
        var initiative = try check.initiative(draft)
        for found in check.findings {
            let value = found.value.map { " (\"\(ReceivedWords.short($0))\")" } ?? ""
            let remedy = found.remedy.map { " \($0)" } ?? ""
            let sentence =
                found.severity == .note ? found.message : "\(found.message)\(value).\(remedy)"
            let line = "properties.\(found.field.rawValue): \(sentence)"
            if found.severity == .error { problems.append(line) } else { notes.append(line) }
        }
        initiative.point = try position(received, system)
        if let present {
            initiative.id = present.initiative.id
            for (member, id) in received.identifiers where id != initiative.id {
                problems.append(
                    "\(member): is \"\(ReceivedWords.short(id))\", but \"\(initiative.id)\" is to be replaced.")
            }
        }
        guard problems.isEmpty else { throw refusal }
        return initiative
    }

    private var refusal: GeodataError {
        let shown = problems.prefix(Self.problemLimit).joined(separator: " ")
        let hidden = problems.count - Self.problemLimit
        return GeodataError(
            .inputRefused, "The initiative was not taken. \(shown)\(hidden > 0 ? " And \(hidden) more." : "")",
            remedy: "Mend what is named and send it again; nothing was changed.")
    }

    /// Areas can be said by code and by name. Who sends both back and changed one of them means that one.
    private mutating func chooseAreas(
        _ received: ReceivedInitiative, _ directory: AreaDirectory, for draft: inout InitiativeDraft
    ) throws {
        draft.areas = received.areaCodes ?? []
        guard let names = received.areaNames else { return }
        guard let codes = received.areaCodes, try !isAsPresent(names: names) else {
            if received.areaCodes == nil { (draft.areas, draft.areasField) = (names, .areaNames) }
            return
        }
        if let present, Set(codes) == Set(present.initiative.areas.map(\.rawValue)) {
            (draft.areas, draft.areasField) = (names, .areaNames)
            return
        }
        let byCode = try codes.map { try directory.find($0)?.area.code }
        let byName = try names.map { try directory.find($0)?.area.code }
        let namesOfCodes = try byCode.compactMap { try $0.flatMap { try reader.area($0)?.name } }
        if Set(byCode) != Set(byName), Set(namesOfCodes) != Set(names) {
            problems.append(
                "properties.area_names: names other areas than area_codes. Give one of them and leave the other out.")
        }
    }

    private func isAsPresent(names: [String]) throws -> Bool {
        guard let present else { return false }
        return try Set(names) == Set(present.initiative.areas.compactMap { try reader.area($0)?.name })
    }

    private mutating func position(
        _ received: ReceivedInitiative, _ system: CoordinateReferenceSystem
    ) throws -> Position? {
        guard let (first, second) = received.coordinates else { return nil }
        var position = Position(longitude: first, latitude: second)
        if system == .epsg4326 { position = Position(longitude: second, latitude: first) }
        if system.isInMetres {
            position = try reader.transformed([position], from: system).first ?? Position(longitude: .nan, latitude: 0)
        }
        guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else {
            problems.append("geometry.coordinates: is no place in \(system.shortName). Check the order of the axes.")
            return nil
        }
        return position
    }
}
