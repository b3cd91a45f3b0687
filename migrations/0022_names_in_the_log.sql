-- On PostgreSQL the rules of this table were named after the one that 0021 copied it into. Here it is as if made at once.
DROP INDEX word_event_at;
ALTER TABLE word_event RENAME TO word_event_before;
CREATE TABLE word_event (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('label', 'synonyms', 'suggestion')),
    -- 'topic/care', the id of the group, or that of the suggestion.
    subject TEXT NOT NULL,
    -- What it was called then.
    title   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    -- From what to what, or why.
    reason  TEXT NOT NULL,
    at      BIGINT NOT NULL
);
INSERT INTO word_event (id, kind, subject, title, actor, action, reason, at)
SELECT id, kind, subject, title, actor, action, reason, at FROM word_event_before;
DROP TABLE word_event_before;
CREATE INDEX word_event_at ON word_event (at, id);
