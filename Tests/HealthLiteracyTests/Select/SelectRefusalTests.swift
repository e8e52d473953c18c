import GeographyModel
import HealthLiteracy
import SiteSelection
import TestSupport
import Testing

/// What cannot be selected is refused in a sentence with a remedy.
@Suite struct SelectRefusalTests {
    private static let refused: [(request: SelectionRequest, words: [String])] = [
        (.bare { _ in }, ["how many sites"]),
        (.bare { $0.sites = 0 }, ["0 sites"]),
        (.bare { $0.sites = 400 }, ["400 sites", "296 candidates"]),
        (.bare { ($0.sites, $0.filter) = (1, "value > 1000") }, ["no candidates", "Widen the filter"]),
        (.bare { ($0.sites, $0.demandFilter) = (1, "value > 1000") }, ["no demand points", "Widen the filter"]),
        (.bare { ($0.sites, $0.include, $0.exclude) = (3, ["Newham"], ["E09000025"]) }, ["both included and excluded"]),
        (
            .bare { ($0.sites, $0.include, $0.excludesAnyInitiative) = (3, ["Newham"], true) },
            ["Newham (E09000025)", "because of an initiative"]
        ),
        (
            .bare { ($0.sites, $0.include) = (1, ["Newham", "Leeds"]) },
            ["exactly 1 site", "Newham (E09000025) as a site"]
        ),
        (.bare { ($0.budget, $0.cost) = (5, "pop_2021") }, ["budget of 5", "pays for no site"]),
        (.bare { ($0.sites, $0.include) = (3, ["North East"]) }, ["is a region", "districts"]),
        (.bare { ($0.sites, $0.include) = (3, ["Newhem"]) }, ["Newham"]),
        (.bare { ($0.sites, $0.include, $0.within) = (3, ["Leeds"], ["London"]) }, ["not among the candidates"]),
        (.bare { ($0.sites, $0.groups) = (3, [GroupLimit(kind: "planet", maximum: 1)]) }, ["planet"]),
        (
            .bare { ($0.sites, $0.groups) = (3, [GroupLimit(kind: "region", minimum: 1)]) },
            ["exactly 3 sites", "at least 1 site in region", "must be relaxed"]
        ),
        (
            .bare { ($0.sites, $0.within, $0.minimumSeparation) = (5, ["London"], 40_000) },
            ["exactly 5 sites", "40 km apart"]
        ),
        (
            .bare { ($0.model, $0.distance, $0.sites) = (.lscp, 20_000, 5) },
            ["at most 5 sites", "everybody within 20 km of a site"]
        ),
        (.bare { ($0.sites, $0.budget) = (1, 5) }, ["cost"]),
        (.bare { ($0.budget, $0.cost) = (5, "wages") }, ["numeric property \"wages\"", "nearest"]),
        (.bare { ($0.budget, $0.cost) = (5, "region_name") }, ["numeric property"]),
        (.bare { $0.model = .lscp }, ["service distance"]),
        (.bare { ($0.model, $0.sites, $0.distance) = (.pMedian, 3, 5) }, ["no service distance"]),
        (.bare { ($0.model, $0.sites, $0.robust) = (.pCenter, 3, .mean) }, ["p-center"]),
        (.bare { ($0.sites, $0.stability, $0.demandProperty) = (3, true, "pop_2021") }, ["draws"]),
        (
            .bare { ($0.sites, $0.robust, $0.indicator) = (3, .mean, "library-within-30-minutes") },
            ["no posterior draws"]
        ),
        (.bare { ($0.sites, $0.edition) = (3, "geodata-tool-1") }, ["figures for districts"]),
        (.bare { ($0.sites, $0.level) = (3, "planet") }, ["planet"]),
        (.bare { ($0.sites, $0.distance, $0.demandLevel) = (3, 5_000, "lsoa") }, ["lsoas"]),
        (.bare { ($0.sites, $0.demandLevel) = (3, "icb") }, ["needs a service distance"]),
        (.bare { ($0.sites, $0.day) = (3, "soon") }, ["no day"]),
        (.bare { ($0.sites, $0.curveFrom, $0.curveTo) = (3, 5, 2) }, ["1..20"]),
        (.bare { ($0.sites, $0.curveFrom, $0.curveTo) = (1, 400, 410) }, ["400 sites", "296 candidates"]),
        (
            .bare { ($0.model, $0.distance, $0.curveFrom, $0.curveTo) = (.lscp, 40_000, 1, 5) },
            ["finds the number of sites"]
        ),
        (.bare { ($0.model, $0.sites, $0.stability) = (.pCenter, 3, true) }, ["p-center", "draws"]),
        (
            .bare { ($0.sites, $0.robust, $0.curveFrom, $0.curveTo) = (3, .p10, 1, 3) }, ["10th percentiles"]
        ),
        (
            .bare { ($0.sites, $0.comparators, $0.covariates) = (3, 2, ["pct_eth_white", "pct_eth_white"]) },
            ["twice"]
        ),
        (
            .bare { ($0.model, $0.budget, $0.cost, $0.exclude) = (.pMedian, 2500, "pop_2021", ["Isles of Scilly"]) },
            ["at least 1 site", "a budget of 2500", "Isles of Scilly"]
        ),
        (.bare { ($0.sites, $0.timeLimit) = (3, 0) }, ["time limit"]),
        (.bare { ($0.sites, $0.draws) = (3, 0) }, ["draws"]),
        (.bare { ($0.sites, $0.comparators) = (3, -1) }, ["comparators"]),
        (
            .bare { ($0.sites, $0.comparators, $0.covariates) = (3, 2, ["pop_2021"]) },
            ["at least two covariates"]
        ),
        (.bare { ($0.sites, $0.comparators, $0.covariates) = (3, 2, ["x", "y"]) }, ["characteristic \"x\""]),
    ]

    @Test(arguments: refused)
    func `a sentence with a remedy`(request: SelectionRequest, words: [String]) async throws {
        let service = try await FixtureStore.service()
        let error = await #expect(throws: GeodataError.self) { try await service.select(request) }
        let sentence = try #require(error).description
        #expect(words.allSatisfy { sentence.contains($0) }, "\(sentence)")
        #expect(error?.remedy != nil)
    }
}
