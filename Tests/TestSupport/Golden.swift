import Foundation

/// A file of expected output, kept in `Goldens/` beside the test that reads it.
///
/// A missing golden, or the environment's `RECORD_GOLDENS=1`, records what came out and *fails*, so that a recording
/// is never mistaken for a pass; `git diff` is the review.
///
/// ```swift
/// #expect(Golden("areas.csv").difference(from: csv) == nil)
/// ```
package struct Golden: Sendable {
    private let file: URL

    /// Names the golden `Goldens/<name>` beside the source file that makes this call.
    package init(_ name: String, beside sourceFile: String = #filePath) {
        file = URL(fileURLWithPath: sourceFile).deletingLastPathComponent()
            .appendingPathComponent("Goldens").appendingPathComponent(name)
    }

    /// Compares `actual` with the golden, byte for byte.
    ///
    /// - Returns: `nil` where they are the same; otherwise a sentence with the first line that differs, or that the
    ///   golden was recorded.
    package func difference(from actual: String) -> String? {
        let mustRecord = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
        guard !mustRecord, let stored = try? Data(contentsOf: file) else { return record(actual) }
        if stored == Data(actual.utf8) { return nil }
        let expected = lines(of: String(decoding: stored, as: UTF8.self))
        let found = lines(of: actual)
        let row = zip(expected, found).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, found.count)
        let (want, have) = (expected.dropFirst(row).first, found.dropFirst(row).first)
        return """
            \(file.lastPathComponent):\(row + 1) differs.
            expected: \(want.map { $0.debugDescription } ?? "the end")
            found:    \(have.map { $0.debugDescription } ?? "the end")
            """
    }

    /// The text cut at LF only, so that CRLF against LF shows as a difference.
    private func lines(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    private func record(_ actual: String) -> String {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: file)
            return "\(file.lastPathComponent) was recorded; review it and run the test again."
        } catch {
            return "\(file.lastPathComponent) could not be recorded: \(error)"
        }
    }
}
