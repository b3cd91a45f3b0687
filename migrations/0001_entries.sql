-- An entry is a fixed root; what it says stands in its revisions. The published revision is the one in
-- state 'published': there is no second pointer that could disagree with it.
CREATE TABLE entry (
    id              TEXT PRIMARY KEY,
    kind            TEXT NOT NULL CHECK (kind IN ('project', 'lesson', 'organisation')),
    slug            TEXT NOT NULL,
    -- Title of the published revision, so that a list of names needs no documents.
    title           TEXT NOT NULL,
    organisation_id TEXT REFERENCES entry (id),
    state           TEXT NOT NULL CHECK (state IN ('unpublished', 'published', 'archived', 'removed')),
    origin          TEXT NOT NULL CHECK (origin IN ('public-sources', 'organisation')),
    -- Guards writes: raised by each; a write that names an old version changes nothing.
    version         BIGINT NOT NULL DEFAULT 1,
    created_at      BIGINT NOT NULL,
    published_at    BIGINT,
    updated_at      BIGINT NOT NULL,
    confirmed_at    BIGINT,
    UNIQUE (kind, slug)
);
CREATE INDEX entry_organisation ON entry (organisation_id);

CREATE TABLE revision (
    id             TEXT PRIMARY KEY,
    entry_id       TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    number         BIGINT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'superseded', 'changes-requested', 'rejected')),
    schema_version BIGINT NOT NULL,
    document       TEXT NOT NULL,
    author         TEXT NOT NULL,
    based_on       TEXT REFERENCES revision (id),
    created_at     BIGINT NOT NULL,
    UNIQUE (entry_id, number)
);
CREATE UNIQUE INDEX revision_published_key ON revision (entry_id) WHERE state = 'published';

CREATE TABLE event (
    id          TEXT PRIMARY KEY,
    entry_id    TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    revision_id TEXT REFERENCES revision (id) ON DELETE CASCADE,
    actor       TEXT NOT NULL,
    action      TEXT NOT NULL,
    reason      TEXT NOT NULL DEFAULT '',
    at          BIGINT NOT NULL
);
CREATE INDEX event_entry ON event (entry_id, at);

-- Which projects a lesson came from, as its published revision says.
CREATE TABLE lesson_project (
    lesson_id  TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    project_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    PRIMARY KEY (lesson_id, project_id)
);
CREATE INDEX lesson_project_project ON lesson_project (project_id);

-- Two lessons that pull in different directions. Stored once, with a_id < b_id.
CREATE TABLE contradiction (
    a_id       TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    b_id       TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    why        TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (a_id, b_id),
    CHECK (a_id < b_id)
);
CREATE INDEX contradiction_b ON contradiction (b_id);

-- The change feed: ids only, written in the transaction of the change. Everything that follows from an
-- entry (search, map, mails, dumps) reads it. The head row hands out numbers under its row lock, so that
-- numbers become visible in their order: with a database sequence a reader could pass over a number whose
-- transaction commits late.
CREATE TABLE feed_head (
    id   BIGINT PRIMARY KEY CHECK (id = 1),
    seq  BIGINT NOT NULL,
    -- Made at the first start: which feed this is. Numbers of another database's feed mean nothing here.
    feed TEXT NOT NULL
);
INSERT INTO feed_head (id, seq, feed) VALUES (1, 0, '');

CREATE TABLE change (
    seq      BIGINT PRIMARY KEY,
    entry_id TEXT NOT NULL,
    at       BIGINT NOT NULL
);
