extension StoreSchema {
    /// Who may change the store over the service, and what they changed. Fourth schema.
    static let writing = """
        -- The token itself stands nowhere. Names are never given twice, and tokens are revoked, not deleted.
        CREATE TABLE access_token (
            token_key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            -- SHA-256 of the token's text.
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            -- The token's last characters, to tell tokens apart.
            ending TEXT NOT NULL CHECK (length(ending) = 4),
            created_at TEXT NOT NULL,
            -- The last day (UTC) on which it is accepted, ISO 8601; NULL for no end.
            expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            revoked_at TEXT
        ) STRICT;

        CREATE TABLE audit (
            audit_key INTEGER PRIMARY KEY AUTOINCREMENT,
            changed_at TEXT NOT NULL,
            token_key INTEGER NOT NULL REFERENCES access_token,
            action TEXT NOT NULL CHECK (action IN ('create', 'replace', 'delete')),
            collection TEXT NOT NULL,
            feature_id TEXT NOT NULL,
            -- The revision is recorded last of all.
            revision INTEGER NOT NULL REFERENCES store_revision DEFERRABLE INITIALLY DEFERRED,
            request_id TEXT,
            -- The feature as GeoJSON.
            state_before TEXT CHECK (state_before IS NULL OR json_valid(state_before)),
            state_after TEXT CHECK (state_after IS NULL OR json_valid(state_after)),
            CHECK ((state_before IS NULL) = (action = 'create')),
            CHECK ((state_after IS NULL) = (action = 'delete'))
        ) STRICT;
        CREATE INDEX audit_by_feature ON audit (collection, feature_id);
        CREATE INDEX audit_by_token ON audit (token_key);
        CREATE INDEX audit_by_revision ON audit (revision);

        -- What was recorded stays as it was recorded.
        CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit cannot be changed');
        END;
        CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit cannot be changed');
        END;
        """
}
