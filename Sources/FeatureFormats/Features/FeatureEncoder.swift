package import GeographyModel

/// A format that writes features one at a time, so that an answer of any length takes little memory.
///
/// Call ``begin(_:into:)`` once, ``encode(_:into:)`` for every feature, ``end(into:)`` once, and drain the buffer
/// in between. An encoder is a value; a copy taken before `begin` writes another collection.
///
/// ```swift
/// var encoder: any FeatureEncoder = GeoJSONEncoder()
/// try encoder.encode(features, header: CollectionHeader(name: "areas")) { try file.write(contentsOf: $0) }
/// ```
package protocol FeatureEncoder: Sendable {
    /// The media type with its parameters, as HTTP's `Content-Type` has it.
    static var mediaType: String { get }
    /// The usual ending of file names, without the full stop.
    static var fileExtension: String { get }
    /// How many features were left out so far because the format cannot hold them.
    var leftOut: Int { get }

    /// Writes what stands before the first feature.
    mutating func begin(_ header: CollectionHeader, into buffer: inout TextBuffer)
    /// Writes a feature.
    mutating func encode(_ feature: Feature, into buffer: inout TextBuffer)
    /// Writes what stands after the last feature.
    mutating func end(into buffer: inout TextBuffer)
}

extension FeatureEncoder {
    /// 0: most formats hold every feature.
    package var leftOut: Int { 0 }

    /// Writes a whole collection in pieces of about 256 KiB.
    ///
    /// - Parameters:
    ///   - features: The features, in the order in which they are to stand.
    ///   - header: What is said about them as a whole.
    ///   - write: Receives the bytes, which are valid during the call only.
    /// - Throws: What `write` throws.
    package mutating func encode(
        _ features: some Sequence<Feature>, header: CollectionHeader,
        _ write: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        var buffer = TextBuffer(capacity: 2 * TextBuffer.drainSize)
        begin(header, into: &buffer)
        for feature in features {
            encode(feature, into: &buffer)
            try buffer.drain(write)
        }
        end(into: &buffer)
        try buffer.drain(past: 0, write)
    }

    /// The whole collection as text.
    package mutating func text(_ features: some Sequence<Feature>, header: CollectionHeader) -> String {
        var buffer = TextBuffer()
        begin(header, into: &buffer)
        for feature in features { encode(feature, into: &buffer) }
        end(into: &buffer)
        return buffer.text
    }
}
