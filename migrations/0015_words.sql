-- What moderators call the values of vocabularies; those that are not in here are called as they are built in.
CREATE TABLE value_label (
    vocabulary TEXT NOT NULL,
    -- The fixed id of the value.
    value      TEXT NOT NULL,
    de         TEXT NOT NULL,
    en         TEXT NOT NULL,
    about_de   TEXT NOT NULL DEFAULT '',
    about_en   TEXT NOT NULL DEFAULT '',
    -- Guards writes: raised by each.
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (vocabulary, value)
);

-- What was done with labels and synonyms: they belong to no entry, as what is in `event` does.
CREATE TABLE word_event (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('label', 'synonyms')),
    -- 'topic/care', or the id of the group.
    subject TEXT NOT NULL,
    -- What it was called then.
    title   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    -- From what to what.
    reason  TEXT NOT NULL,
    at      BIGINT NOT NULL
);
CREATE INDEX word_event_at ON word_event (at, id);
