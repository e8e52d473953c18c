import GeographyModel
import HealthLiteracy
import SiteSelection
import TestSupport
import Testing

/// Selections on the embedded data set.
@Suite struct SelectTests {
    /// scipy 1.17 `milp` (HiGHS) on distances of PROJ 9 (`Geod`, WGS 84) between the population-weighted centroids.
    private static let outside: [(name: String, request: SelectionRequest, objective: Double)] = [
        (
            "MCLP, one in each region",
            .bare {
                ($0.sites, $0.distance) = (10, 20_000)
                $0.groups = [GroupLimit(kind: "region", minimum: 1)]
            }, 6_898_722
        ),
        ("MCLP, 30 km", .bare { ($0.sites, $0.distance) = (5, 30_000) }, 6_752_037),
        ("MCLP, 10 km", .bare { ($0.sites, $0.distance) = (3, 10_000) }, 2_472_718),
        ("LSCP", .bare { ($0.model, $0.distance) = (.lscp, 50_000) }, 22),
        ("p-center", .bare { ($0.model, $0.sites) = (.pCenter, 5) }, 125_216.337_782),
        ("p-median", .bare { ($0.model, $0.sites) = (.pMedian, 5) }, 667_229_680_639.5),
    ]

    @Test(arguments: outside)
    func `the optimum is that of another solver`(name: String, request: SelectionRequest, objective: Double)
        async throws
    {
        let report = try await FixtureStore.service().select(request)
        #expect(abs(report.result.objective - objective) <= 1e-9 * objective)
        #expect(report.result.provenOptimal && report.result.gap == 0 && report.result.tieBroken)
        #expect(report.catchments.count == 296 && report.demand.total == 14_131_517)
        #expect(report.distances.places == "population-weighted centroids of districts")
    }

    @Test func `with distance 0 the sites are the areas with the most people, as the ranking has them`() async throws {
        let service = try await FixtureStore.service()
        let report = try await service.select(.bare { ($0.sites, $0.within) = (6, ["London"]) })
        let ranking = try await service.rank(RankingQuery(within: ["London"], measure: .people, selection: .top(6)))
        #expect(Set(report.sites.map(\.id)) == Set(ranking.areas.map(\.area.code.rawValue)))
        #expect(report.result.objective == ranking.areas.reduce(0) { $0 + ($1.people ?? 0) })
        #expect(report.catchments.count == 33 && report.catchments.count { $0.site != nil } == 6)
        let newham = try #require(report.sites.first { $0.name == "Newham" })
        #expect(newham.region?.name == "London" && newham.icb?.name == "NHS North East London Integrated Care Board")
        #expect((newham.rank, newham.rankedCount) == (2, 296) && newham.reached == newham.people)
    }

    @Test func `every constraint is met`() async throws {
        let report = try await FixtureStore.service().select(
            .bare {
                ($0.sites, $0.distance, $0.minimumSeparation) = (12, 10_000, 25_000)
                $0.groups = [
                    GroupLimit(kind: "region", minimum: 1, maximum: 2), GroupLimit(kind: "icb", maximum: 2),
                    GroupLimit(kind: "region", group: "North East", minimum: 2),
                ]
                ($0.include, $0.exclude, $0.excludesActiveInitiatives) = (["Cornwall"], ["E08000025"], true)
                $0.filter = "value > 30"
            })
        #expect(report.sites.count == 12 && report.result.provenOptimal)
        let regions = Dictionary(grouping: report.sites, by: { $0.region?.name ?? "" })
        #expect(regions.count == 9 && regions.values.allSatisfy { $0.count <= 2 } && regions["North East"]?.count == 2)
        #expect(Dictionary(grouping: report.sites, by: { $0.icb?.id ?? "" }).values.allSatisfy { $0.count <= 2 })
        let places = report.sites.map {
            Position(longitude: $0.longitude ?? .nan, latitude: $0.latitude ?? .nan)
        }
        for (one, other) in places.indices.flatMap({ one in places.indices.dropFirst(one + 1).map { (one, $0) } }) {
            #expect(Geodesic.distance(places[one], places[other]) >= 25_000)
        }
        #expect(report.sites.contains { $0.name == "Cornwall" && $0.included })
        #expect(report.sites.allSatisfy { $0.id != "E08000025" && ($0.value ?? 0) > 30 })
        #expect(report.candidates.excluded > 1)
        #expect(
            report.sites.allSatisfy { $0.nearestInitiative?.activity != "active" || $0.nearestInitiative?.metres != 0 })
    }

    @Test func `a budget is kept, with costs from a property`() async throws {
        let report = try await FixtureStore.service().select(
            .bare { ($0.budget, $0.cost, $0.within) = (400_000, "pop_16_64", ["North East"]) })
        let cost = try #require(report.result.cost)
        #expect(cost <= 400_000 && cost > 300_000)
        #expect(report.candidates.cost == "Residents aged 16 to 64, Census 2021 (people)")
    }

    @Test func `each site tells what is lost without it, and who is left out of account`() async throws {
        let service = try await FixtureStore.service()
        var request = SelectionRequest.bare { ($0.sites, $0.distance) = (3, 20_000) }
        request.alternatives = true
        let report = try await service.select(request)
        for site in report.sites {
            let alternative = try #require(site.alternative)
            let without = try await service.select(
                .bare { ($0.sites, $0.distance, $0.exclude) = (3, 20_000, [site.id]) })
            #expect(alternative.loss == report.result.objective - without.result.objective)
            #expect(Set(without.sites.map(\.id)).isSuperset(of: alternative.incoming.map(\.id)))
            #expect(site.reason.contains("Without it") && site.reason.contains("ranks \(site.rank ?? 0) of 296"))
        }
    }

    @Test func `the curve has the optimum of each number, and never falls`() async throws {
        let service = try await FixtureStore.service()
        let report = try await service.select(.bare { ($0.distance, $0.curveFrom, $0.curveTo) = (20_000, 1, 6) })
        let curve = try #require(report.curve)
        #expect(curve.map(\.sites) == Array(1...6) && report.sites.count == 6)
        #expect(zip(curve, curve.dropFirst()).allSatisfy { ($0.objective ?? 0) < ($1.objective ?? 0) })
        #expect(curve.last?.objective == report.result.objective)
        let third = try await service.select(.bare { ($0.sites, $0.distance) = (3, 20_000) })
        #expect(curve[2].objective == third.result.objective && curve[2].chosen == third.sites.map(\.id))
    }

    @Test func `draws tell how the choice holds`() async throws {
        let service = try await FixtureStore.service()
        let report = try await service.select(
            .bare {
                ($0.sites, $0.within, $0.stability, $0.draws) = (6, ["North East"], true, 40)
                $0.robust = .mean
            })
        let stability = try #require(report.stability)
        #expect(stability.draws == 40 && stability.unproven == 0 && stability.meanLoss >= 0)
        #expect(abs(stability.candidates.reduce(0) { $0 + $1.share } - 6) < 1e-9)
        #expect(report.sites.allSatisfy { ($0.drawShare ?? -1) > 0 })
        #expect(stability.candidates.count { $0.selected } == 6)
        let tail = try await service.select(
            .bare { ($0.sites, $0.within, $0.robust, $0.draws) = (2, ["North East"], .p10, 20) })
        #expect(tail.result.provenOptimal && tail.result.objective < report.result.objective)
    }

    @Test func `comparators are untouched, apart from the sites, alike and reserved`() async throws {
        var request = SelectionRequest.bare { ($0.sites, $0.distance) = (8, 15_000) }
        request.comparators = 2
        let service = try await FixtureStore.service()
        let report = try await service.select(request)
        let comparators = try #require(report.comparators)
        let chosen = comparators.matches.flatMap { $0.areas.map(\.id) }
        #expect(comparators.matches.map(\.site.id) == report.sites.map(\.id) && Set(chosen).count == 16)
        #expect(Set(chosen).isDisjoint(with: report.sites.map(\.id)))
        #expect(comparators.good && comparators.asam < 0.2 && comparators.balance.count == 7)
        #expect(!comparators.balance.contains { ["value", "people"].contains($0.id) })
        for id in chosen {
            let there = try await service.initiatives(InitiativeQuery(within: [id]))
            #expect(
                there.entries.allSatisfy { $0.reach == .site || $0.initiative.areas.contains(AreaCode("E92000001")) })
        }
        let overlap = try #require(comparators.similarAreas)
        #expect(overlap.total == 16 && Double(overlap.listed) > 2 * overlap.expectedByChance)
        #expect(overlap.listed == comparators.matches.flatMap(\.areas).count { $0.listedAsSimilar == true })
        #expect(report.notes.contains { $0.code == .comparators && $0.text.contains("reserved") })
    }

    @Test func `the same request gives the same answer`() async throws {
        let service = try await FixtureStore.service()
        let request = SelectionRequest.bare { ($0.model, $0.sites, $0.within) = (.pMedian, 4, ["South West"]) }
        var (one, other) = (try await service.select(request), try await service.select(request))
        (one.result.seconds, other.result.seconds) = (0, 0)
        #expect(one == other)
    }

    @Test func `whoever stops the search gets the best found, and how far it may be from the best`() async throws {
        let report = try await FixtureStore.service().select(
            .bare { ($0.model, $0.sites) = (.pMedian, 10) }, effort: SelectionEffort(isCancelled: { true }))
        #expect(report.sites.count == 10 && !report.result.provenOptimal && report.result.gap > 0)
        #expect(report.result.bound < report.result.objective)
        #expect(report.notes.first?.code == .notProven)
    }

    @Test func `straight lines on the National Grid are nearly those on the ellipsoid`() async throws {
        let service = try await FixtureStore.service()
        let ellipsoid = try await service.select(.bare { ($0.model, $0.sites) = (.pCenter, 5) })
        let plane = try await service.select(.bare { ($0.model, $0.sites, $0.measure) = (.pCenter, 5, .projected) })
        // The grid's scale is within 0.04 % of true in the middle of the country, and 0.05 % above it at its edges.
        #expect(abs(plane.result.objective / ellipsoid.result.objective - 1) < 0.001)
        #expect(plane.result.objective != ellipsoid.result.objective)
    }

    @Test func `residents are on average in their own area`() async throws {
        let service = try await FixtureStore.service()
        let report = try await service.select(.bare { $0.sites = 1 })
        let rows = report.catchments.map { "P-\($0.id),\($0.longitude ?? 0),\($0.latitude ?? 0)\n" }
        let file = try FixtureStore.file("centroids.csv", "id,lon,lat\n" + rows.joined())
        let places = try await service.select(
            .bare { ($0.sites, $0.distance) = (296, 1) }, inputs: SelectionInputs(candidates: .path(file)))
        // A ring of countryside round a town that is a district of its own has its residents' centre in the town.
        #expect(places.sites.count { "P-\($0.district?.id ?? "")" == $0.id } >= 285)
    }
}
