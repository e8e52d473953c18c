import ArgumentParser

@main
struct HLGeo: AsyncParsableCommand {
}
