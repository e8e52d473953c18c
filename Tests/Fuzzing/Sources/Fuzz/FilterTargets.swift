import GeographyModel
import QueryEngine

/// Reads CQL2 text. What is read must print and read back the same in both encodings.
func takeFilterText(_ text: String) {
    if let filter = unlessRefused({ try FilterExpression(text: text) }) { checkRoundTrip(of: filter) }
}

/// Reads CQL2 JSON, likewise.
func takeFilterJSON(_ json: String) {
    if let filter = unlessRefused({ try FilterExpression(json: json) }) { checkRoundTrip(of: filter) }
}

/// Reads Well-Known Text, likewise.
func takeGeometry(_ wkt: String) {
    guard let geometry = unlessRefused({ try FilterGeometry(wkt: wkt) }) else { return }
    let printed = geometry.wkt
    require(
        (try? FilterGeometry(wkt: printed, limits: printedLimits)) == geometry, "reads back differently: \(printed)")
}

/// What was read; `nil` where it was refused in the words of the project.
private func unlessRefused<Value>(_ read: () throws -> Value) -> Value? {
    do {
        return try read()
    } catch let error as GeodataError {
        require(error.code != .internal && error.code != .inputMalformed, "\(error)")
        return nil
    } catch {
        fatalError("an error of another kind: \(error)")
    }
}

private func checkRoundTrip(of filter: FilterExpression) {
    let (text, json) = (filter.text, filter.json)
    require((try? FilterExpression(text: text, limits: printedLimits)) == filter, "reads back differently: \(text)")
    require((try? FilterExpression(json: json, limits: printedLimits)) == filter, "reads back differently: \(json)")
}

/// Printing may make a text longer, never deeper.
private let printedLimits = FilterLimits(length: 10_000_000)
