import FeatureFormats
import GeographyModel
import HealthLiteracy

/// A profile laid out for reading on a terminal.
struct ProfilePage {
    private let profile: AreaProfile
    private let width: Int
    private let isColoured: Bool
    private var lines: [String] = []

    /// Lays out a profile in `width` columns.
    init(_ profile: AreaProfile, width: Int, isColoured: Bool) {
        self.profile = profile
        self.width = min(width, 110)
        self.isColoured = isColoured
        heading()
        for figure in profile.figures { block(figure) }
        if profile.figures.isEmpty { lines += ["", "No figures."] }
        initiatives()
        notes()
    }

    /// The notes that tell how the name was read: they come first.
    private static let aboutTheName: Set<Note.Code> = [.resolved, .ambiguousName]

    /// The page, with a line end after each line.
    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func heading() {
        lines.append(bold("\(profile.area.name) (\(profile.area.code), \(profile.area.type.label))"))
        for note in profile.notes where Self.aboutTheName.contains(note.code) { wrap("→ ", note.text, indent: 2) }
        for parent in profile.parents where parent.area.type != .country {
            let share = parent.share < 1 ? " (\(Self.decimals(parent.share * 100, 1)) % of its LSOAs)" : ""
            lines.append("  \(label(parent.area.type))\(parent.area.name)\(share)")
        }
        if let residents = profile.residents {
            let working = profile.workingAge.map { ", \(Self.thousands($0)) aged 16 to 64" } ?? ""
            lines.append("  Residents  \(Self.thousands(residents))\(working) (Census 2021)")
        }
        if !profile.predecessors.isEmpty { wrap("Formerly ", profile.predecessors.joined(separator: ", "), indent: 2) }
    }

    private func label(_ type: AreaType) -> String {
        let word = type == .icb ? "Board" : type.label.prefix(1).uppercased() + type.label.dropFirst()
        return word.padding(to: 11)
    }

    private mutating func block(_ figure: AreaProfile.Figure) {
        lines += ["", bold("\(figure.indicator.title) – \(figure.edition.title)")]
        lines.append("  \(value(figure))\(people(figure))")
        if !figure.standings.isEmpty {
            let places = figure.standings.map { "\($0.rank) of \($0.count) in \($0.scope.name)" }
            wrap("Rank ", places.joined(separator: "; ") + " (1 is the greatest need)", indent: 2)
        }
        if let order = profile.order, order.indicator == figure.indicator, order.edition == figure.edition {
            strip(order)
        }
        if let england = figure.benchmark { lines.append("  England \(Self.decimals(england, 1)) %") }
        if let remark = figure.estimate.remark { wrap("Remark: ", remark, indent: 2) }
        let address = figure.source.address.map { ", \($0)" } ?? ""
        wrap("Source: ", "\(figure.source.title)\(address) (\(figure.source.licence))", indent: 2, isDim: true)
    }

    /// All areas in a line, the greatest need on the left: this one, its rank interval, the country's mean.
    private mutating func strip(_ order: AreaProfile.Order) {
        let cells = max(20, min(width - 6, 72))
        func cell(_ place: Int) -> Int { min(cells - 1, max(0, place * cells / order.estimates.count)) }
        var line = [Character](repeating: "─", count: cells)
        if let lower = order.rankLower, let upper = order.rankUpper {
            for place in cell(lower - 1)...max(cell(lower - 1), cell(upper - 1)) { line[place] = "━" }
        }
        if let mean = order.benchmarkPlace { line[cell(mean)] = "┼" }
        line[cell(order.place)] = "●"
        lines.append("  ├\(String(line))┤")
        var key = "● \(profile.area.name)"
        if let lower = order.rankLower, let upper = order.rankUpper {
            key += ", ━ 95 % rank interval \(lower) to \(upper) of \(order.estimates.count)"
        }
        if order.benchmarkPlace != nil { key += ", ┼ England's mean" }
        if let probability = order.probabilityInWorst {
            key += "; P(in the worst fifth) \(Self.decimals(probability, 2))"
        }
        wrap("", key, indent: 2)
    }

    private func value(_ figure: AreaProfile.Figure) -> String {
        guard let value = figure.estimate.value else { return "withheld by the producer" }
        let unit = figure.indicator.unit == "percent" ? " %" : " \(figure.indicator.unit)"
        guard let lower = figure.estimate.lower, let upper = figure.estimate.upper else {
            return "\(Self.decimals(value, 1))\(unit) (no interval)"
        }
        return
            "\(Self.decimals(value, 1))\(unit) (95 % interval \(Self.decimals(lower, 1)) to \(Self.decimals(upper, 1)))"
    }

    private func people(_ figure: AreaProfile.Figure) -> String {
        guard let people = figure.people, let population = figure.population else { return "" }
        let concerned = figure.indicator.polarity == .lowIsGood ? "" : " without"
        return ", \(Self.thousands(people)) of \(Self.thousands(population)) people\(concerned)"
    }

    private mutating func initiatives() {
        lines += ["", bold("Initiatives as of \(profile.day): \(profile.initiatives.count)")]
        for entry in profile.initiatives {
            let dates = [entry.initiative.start?.text, entry.initiative.end?.text]
            let span = dates.allSatisfy { $0 == nil } ? "undated" : "\(dates[0] ?? "?") – \(dates[1] ?? "?")"
            let reach =
                switch entry.reach {
                case .whole: entry.via == profile.area.name ? "" : ", through \(entry.via)"
                case .part: ", in a part of it"
                case .site: ", one institution"
                case .within: ", in \(entry.via)"
                }
            let status = entry.activity == .undated ? "" : ", \(entry.activity.rawValue)"
            wrap("• ", "\(entry.initiative.name) (\(span)\(status)\(reach))", indent: 2)
        }
    }

    private mutating func notes() {
        lines.append("")
        for note in profile.notes where !Self.aboutTheName.contains(note.code) {
            wrap("Note: ", note.text, indent: 0, isDim: true)
        }
    }

    /// Adds text broken between words so that it fits, the lines after the first set in by the lead's width.
    private mutating func wrap(_ lead: String, _ text: String, indent: Int, isDim: Bool = false) {
        let inset = String(repeating: " ", count: indent)
        let hanging = inset + String(repeating: " ", count: lead.count)
        var line = inset + lead
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(isDim ? dim(line) : line)
                (line, isEmpty) = (hanging, true)
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(isDim ? dim(line) : line)
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    private static func decimals(_ number: Double, _ places: Int) -> String {
        FixedDecimals.text(number, places)
    }

    private static func thousands(_ number: Double) -> String { GroupedDigits.text(Int(number.rounded())) }
}

extension StringProtocol {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
