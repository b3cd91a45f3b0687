-- What belongs to no entry: beside labels and synonyms, suggested entries that never became one. Their subject is the
-- suggestion.
CREATE TABLE word_event_next (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('label', 'synonyms', 'suggestion')),
    subject TEXT NOT NULL,
    title   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      BIGINT NOT NULL
);
INSERT INTO word_event_next (id, kind, subject, title, actor, action, reason, at)
SELECT id, kind, subject, title, actor, action, reason, at FROM word_event;
DROP TABLE word_event;
ALTER TABLE word_event_next RENAME TO word_event;
CREATE INDEX word_event_at ON word_event (at, id);
