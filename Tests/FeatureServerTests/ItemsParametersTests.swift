import FeatureServer
import TestSupport
import Testing

/// How values of parameters are read.
struct ItemsParametersTests {
    static func matched(_ collection: String, _ query: String) async throws -> Int? {
        let response = try await SiteTests.get("/collections/\(collection)/items?limit=1&\(query)")
        return response.status == 200 ? try SiteTests.json(response)["numberMatched"] as? Int : nil
    }

    @Test(arguments: [
        ("2022-06-01T00:30:00%2B01:00", "2022-05-31"), ("2022-06-01T00:30:00+01:00", "2022-05-31"),
        ("2022-05-31T23:30:00-01:00", "2022-06-01"), ("2022-06-01t12:00:00z", "2022-06-01"),
        ("2022-12-31T23:59:59.5-00:01", "2023-01-01"), ("2022-01-01T00:00:00+00:01/..", "2021-12-31/.."),
    ])
    func `a date-time in any zone is the instant that it names`(_ time: String, _ day: String) async throws {
        let found = try await Self.matched("initiatives", "datetime=\(time)")
        #expect(try await found == Self.matched("initiatives", "datetime=\(day)"))
        #expect(found != nil)
    }

    @Test(
        arguments: ["districts", "initiatives", "estimates"],
        [
            "2021-01-01/2020-01-01", "2020-01-01T10:00:00Z/2020-01-01T09:00:00Z", "2020-01-02/2020-01-01T23:00:00Z",
            "2020-01-01T00:00:00+24:00", "2020-01-01T00:00:00+1:00", "2020-01-01T00:00:00", "../..", "/",
            "2020-01-01/x",
            "2020-13-01", "2020-01-01T00:00:00+01:00Z", "0001-01-01T00:00:00+01:00",
        ])
    func `a time that is none, or ends before it begins, is refused everywhere`(_ collection: String, _ time: String)
        async throws
    {
        #expect(try await SiteTests.get("/collections/\(collection)/items?datetime=\(time)").status == 400)
    }

    @Test(arguments: [
        "bbox=0x10,0,17,60", "bbox=nan,0,1,1", "bbox=inf,0,1,1", "value=0x10", "rank=0x1", "limit=0x5", "limit=+5",
        "limit=-1", "limit=1e2", "limit=5.0", "limit=", "limit=0",
    ])
    func `numbers are decimal`(_ query: String) async throws {
        #expect(try await SiteTests.get("/collections/districts/items?\(query)").status == 400)
        #expect(try await SiteTests.get("/locate?lon=0x1&lat=51").status == 400)
    }

    @Test(arguments: ["10000", "10001", "99999999999999999999999999"])
    func `any limit is taken, up to the greatest page`(_ limit: String) async throws {
        let response = try await SiteTests.get("/collections/regions/items?skipGeometry=true&limit=\(limit)")
        #expect(try SiteTests.json(response)["numberReturned"] as? Int == 9)
    }

    @Test(arguments: ["period", "start"])
    func `an interval has a parameter that touches it`(_ name: String) async throws {
        let filter = "filter=T_INTERSECTS(\(name),INTERVAL('2012-01-01','2022-12-31'))"
        let expected = try #require(try await Self.matched("initiatives", filter))
        #expect(expected > 0)
        #expect(try await Self.matched("initiatives", "\(name)=2012-01-01/2022-12-31") == expected)
        #expect(try await Self.matched("initiatives", "\(name)=lately") == nil)
    }

    @Test func `a set has all words that a parameter names`() async throws {
        let one = try #require(try await Self.matched("initiatives", "area_names=Newham"))
        let both = try #require(try await Self.matched("initiatives", "area_names=Newham,Nowhere"))
        #expect(one > 0 && both == 0)
    }

    @Test func `the name that GDAL has for CQL2 text is taken too`() async throws {
        #expect(try await Self.matched("districts", "filter-lang=cql-text&filter=value%3E50") == 11)
    }
}
