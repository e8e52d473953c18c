/// Readers that take what strangers send; the raw value is the word that chooses one.
enum FuzzTarget: String, CaseIterable {
    case text, json, wkt, csv

    /// Gives the reader an input. Refusing it is well; anything that should not be stops the program.
    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch self {
        case .text: takeFilterText(String(decoding: bytes, as: UTF8.self))
        case .json: takeFilterJSON(String(decoding: bytes, as: UTF8.self))
        case .wkt: takeGeometry(String(decoding: bytes, as: UTF8.self))
        case .csv: takeTable(Array(bytes))
        }
    }
}

extension FuzzTarget {
    /// The target that the first argument names.
    static let chosen = FuzzTarget(rawValue: CommandLine.arguments.dropFirst().first ?? "") ?? .text
}

/// Stops the program with a message where something is not as it must be; a crash is what libFuzzer looks out for.
///
/// Unlike `precondition`, it says what was wrong in optimised builds too.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
