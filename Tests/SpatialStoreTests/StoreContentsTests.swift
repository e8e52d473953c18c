import GeographyModel
import HealthLiteracy
import SpatialStore
import Testing
import TestSupport

/// What the loaded store holds, against the counts that the Office for National Statistics gives for 2024.
@Suite struct StoreContentsTests {
    @Test(arguments: [
        (AreaType.country, 1), (.region, 9), (.icb, 42), (.county, 21), (.district, 296),
    ])
    func `every level has its areas, and each its boundary`(type: AreaType, count: Int) async throws {
        let counts = try await FixtureStore.service().store.read {
            try $0.areaCounts().map { [$0.count, $0.withBoundary] }
        }
        let types = try await FixtureStore.service().store.read { try $0.areaCounts().map(\.type) }
        let place = try #require(types.firstIndex(of: type))
        #expect(counts[place] == [count, count])
    }

    /// ONS, Census 2021: residents of England, all ages and aged 16 to 64.
    @Test(arguments: [("pop_2021", 56_490_041.0), ("pop_16_64", 35_605_687)])
    func `the districts' residents add up to England's`(covariate: String, total: Double) async throws {
        let values = try await FixtureStore.service().store.read { try $0.covariateValues(of: covariate) }
        #expect(values.values.reduce(0, +) == total)
    }

    /// The 32 London boroughs and the City.
    @Test func `all London boroughs lie in London and nothing else does`() async throws {
        let boroughs = [
            "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City of London", "Croydon",
            "Ealing",
            "Enfield", "Greenwich", "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering", "Hillingdon",
            "Hounslow", "Islington", "Kensington and Chelsea", "Kingston upon Thames", "Lambeth", "Lewisham", "Merton",
            "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton", "Tower Hamlets", "Waltham Forest",
            "Wandsworth", "Westminster",
        ]
        let names = try await FixtureStore.service().store.read { reader in
            try reader.memberships(inArea: AreaCode("E12000007")).compactMap { try reader.area($0.child)?.name }
        }
        #expect(names.sorted() == boroughs)
    }

    /// ONS, LSOA (2021) to ICB lookup 2024.
    @Test func `thirteen districts straddle boards, and their shares add up to one`() async throws {
        let links = try await FixtureStore.service().store.read { reader in
            try reader.memberships(of: .district).filter { $0.parent.type == .icb && $0.share < 1 }
        }
        let byDistrict = Dictionary(grouping: links, by: \.child)
        let names = try await FixtureStore.service().store.read { reader in
            try byDistrict.keys.sorted().compactMap { try reader.area($0)?.name }
        }
        #expect(
            names.sorted() == [
                "Buckinghamshire", "Cherwell", "Cumberland", "East Suffolk", "Guildford", "Hart", "North Hertfordshire",
                "North Yorkshire", "Runnymede", "Surrey Heath", "Vale of White Horse", "Waverley",
                "Westmorland and Furness",
            ])
        for shares in byDistrict.values {
            #expect(abs(shares.map(\.share).reduce(0, +) - 1) < 1e-3)
            #expect(shares.count { $0.isBestFit } == 1)
        }
    }

    @Test func `every figure leads to a source with a licence`() async throws {
        let (sources, figures) = try await FixtureStore.service().store.read { reader in
            let editions = try reader.editions()
            let figures = try editions.flatMap { edition in
                try edition.figureCounts.keys.flatMap {
                    try reader.estimates(indicator: edition.indicator.id, edition: edition.edition.id, of: $0)
                }
            }
            return (Set(try reader.sources().filter { !$0.licence.isEmpty }.map(\.id)), figures)
        }
        #expect(figures.count > 296)
        #expect(figures.allSatisfy { sources.contains($0.sourceID) })
    }
}
