-- Two entries that may be the same, as the last look over the directory found them. What was said to be none stays,
-- whatever later looks find.
CREATE TABLE likely_duplicate (
    a_id         TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    b_id         TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    score        DOUBLE PRECISION NOT NULL,
    -- How alike in what, as JSON.
    why          TEXT NOT NULL,
    found_at     BIGINT NOT NULL,
    dismissed_by TEXT,
    dismissed_at BIGINT,
    PRIMARY KEY (a_id, b_id),
    CHECK (a_id < b_id),
    CHECK ((dismissed_by IS NULL) = (dismissed_at IS NULL))
);
CREATE INDEX likely_duplicate_b ON likely_duplicate (b_id);

-- When the directory was last looked over.
CREATE TABLE duplicate_look (
    id       BIGINT PRIMARY KEY CHECK (id = 1),
    at       BIGINT NOT NULL,
    compared BIGINT NOT NULL
);

-- An entry that is told in another. Chains are kept as they came about, so that each link can be undone.
CREATE TABLE redirect (
    from_id   TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    to_id     TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    -- What moved with it, as JSON: what undoing gives back.
    moved     TEXT NOT NULL,
    merged_by TEXT NOT NULL,
    merged_at BIGINT NOT NULL,
    CHECK (from_id <> to_id)
);
CREATE INDEX redirect_to ON redirect (to_id);
