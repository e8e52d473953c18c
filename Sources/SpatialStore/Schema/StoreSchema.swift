/// The tables, by the migration that makes them. Identifiers for people (`…_id`, codes) are text and unique; keys are integers.
enum StoreSchema {
    /// Where every figure comes from, and how often the store has changed.
    static let provenance = """
        CREATE TABLE source (
            source_key INTEGER PRIMARY KEY,
            source_id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            publisher TEXT,
            licence TEXT NOT NULL,
            address TEXT,
            vintage TEXT,
            attribution TEXT,
            sha256 TEXT,
            imported_at TEXT NOT NULL
        ) STRICT;

        -- One row for each committed change; the greatest revision is the store's.
        CREATE TABLE store_revision (
            revision INTEGER PRIMARY KEY AUTOINCREMENT,
            changed_at TEXT NOT NULL,
            action TEXT NOT NULL
        ) STRICT;
        """

    /// Areas, how they nest, and what became of old codes.
    static let places = """
        CREATE TABLE area (
            area_key INTEGER PRIMARY KEY,
            area_code TEXT NOT NULL UNIQUE,
            area_name TEXT NOT NULL,
            area_type TEXT NOT NULL,
            vintage TEXT NOT NULL,
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            hex_q INTEGER,
            hex_r INTEGER,
            source_key INTEGER NOT NULL REFERENCES source,
            boundary_source_key INTEGER REFERENCES source,
            -- MULTIPOLYGON, EPSG:4326, in SpatiaLite's own encoding.
            geometry BLOB
        ) STRICT;
        CREATE INDEX area_by_type ON area (area_type, area_code);

        -- The boundary generalised for maps, as GeoJSON text that is served as it stands.
        CREATE TABLE area_generalised (
            area_key INTEGER PRIMARY KEY REFERENCES area ON DELETE CASCADE,
            tolerance_metres REAL NOT NULL,
            west REAL NOT NULL,
            south REAL NOT NULL,
            east REAL NOT NULL,
            north REAL NOT NULL,
            geojson TEXT NOT NULL
        ) STRICT;

        -- Every folded way to write an area's name or a board's NHS code.
        CREATE TABLE area_alias (
            name_key TEXT NOT NULL,
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            PRIMARY KEY (name_key, area_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX area_alias_by_area ON area_alias (area_key);

        CREATE TABLE area_membership (
            child_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            parent_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            share REAL NOT NULL CHECK (share > 0 AND share <= 1),
            is_best_fit INTEGER NOT NULL CHECK (is_best_fit IN (0, 1)),
            source_key INTEGER NOT NULL REFERENCES source,
            PRIMARY KEY (child_key, parent_key),
            CHECK (child_key <> parent_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX area_membership_by_parent ON area_membership (parent_key);

        CREATE TABLE area_succession (
            old_code TEXT NOT NULL,
            old_name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            new_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('merged', 'recoded', 'later-code', 'split')),
            weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
            -- First and last year of use; NULL for before and after the lookups' reach.
            first_year INTEGER,
            last_year INTEGER,
            -- Residents aged 16 to 64 of the old area (2021), to weigh the parts of a merger.
            pop_16_64 INTEGER CHECK (pop_16_64 >= 0),
            source_key INTEGER NOT NULL REFERENCES source,
            PRIMARY KEY (old_code, new_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX area_succession_by_name ON area_succession (name_key);
        CREATE INDEX area_succession_by_area ON area_succession (new_key);
        """

    /// Indicators, their editions, the figures, and the characteristics of areas that they rest on.
    static let figures = """
        CREATE TABLE covariate (
            covariate_key INTEGER PRIMARY KEY,
            covariate_id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            unit TEXT NOT NULL
        ) STRICT;

        CREATE TABLE covariate_value (
            covariate_key INTEGER NOT NULL REFERENCES covariate ON DELETE CASCADE,
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            value REAL NOT NULL,
            source_key INTEGER NOT NULL REFERENCES source,
            PRIMARY KEY (covariate_key, area_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX covariate_value_by_area ON covariate_value (area_key);

        CREATE TABLE indicator (
            indicator_key INTEGER PRIMARY KEY,
            indicator_id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            unit TEXT NOT NULL,
            polarity TEXT NOT NULL CHECK (polarity IN ('low-is-good', 'high-is-good')),
            age_range TEXT,
            definition TEXT NOT NULL,
            cautions TEXT NOT NULL
        ) STRICT;

        -- An edition's identifier is its producer's release; one release may serve several indicators.
        CREATE TABLE edition (
            edition_key INTEGER PRIMARY KEY,
            indicator_key INTEGER NOT NULL REFERENCES indicator,
            edition_id TEXT NOT NULL,
            title TEXT NOT NULL,
            producer TEXT,
            vintage TEXT,
            method TEXT,
            is_modelled INTEGER NOT NULL CHECK (is_modelled IN (0, 1)),
            population_covariate_key INTEGER REFERENCES covariate,
            citation TEXT,
            source_key INTEGER NOT NULL REFERENCES source,
            UNIQUE (indicator_key, edition_id)
        ) STRICT;

        CREATE TABLE estimate (
            edition_key INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE,
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            value REAL,
            lower_ci REAL,
            upper_ci REAL,
            count REAL CHECK (count >= 0),
            denominator REAL CHECK (denominator >= 0),
            status TEXT NOT NULL CHECK (status IN ('published', 'combined', 'modelled', 'suppressed')),
            remark TEXT,
            source_key INTEGER NOT NULL REFERENCES source,
            PRIMARY KEY (edition_key, area_key),
            CHECK (status = 'suppressed' OR value IS NOT NULL),
            CHECK (lower_ci IS NULL OR upper_ci IS NULL OR lower_ci <= upper_ci)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX estimate_by_area ON estimate (area_key);

        -- Joint posterior draws of a figure that was modelled here: Float32, little-endian, in the figure's unit. Draw
        -- number n of all areas of an edition is one state of the world.
        CREATE TABLE estimate_draws (
            edition_key INTEGER NOT NULL,
            area_key INTEGER NOT NULL,
            draws BLOB NOT NULL CHECK (length(draws) > 0 AND length(draws) % 4 = 0),
            PRIMARY KEY (edition_key, area_key),
            FOREIGN KEY (edition_key, area_key) REFERENCES estimate ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    /// Initiatives and the areas that they work in, at their own level.
    static let initiatives = """
        CREATE TABLE initiative (
            initiative_key INTEGER PRIMARY KEY,
            initiative_id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            programme TEXT,
            organisation TEXT,
            place TEXT,
            place_level TEXT NOT NULL,
            coverage TEXT NOT NULL CHECK (coverage IN ('whole', 'part', 'site', 'unknown')),
            longitude REAL CHECK (longitude BETWEEN -180 AND 180),
            latitude REAL CHECK (latitude BETWEEN -90 AND 90),
            -- Dates in the source's words, and the widest interval that they allow, as ISO 8601 days.
            start_text TEXT,
            start_earliest TEXT,
            end_text TEXT,
            end_latest TEXT,
            summary TEXT,
            source_address TEXT,
            remark TEXT,
            source_key INTEGER NOT NULL REFERENCES source
        ) STRICT;

        CREATE TABLE initiative_area (
            initiative_key INTEGER NOT NULL REFERENCES initiative ON DELETE CASCADE,
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            PRIMARY KEY (initiative_key, area_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX initiative_area_by_area ON initiative_area (area_key);
        """

    /// The model that figures are computed from here, and how each such edition was computed. Second schema.
    static let models = """
        -- The posterior of the model's terms, on the logit scale.
        CREATE TABLE model_term (
            term TEXT PRIMARY KEY,
            mean REAL NOT NULL,
            sd REAL NOT NULL CHECK (sd >= 0),
            source_key INTEGER NOT NULL REFERENCES source
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE model_covariance (
            first_term TEXT NOT NULL REFERENCES model_term ON DELETE CASCADE,
            second_term TEXT NOT NULL REFERENCES model_term ON DELETE CASCADE,
            covariance REAL NOT NULL,
            PRIMARY KEY (first_term, second_term)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE edition_model (
            edition_key INTEGER PRIMARY KEY REFERENCES edition ON DELETE CASCADE,
            draw_count INTEGER NOT NULL CHECK (draw_count > 0),
            -- 64 bits without a sign, as decimal digits.
            seed TEXT NOT NULL,
            level_sd REAL NOT NULL CHECK (level_sd >= 0),
            residual_sd REAL NOT NULL CHECK (residual_sd >= 0),
            benchmark REAL,
            deprivation TEXT NOT NULL,
            seed_table_sha256 TEXT,
            margins_sha256 TEXT
        ) STRICT;
        """

    /// What follows from the rest, so that questions are answered without computing it again. Third schema.
    ///
    /// It is written anew at the end of every change, and ``derived_state`` says for which revision it holds.
    static let derived = """
        -- Days that the words of an initiative's dates allow, beside those of the first schema.
        ALTER TABLE initiative ADD COLUMN start_latest TEXT;
        ALTER TABLE initiative ADD COLUMN end_earliest TEXT;

        -- The area of each wider level that best-fit lookups lead to.
        CREATE TABLE area_ancestor (
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            ancestor_type TEXT NOT NULL,
            ancestor_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            PRIMARY KEY (area_key, ancestor_type)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX area_ancestor_by_ancestor ON area_ancestor (ancestor_key);

        -- How initiatives touch areas at every level, through the levels above and below.
        CREATE TABLE area_initiative (
            area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
            initiative_key INTEGER NOT NULL REFERENCES initiative ON DELETE CASCADE,
            reach TEXT NOT NULL CHECK (reach IN ('whole', 'part', 'site', 'within')),
            PRIMARY KEY (area_key, initiative_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX area_initiative_by_initiative ON area_initiative (initiative_key);

        -- How each figure stands among those of all areas of its level in its edition.
        CREATE TABLE estimate_standing (
            edition_key INTEGER NOT NULL,
            area_key INTEGER NOT NULL,
            rank INTEGER,
            rank_lower INTEGER,
            rank_upper INTEGER,
            probability_in_worst REAL,
            quantile_group INTEGER,
            compared_to_england TEXT,
            people INTEGER,
            population INTEGER,
            PRIMARY KEY (edition_key, area_key),
            FOREIGN KEY (edition_key, area_key) REFERENCES estimate ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX estimate_standing_by_area ON estimate_standing (area_key);

        CREATE TABLE derived_state (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            revision INTEGER NOT NULL
        ) STRICT;
        """
}
