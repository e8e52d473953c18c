import ArgumentParser
import GeographyModel

/// The program: parses, calls the service, formats, and turns every failure into a sentence and an exit status.
@main
struct Main {
    static func main() async {
        do {
            var command = try HLGeo.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.end(with: error)
        }
    }
}

/// The root command, which only holds the others.
struct HLGeo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hlgeo",
        abstract: "Where in England health literacy is low, how sure we are, and who is working on it.",
        discussion: """
            The figure is the percentage of residents of working age below the health-literacy threshold: high is bad. \
            Start with 'hlgeo load', then 'hlgeo profile Newham'.
            """,
        version: ProgramVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Ask",
                subcommands: [
                    RankCommand.self, ProfileCommand.self, CompareCommand.self, AggregateCommand.self,
                    InitiativesCommand.self, GapsCommand.self, LocateCommand.self, QueryCommand.self,
                    CQL2Command.self,
                ]),
            CommandGroup(name: "Choose", subcommands: [SelectCommand.self]),
            CommandGroup(name: "Model", subcommands: [EstimateCommand.self, WhatIfCommand.self, PatternCommand.self]),
            CommandGroup(name: "Hand out", subcommands: [ExportCommand.self, MapCommand.self, ServeCommand.self]),
            CommandGroup(
                name: "Keep", subcommands: [LoadCommand.self, ImportCommand.self, RemoveCommand.self, InfoCommand.self]),
            CommandGroup(name: "Let others write", subcommands: [TokenCommand.self, AuditCommand.self]),
        ])
}
