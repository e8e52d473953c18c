import Foundation
import HealthLiteracy

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line on standard error that shows how far long work has come; silent unless that is a terminal.
///
/// `@unchecked Sendable`: the lock guards the only state, what was drawn last.
final class ProgressBar: @unchecked Sendable {
    private static let cells = 30
    private let isShown = isatty(STDERR_FILENO) == 1
    private let lock = NSLock()
    private var lastDrawn = ""

    /// Draws the bar where it has moved.
    func show(_ progress: ImportProgress) {
        let full = Int((min(1, max(0, progress.fraction)) * Double(Self.cells)).rounded())
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.cells - full)
        show("\(bar) \(Int(progress.fraction * 100)) % \(progress.stage)")
    }

    /// Draws a line where it differs from the last one, for work of which nobody knows how much is left.
    func show(_ line: String) {
        guard isShown else { return }
        lock.withLock {
            guard line != lastDrawn else { return }
            lastDrawn = line
            draw("\r\u{1B}[K\(line)")
        }
    }

    /// Takes the bar off the screen.
    func clear() {
        guard isShown else { return }
        lock.withLock {
            if !lastDrawn.isEmpty { draw("\r\u{1B}[K") }
            lastDrawn = ""
        }
    }

    private func draw(_ text: String) {
        var text = text
        text.withUTF8 { try? Console.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO, name: "standard error") }
    }
}
