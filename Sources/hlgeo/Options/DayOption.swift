public import ArgumentParser
public import GeographyModel

extension CalendarDay: ExpressibleByArgument {
    /// Reads the words after an option.
    public init?(argument: String) { self.init(argument) }
}

/// The day on which initiatives count as active.
struct DayOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"), help: "The day on which initiatives count as active, YYYY-MM-DD (default: today).")
    var day: CalendarDay?
}
