import FeatureFormats
import GeographyModel
import SourceReaders
import SpatialStore

/// The stored content of an initiative, and nothing that follows from it: what editors change, what the audit keeps, and
/// what an entity tag for `If-Match` is made of.
struct InitiativeRecord {
    let recorded: RecordedInitiative

    /// The record of an initiative.
    init(_ recorded: RecordedInitiative) { self.recorded = recorded }

    /// A GeoJSON Feature with every stored property; numbers in full.
    var json: String {
        let initiative = recorded.initiative
        let geometry = initiative.point.map { point in
            PropertyValue.object([
                Property("type", .text("Point")),
                Property("coordinates", .array([.number(point.longitude), .number(point.latitude)])),
            ])
        }
        let properties: [Property] = [
            Property("initiative_id", .text(initiative.id)), Property("name", .text(initiative.name)),
            Property("programme", PropertyValue(initiative.programme)),
            Property("organisation", PropertyValue(initiative.organisation)),
            Property("place", PropertyValue(initiative.place)),
            Property("place_level", .text(initiative.placeLevel)),
            Property("coverage", .text(initiative.coverage.rawValue)),
            Property("area_codes", .array(initiative.areas.sorted().map { .text($0.rawValue) })),
            Property("start", PropertyValue(initiative.start?.text)),
            Property("end", PropertyValue(initiative.end?.text)),
            Property("summary", PropertyValue(initiative.summary)),
            Property("source_address", PropertyValue(initiative.sourceAddress)),
            Property("source_id", .text(recorded.sourceID)), Property("remark", PropertyValue(initiative.remark)),
        ]
        var buffer = TextBuffer()
        buffer.appendJSON(
            .object([
                Property("type", .text("Feature")), Property("id", .text(initiative.id)),
                Property("geometry", geometry ?? .null), Property("properties", .object(properties)),
            ]))
        return buffer.text
    }

    /// A word that changes with the content, and with nothing else: 128 bits of its SHA-256, in hexadecimal.
    ///
    /// It is no hash of the store's revision, so that somebody else's change elsewhere does not disturb an editor.
    var tag: String { String(Checksum.sha256(of: Array(json.utf8)).prefix(32)) }
}
