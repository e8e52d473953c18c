import Foundation

/// Runs the program as a user does.
struct Program {
    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var complaint: String
    }

    /// The program beside the test bundle.
    static let path: String = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appendingPathComponent("hlgeo").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return "/hlgeo-was-not-built"
    }()

    /// Runs a program with a store and nothing of the caller's own settings.
    static func run(_ arguments: [String], store: String?, program: String = path) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = [
            "HLGEO_STORE": store ?? "/nowhere/none.sqlite", "PATH": "/usr/bin:/bin", "COLUMNS": "100",
        ]
        let (output, complaint) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaint
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Complaints are short, so they fit the pipe while the output is read.
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let errors = complaint.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            complaint: String(decoding: errors, as: UTF8.self))
    }
}
