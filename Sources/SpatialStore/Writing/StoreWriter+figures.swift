import Foundation
import GRDB
public import GeographyModel

extension StoreWriter {
    /// Records what a characteristic of areas means.
    public func put(_ covariate: Covariate) throws {
        try run(
            """
            INSERT INTO covariate (covariate_id, title, unit) VALUES (?, ?, ?)
            ON CONFLICT (covariate_id) DO UPDATE SET title = excluded.title, unit = excluded.unit
            """,
            [covariate.id, covariate.title, covariate.unit])
    }

    /// Records a characteristic of one area, in the unit that the covariate states.
    public func put(_ value: Double, of covariateID: String, for code: AreaCode, from source: SourceKey) throws {
        try run(
            """
            INSERT OR REPLACE INTO covariate_value (covariate_key, area_key, value, source_key)
            VALUES ((SELECT covariate_key FROM covariate WHERE covariate_id = ?), ?, ?, ?)
            """,
            [covariateID, try key(of: code), value, source.rawValue])
    }

    /// Records an indicator.
    public func put(_ indicator: Indicator) throws {
        try run(
            """
            INSERT INTO indicator (indicator_id, title, unit, polarity, age_range, definition, cautions)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (indicator_id) DO UPDATE SET title = excluded.title, unit = excluded.unit,
                polarity = excluded.polarity, age_range = excluded.age_range, definition = excluded.definition,
                cautions = excluded.cautions
            """,
            [
                indicator.id, indicator.title, indicator.unit, indicator.polarity.rawValue, indicator.ageRange,
                indicator.definition, indicator.cautions,
            ])
    }

    /// Records an edition of an indicator that stands in the store.
    public func put(_ edition: Edition, from source: SourceKey) throws {
        try run(
            """
            INSERT INTO edition (indicator_key, edition_id, title, producer, vintage, method, is_modelled,
                population_covariate_key, citation, source_key)
            VALUES ((SELECT indicator_key FROM indicator WHERE indicator_id = ?), ?, ?, ?, ?, ?, ?,
                (SELECT covariate_key FROM covariate WHERE covariate_id = ?), ?, ?)
            ON CONFLICT (indicator_key, edition_id) DO UPDATE SET title = excluded.title,
                producer = excluded.producer, vintage = excluded.vintage, method = excluded.method,
                is_modelled = excluded.is_modelled, population_covariate_key = excluded.population_covariate_key,
                citation = excluded.citation, source_key = excluded.source_key
            """,
            [
                edition.indicatorID, edition.id, edition.title, edition.producer, edition.vintage, edition.method,
                edition.isModelled, edition.populationBase, edition.citation, source.rawValue,
            ])
        if let settings = edition.model { try put(settings, of: edition) }
    }

    private func put(_ settings: ModelSettings, of edition: Edition) throws {
        try run(
            """
            INSERT OR REPLACE INTO edition_model (edition_key, draw_count, seed, level_sd, residual_sd, benchmark,
                deprivation, seed_table_sha256, margins_sha256)
            VALUES (
                (SELECT edition_key FROM edition JOIN indicator USING (indicator_key)
                 WHERE indicator_id = ? AND edition_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                edition.indicatorID, edition.id, settings.drawCount, String(settings.seed), settings.levelSD,
                settings.residualSD, settings.benchmark, settings.deprivation, settings.seedTable, settings.margins,
            ])
    }

    /// Records one figure of an edition.
    public func put(
        _ estimate: Estimate, indicator indicatorID: String, edition editionID: String, from source: SourceKey
    ) throws {
        try run(
            """
            INSERT OR REPLACE INTO estimate
                (edition_key, area_key, value, lower_ci, upper_ci, count, denominator, status, remark, source_key)
            VALUES (
                (SELECT edition_key FROM edition JOIN indicator USING (indicator_key)
                 WHERE indicator_id = ? AND edition_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                indicatorID, editionID, try key(of: estimate.area), estimate.value, estimate.lower, estimate.upper,
                estimate.count, estimate.denominator, estimate.status.rawValue, estimate.remark, source.rawValue,
            ])
    }

    /// Records the joint posterior draws of a figure that stands in the store, in the figure's unit.
    ///
    /// - Parameters:
    ///   - draws: Float32 values, little-endian; draw number n belongs to draw number n of every other area.
    ///   - code: The area.
    ///   - indicatorID: The indicator.
    ///   - editionID: The edition.
    public func put(draws: [UInt8], of code: AreaCode, indicator indicatorID: String, edition editionID: String) throws
    {
        try run(
            """
            INSERT OR REPLACE INTO estimate_draws (edition_key, area_key, draws)
            VALUES (
                (SELECT edition_key FROM edition JOIN indicator USING (indicator_key)
                 WHERE indicator_id = ? AND edition_id = ?), ?, ?)
            """,
            [indicatorID, editionID, try key(of: code), Data(draws)])
    }
}
