import GeographyModel
import SmallAreaEstimation
import Testing

/// What is known of England from outside, against the figures of all districts.
@Suite struct DistrictEstimatesTests {
    let estimates: PrevalenceEstimates

    init() throws {
        let margins = MarginIntake(census: try GeoDataFiles.districts(), file: "covariates.csv").areas
        estimates = try PosteriorDraws(model: GeoDataFiles.model(), count: 1, seed: 1)
            .estimates(for: RakedAreas(margins))
    }

    private func region(_ code: String) throws -> PrevalenceSummary {
        let members = Set(
            try GeoDataFiles.table("memberships.csv").filter { $0["parent_code"] == code }.compactMap { row in
                row["child_code"].map { AreaCode($0) }
            })
        let shares = estimates.areas.indices.filter { members.contains(estimates.areas[$0]) }.map { ($0, 1.0) }
        return try #require(estimates.summary(shares: Dictionary(uniqueKeysWithValues: shares)))
    }

    /// The tool of the University of Southampton prints 38.66 % and 40.66 % for its two editions; the survey says 43 %.
    @Test func `England lies near the published figures`() throws {
        let england = try #require(estimates.summary())
        #expect((0.36...0.46).contains(england.value))
    }

    /// The tool prints 56.42 % for Newham.
    @Test func `Newham is among the worst five`() throws {
        let newham = try #require(estimates.areas.firstIndex(of: AreaCode("E09000025")))
        #expect(estimates.values.filter { $0 > estimates.values[newham] }.count < 5)
        #expect(abs(estimates.values[newham] - 0.5642) < 0.02)
    }

    /// Districts run from about 26 % to about 57 % in the tool.
    @Test func `districts have the range of the published ones`() throws {
        #expect((0.23...0.31).contains(try #require(estimates.values.min())))
        #expect((0.54...0.60).contains(try #require(estimates.values.max())))
    }

    /// In the survey 46 % of the North East and 35 % of the South East.
    @Test func `the North East lies above England and the South East below`() throws {
        let england = try #require(estimates.summary())
        #expect(try region("E12000001").value > england.value)
        #expect(try region("E12000008").value < england.value)
    }

    /// Recomputed by `Scripts/verify/estimates.py`, which shares no code with the package.
    @Test(arguments: [("E09000025", 0.562831886), ("E06000001", 0.423988406), ("E07000089", 0.285293410)])
    func `values are those of an independent script`(code: String, value: Double) throws {
        let index = try #require(estimates.areas.firstIndex(of: AreaCode(code)))
        #expect(abs(estimates.values[index] - value) < 1e-8)
    }
}
