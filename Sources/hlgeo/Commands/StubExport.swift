import ArgumentParser
struct ExportCommand: AsyncParsableCommand {}
struct MapCommand: AsyncParsableCommand {}
struct ImportCommand: AsyncParsableCommand {}
