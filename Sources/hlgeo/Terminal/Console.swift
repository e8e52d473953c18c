import Foundation
import GeographyModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The two streams that a command writes to, and what is known of the terminal behind them.
enum Console {
    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether colour is wanted: on a terminal that has it, unless NO_COLOR is set (no-color.org).
    static var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// How many columns a table may take: the terminal's, or the number in COLUMNS, or no limit into a file or pipe.
    static var width: Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns >= 40 {
            return columns
        }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? max(40, Int(size.ws_col)) : (isTerminal ? 80 : 160)
    }

    /// Writes text to standard output.
    ///
    /// - Throws: ``GeodataError`` `outputFailed`, such as on a full disk.
    static func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0), to: STDOUT_FILENO, name: "standard output") }
    }

    /// Writes all bytes to an open file.
    ///
    /// - Throws: ``GeodataError`` `outputFailed`, such as on a full disk.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            #else
                let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw GeodataError(
                    .outputFailed, "Writing to \(name) failed: \(String(cString: strerror(errno))).",
                    remedy: "Check the disk space and the permissions.")
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a line to standard error; if even that fails there is nobody left to tell.
    static func complain(_ text: String) {
        var line = "hlgeo: \(text)\n"
        line.withUTF8 { try? write(UnsafeRawBufferPointer($0), to: STDERR_FILENO, name: "standard error") }
    }

    /// Writes a line about the work, not about the answer, to standard error.
    static func remark(_ text: String) {
        var line = text + "\n"
        line.withUTF8 { try? write(UnsafeRawBufferPointer($0), to: STDERR_FILENO, name: "standard error") }
    }
}
