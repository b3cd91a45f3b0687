-- Where somebody was on their way to when they asked for a mail to sign in with: a path of this server, or nothing.
ALTER TABLE sign_in ADD COLUMN next_page TEXT NOT NULL DEFAULT '';

-- Somebody was asked to write for an organisation. Of the link in the mail only the SHA-256 is kept.
CREATE TABLE invitation (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    -- In small letters.
    email           TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role IN ('editor', 'owner')),
    link            TEXT NOT NULL UNIQUE,
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    -- Accepted, withdrawn, or followed by another. Kept for a day, so that nobody is sent many.
    ended_at        BIGINT
);
CREATE UNIQUE INDEX invitation_open_key ON invitation (organisation_id, email) WHERE ended_at IS NULL;
CREATE INDEX invitation_email ON invitation (email, created_at);

-- Somebody says that an organisation is theirs.
CREATE TABLE claim (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    account_id      TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- What they say about it, for those who decide.
    note            TEXT NOT NULL DEFAULT '',
    state           TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
    -- Why it was refused, for those who asked.
    reason          TEXT NOT NULL DEFAULT '',
    created_at      BIGINT NOT NULL,
    decided_at      BIGINT,
    CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX claim_open_key ON claim (organisation_id, account_id) WHERE state = 'open';
CREATE INDEX claim_account ON claim (account_id, created_at);
CREATE INDEX claim_waiting ON claim (created_at) WHERE state = 'open';

-- What somebody wrote and did, for those who want a copy of it.
CREATE INDEX revision_author ON revision (author);
CREATE INDEX event_actor ON event (actor);
CREATE INDEX mail_recipient ON mail (recipient);
