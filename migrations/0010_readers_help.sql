-- A reader says that something is wrong with an entry. Of the link to its state only the SHA-256 is kept.
CREATE TABLE report (
    id          TEXT PRIMARY KEY,
    entry_id    TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    link        TEXT NOT NULL UNIQUE,
    reason      TEXT NOT NULL CHECK (reason IN ('wrong', 'duplicate', 'advertising', 'personal-data', 'rights', 'offensive', 'other')),
    text        TEXT NOT NULL,
    -- In small letters, where one was given; gone some time after it was answered.
    email       TEXT,
    language    TEXT NOT NULL CHECK (language IN ('de', 'en')),
    -- Empty where it was closed without words.
    answer      TEXT NOT NULL DEFAULT '',
    created_at  BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT
);
CREATE INDEX report_open ON report (entry_id, created_at) WHERE answered_at IS NULL;
CREATE INDEX report_entry ON report (entry_id, created_at);
CREATE INDEX report_email ON report (email, created_at) WHERE email IS NOT NULL;
CREATE INDEX report_answered ON report (answered_at) WHERE answered_at IS NOT NULL;

-- A reader suggests other words for some fields of an entry, or a new entry. Of the link only the SHA-256 is kept.
CREATE TABLE suggestion (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('project', 'lesson', 'organisation')),
    -- None until a new entry is accepted.
    entry_id     TEXT REFERENCES entry (id) ON DELETE CASCADE,
    is_new       BOOLEAN NOT NULL,
    -- Counted within the entry once it is confirmed.
    number       BIGINT,
    -- What was public when it was written.
    based_on     TEXT REFERENCES revision (id) ON DELETE SET NULL,
    -- JSON: of each field that differs, what it said and what it should say.
    changes      TEXT NOT NULL,
    -- Of a new entry, whose it is, in words.
    organisation TEXT NOT NULL DEFAULT '',
    why          TEXT NOT NULL,
    -- In small letters; gone some time after the decision.
    email        TEXT,
    language     TEXT NOT NULL CHECK (language IN ('de', 'en')),
    link         TEXT NOT NULL UNIQUE,
    state        TEXT NOT NULL CHECK (state IN ('unconfirmed', 'open', 'handed-in', 'published', 'declined')),
    -- Why it was declined.
    reason       TEXT NOT NULL DEFAULT '',
    decided_by   TEXT,
    -- What came of it.
    revision_id  TEXT REFERENCES revision (id) ON DELETE SET NULL,
    created_at   BIGINT NOT NULL,
    confirmed_at BIGINT,
    decided_at   BIGINT,
    UNIQUE (entry_id, number),
    CHECK ((state = 'unconfirmed') = (confirmed_at IS NULL)),
    CHECK ((state IN ('unconfirmed', 'open')) = (decided_at IS NULL)),
    CHECK (is_new OR entry_id IS NOT NULL)
);
CREATE INDEX suggestion_open ON suggestion (confirmed_at) WHERE state = 'open';
CREATE INDEX suggestion_unconfirmed ON suggestion (created_at) WHERE state = 'unconfirmed';
CREATE INDEX suggestion_email ON suggestion (email, created_at) WHERE email IS NOT NULL;
CREATE INDEX suggestion_decided ON suggestion (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX suggestion_based_on ON suggestion (based_on);
CREATE INDEX suggestion_revision ON suggestion (revision_id);
