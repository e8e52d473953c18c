import ArgumentParser
import FeatureFormats
import GeographyModel
import HealthLiteracy
import SpatialStore

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Give out, list and revoke the tokens with which the service can be written to.",
        discussion: "The store keeps a token's hash only. Whoever has the token may change every initiative.",
        subcommands: [TokenAddCommand.self, TokenListCommand.self, TokenRevokeCommand.self])
}

struct TokenAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a token and print it, this once.",
        discussion: """
            Give each person or program a token of its own: the audit tells them apart by its name.

              hlgeo token add library-team --expires 2027-03-31 > token.txt
            """)

    @Argument(help: "Who or what will use it, such as library-team.")
    var name: String

    @Option(help: "The last day (UTC) on which it is accepted, YYYY-MM-DD (default: no end).")
    var expires: CalendarDay?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let service = try store.writableService(isBulk: false)
        let token = try await service.addToken(name: name, expires: expires, at: WallClock.instant)
        try service.store.close()
        try Console.write(token + "\n")
        Console.remark("Keep it safe: it is not shown again. Clients send it as \"Authorization: Bearer TOKEN\".")
    }
}

struct TokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all tokens that were ever given out, and which of them are valid.")

    @OptionGroup var listing: ListingOptions
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await listing.write(store.service().tokens().listing(on: WallClock.utcDay))
    }
}

struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a token back; services that run refuse it from then on.")

    @Argument(help: "The token's name, as 'hlgeo token list' shows it.")
    var name: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let service = try store.writableService(isBulk: false)
        let token = try await service.revokeToken(name: name, at: WallClock.instant)
        try service.store.close()
        try Console.write("Revoked: \(token.name), at \(token.revokedAt ?? "").\n")
    }
}
