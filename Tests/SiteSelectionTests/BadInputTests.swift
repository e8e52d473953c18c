import GeographyModel
import Testing

@testable import SiteSelection

@Suite struct BadInputTests {
    private static let place = Position(longitude: -1, latitude: 52)
    private static let two = [
        Candidate(id: "A", position: place, cost: 1, groups: ["region": ["North"]]),
        Candidate(id: "B", position: place, cost: 2, groups: ["region": ["South"]]),
    ]
    private static let people = [DemandPoint(id: "p", weight: 5), DemandPoint(id: "q", weight: 7)]
    private static let matrix = [[1.0, 4.0], [3.0, 2.0]]

    /// What is wrong, the problem's parts, and words that the sentence must have.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var label: String
        var demand = BadInputTests.people
        var candidates = BadInputTests.two
        var matrix = BadInputTests.matrix
        var model = SelectionModel.pMedian
        var constraints = SelectionConstraints(count: .exactly(1))
        var words: [String]
        var testDescription: String { label }
    }

    @Test(
        arguments: [
            Wrong(label: "no candidates", candidates: [], matrix: [[], []], words: ["no candidates"]),
            Wrong(label: "no demand", demand: [], matrix: [], words: ["no demand points"]),
            Wrong(label: "negative", demand: [.init(id: "p", weight: -1), people[1]], words: ["p has the weight -1"]),
            Wrong(label: "not a number", demand: [.init(id: "p", weight: .nan), people[1]], words: ["weight nan"]),
            Wrong(
                label: "huge", demand: [.init(id: "p", weight: 1e300), people[1]],
                words: ["p has the weight 1e+300", "more than can be computed with"]),
            Wrong(label: "far", matrix: [[1, 1e300], [3, 2]], words: ["A distance of 1e+300"]),
            Wrong(
                label: "dear", candidates: [two[0], .init(id: "B", name: "Bath", cost: 1e300)],
                constraints: .init(budget: 5), words: ["Bath (B) has the cost 1e+300"]),
            Wrong(label: "nobody", demand: [.init(id: "p", weight: 0), .init(id: "q", weight: 0)], words: ["above 0"]),
            Wrong(label: "twice", demand: [people[0], people[0]], words: ["p stands twice", "demand points"]),
            Wrong(label: "candidate twice", candidates: [two[0], two[0]], words: ["A stands twice"]),
            Wrong(label: "shape", matrix: [[1, 2]], words: ["1 demand points", "there are 2"]),
            Wrong(
                label: "cut off", matrix: [[1, 2], [.infinity, .infinity]], words: ["q has no candidate within reach"]),
            Wrong(
                label: "not coverable", model: .setCovering(serviceDistance: 0.5),
                constraints: .init(), words: ["2 demand points have no candidate", "p for one"]),
            Wrong(
                label: "service distance", model: .maximalCovering(serviceDistance: -1),
                words: ["service distance is -1"]),
            Wrong(label: "no number", constraints: .init(), words: ["p-median needs a number of sites or a budget"]),
            Wrong(label: "too many", constraints: .init(count: .exactly(3)), words: ["only 2 candidates"]),
            Wrong(label: "none", constraints: .init(count: .exactly(0)), words: ["0 sites"]),
            Wrong(label: "unknown", constraints: .init(count: .exactly(1), include: ["X"]), words: ["X is not among"]),
            Wrong(
                label: "contradiction",
                constraints: .init(
                    count: .exactly(1), include: ["A"], exclusions: [.init(reason: "a pilot", candidates: ["A"])]),
                words: ["A is both included and excluded because of a pilot"]),
            Wrong(label: "budget", constraints: .init(budget: -5), words: ["budget is -5"]),
            Wrong(
                label: "no cost", candidates: [two[0], .init(id: "B")], constraints: .init(budget: 5),
                words: ["B has no cost"]),
            Wrong(
                label: "no position", candidates: [two[0], .init(id: "B")],
                constraints: .init(count: .exactly(1), minimumSeparation: 5), words: ["B has no position"]),
            Wrong(
                label: "limits",
                constraints: .init(count: .exactly(1), groups: [.init(kind: "region", minimum: 2, maximum: 1)]),
                words: ["at most 1 per region"]),
            Wrong(
                label: "no such kind",
                constraints: .init(count: .exactly(1), groups: [.init(kind: "county", minimum: 1)]),
                words: ["No candidate has a county"]),
        ])
    func `a sentence with a remedy`(wrong: Wrong) throws {
        let error = #expect(throws: GeodataError.self) {
            _ = try SelectionProblem(
                demand: wrong.demand, candidates: wrong.candidates, distances: DistanceTable(matrix: wrong.matrix),
                model: wrong.model, constraints: wrong.constraints)
        }
        let message = error?.message ?? ""
        #expect(wrong.words.allSatisfy { message.contains($0) }, "\(message)")
        #expect(error?.remedy?.hasSuffix(".") == true && message.hasSuffix("."))
    }

    @Test(
        arguments: [("ragged", [[1, 2], [1]]), ("negative", [[1, -2]]), ("not a number", [[1, .nan]])]
            as [(String, [[Double]])])
    func `a matrix that is none`(label: String, matrix: [[Double]]) {
        #expect(throws: GeodataError.self, "\(label)") { try DistanceTable(matrix: matrix) }
    }

    @Test func `two distances for one pair`() {
        #expect(throws: GeodataError.self) {
            try DistanceTable(demandCount: 1, candidateCount: 1, pairs: [(0, 0, 1), (0, 0, 2)])
        }
    }

    @Test func `a service distance beyond the known distances`() throws {
        let table = try DistanceTable(matrix: Self.matrix, limit: 2)
        let error = #expect(throws: GeodataError.self) {
            try SelectionProblem(
                demand: Self.people, candidates: Self.two, distances: table,
                model: .maximalCovering(serviceDistance: 3),
                constraints: .init(count: .exactly(1)))
        }
        #expect(error?.message == "The service distance is 3, but distances are known only up to 2.")
    }

    @Test func `a clash in words`() throws {
        let problem = try SelectionProblem(
            demand: Self.people, candidates: Self.two, distances: DistanceTable(matrix: Self.matrix),
            model: .maximalCovering(serviceDistance: 1),
            constraints: .init(
                count: .exactly(2), groups: [.init(kind: "region", maximum: 1)], minimumSeparation: 1000,
                include: ["A"]))
        let error = #expect(throws: GeodataError.self) { try SiteSelector().select(problem) }
        #expect(
            error?.message == "No set of sites can have exactly 2 sites and sites at least 1 km apart at once.")
        #expect(error?.remedy == "At least one of them must be relaxed." && error?.code == .invalidRequest)
    }
}
