/// A name short enough for a hexagon.
///
/// Points of the compass and other words that many names begin with become initials, then the name is cut: "S Tyn" for
/// South Tyneside, "NE De" for North East Derbyshire. Labels need not differ; tooltips have the whole names.
func hexagonLabel(_ name: String, size: Double, width: Double) -> String {
    let common: Set = [
        "North", "South", "East", "West", "Mid", "New", "City", "County", "Great", "King's", "Kingston", "St", "St.",
        "Isle", "Isles", "Central",
    ]
    var words = name.split { $0 == " " || $0 == "-" }.map(String.init)
    var initials = ""
    while let first = words.first, common.contains(first), words.count > 1 {
        initials += first.prefix(1)
        words.removeFirst()
        while let next = words.first, ["of", "upon", "and", "the"].contains(next), words.count > 1 {
            words.removeFirst()
        }
    }
    var shown = (initials.isEmpty ? "" : initials + " ") + words.joined(separator: " ")
    while textWidth(shown, size: size) > width, shown.count > 1 { shown.removeLast() }
    while shown.last == " " || shown.last == "," { shown.removeLast() }
    return shown
}
