import Foundation
import GeographyModel
import HealthLiteracy
import SiteSelection

/// What a client sends to have sites selected: a JSON object of the options of `hlgeo select`, files apart.
enum SelectionBody {
    /// The most that one selection of the service may ask for.
    private static let (mostDraws, mostSites, mostPoints) = (1_000, 1_000, 30)

    /// The options with what their values look like, in the order in which they are described.
    static let options: [Property] = [
        Property("model", ParameterSchema.oneOf(SelectionRequest.Model.allCases.map(\.rawValue), usual: "mclp")),
        Property("distance", least(0)),
        Property(
            "measure", ParameterSchema.oneOf(SelectionRequest.Measure.allCases.map(\.rawValue), usual: "geodesic")),
        Property("sites", ParameterSchema.whole(1...mostSites)),
        Property("indicator", ParameterSchema.words), Property("edition", ParameterSchema.words),
        Property("level", ParameterSchema.words), Property("demand_level", ParameterSchema.words),
        Property("demand_property", ParameterSchema.words), Property("within", ParameterSchema.names),
        Property("filter", ParameterSchema.words), Property("demand_filter", ParameterSchema.words),
        Property("budget", least(0)), Property("cost", ParameterSchema.words),
        Property("groups", ParameterSchema.list(of: group)), Property("minimum_separation", least(0)),
        Property("include", ParameterSchema.names), Property("exclude", ParameterSchema.names),
        Property("excludes_active_initiatives", ParameterSchema.flag),
        Property("excludes_any_initiative", ParameterSchema.flag), Property("day", ParameterSchema.day),
        Property("robust", ParameterSchema.oneOf(RobustCriterion.allCases.map(\.rawValue))),
        Property("stability", ParameterSchema.flag), Property("draws", ParameterSchema.whole(1...mostDraws)),
        Property("curve_from", ParameterSchema.whole(1...mostSites)),
        Property("curve_to", ParameterSchema.whole(1...mostSites)),
        Property("comparators", ParameterSchema.whole(0...20, usual: 2)),
        Property("covariates", ParameterSchema.names), Property("alternatives", ParameterSchema.flag(usual: true)),
        Property("time_limit", least(0)),
    ]

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - seconds: The most that a selection may take; `nil` for no limit.
    /// - Throws: ``Problem`` 400 for what is no request, for an option that there is not, and for more than may be asked
    ///   for.
    static func request(_ bytes: [UInt8], seconds: Double?) throws -> SelectionRequest {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw problem("The body is no JSON object.", "Send one such as {\"sites\": 5, \"distance\": 20000}.")
        }
        let known = options.map(\.name)
        if let stranger = object.keys.filter({ !known.contains($0) }).min() {
            throw problem(
                "There is no option \"\(stranger.prefix(100))\".", "Known are: \(known.joined(separator: ", ")).")
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var request: SelectionRequest
        do { request = try decoder.decode(SelectionRequest.self, from: Data(bytes)) } catch let error as DecodingError {
            throw problem("\(place(of: error)) has a value of another kind.", "See /api for what each option takes.")
        }
        let ends = [request.curveFrom, request.curveTo].compactMap(\.self)
        guard ends.allSatisfy((1...mostSites).contains) else {
            throw problem(
                "A curve goes from 1 to \(mostSites) sites at most.", "Choose \"curve_from\" and \"curve_to\" between.")
        }
        guard request.draws <= mostDraws, (request.sites ?? 1) <= mostSites,
            ends.count < 2 || ends[1] - ends[0] < mostPoints
        else {
            throw problem(
                "The service takes at most \(mostDraws) draws, \(mostSites) sites and \(mostPoints) points of a curve.",
                "Ask for fewer, or use the command line.")
        }
        if let seconds { request.timeLimit = min(request.timeLimit ?? seconds, seconds) }
        return request
    }

    private static func place(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        let words = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        return words.isEmpty ? "The body" : "\"\(words.prefix(100))\""
    }

    private static func problem(_ detail: String, _ remedy: String) -> Problem {
        Problem(status: 400, code: "invalid-request", detail: detail, remedy: remedy)
    }

    private static func least(_ least: Double) -> PropertyValue {
        .object([Property("type", .text("number")), Property("minimum", .number(least))])
    }

    private static let group = PropertyValue.object([
        Property("type", .text("object")), Property("required", .array(["kind", "minimum"].map { .text($0) })),
        Property(
            "properties",
            .object([
                Property("kind", ParameterSchema.words), Property("group", ParameterSchema.words),
                Property("minimum", ParameterSchema.whole(0...1_000)),
                Property("maximum", ParameterSchema.whole(0...1_000)),
            ])),
    ])
}
