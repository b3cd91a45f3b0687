-- Links of entries that were looked at.
CREATE TABLE link_check (
    entry_id      TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    url           TEXT NOT NULL,
    checked_at    BIGINT NOT NULL,
    -- How often in a row it led nowhere, since when, and how; nothing where it works.
    failures      BIGINT NOT NULL DEFAULT 0,
    failing_since BIGINT,
    problem       TEXT,
    -- When its authors were told.
    told_at       BIGINT,
    PRIMARY KEY (entry_id, url),
    CHECK ((failures = 0) = (failing_since IS NULL))
);
CREATE INDEX link_check_failing ON link_check (failures) WHERE failures > 0;
