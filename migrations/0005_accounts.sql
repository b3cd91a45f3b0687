-- Who can sign in. An account that was deleted keeps its row, without the address: what it wrote stays under its id.
CREATE TABLE account (
    id           TEXT PRIMARY KEY,
    -- In small letters.
    email        TEXT UNIQUE,
    language     TEXT NOT NULL CHECK (language IN ('de', 'en')),
    is_moderator BOOLEAN NOT NULL DEFAULT FALSE,
    created_at   BIGINT NOT NULL,
    deleted_at   BIGINT,
    CHECK ((email IS NULL) = (deleted_at IS NOT NULL))
);

-- Who writes for which organisation.
CREATE TABLE membership (
    account_id      TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    role            TEXT NOT NULL CHECK (role IN ('editor', 'owner')),
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (account_id, organisation_id)
);
CREATE INDEX membership_organisation ON membership (organisation_id);

-- Somebody asked for a mail to sign in with. Secrets are kept as SHA-256 only.
CREATE TABLE sign_in (
    id         TEXT PRIMARY KEY,
    email      TEXT NOT NULL,
    -- Of the link in the mail.
    link       TEXT NOT NULL UNIQUE,
    -- Of the code in the mail, with the id in front.
    code       TEXT NOT NULL,
    -- Of the cookie in the browser that asked: link and code are good only there.
    browser    TEXT NOT NULL,
    attempts   BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX sign_in_email ON sign_in (email, created_at);
CREATE INDEX sign_in_browser ON sign_in (browser);
CREATE INDEX sign_in_expires ON sign_in (expires_at);

CREATE TABLE session (
    -- SHA-256 of the cookie.
    token      TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_seen ON session (seen_at);

-- Mails to be sent, written in the transaction of what they tell. One that was sent is deleted: it may hold a secret.
CREATE TABLE mail (
    id         TEXT PRIMARY KEY,
    recipient  TEXT NOT NULL,
    language   TEXT NOT NULL CHECK (language IN ('de', 'en')),
    -- What it says, as JSON: texts are put together when it is sent.
    letter     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When it is to be tried next.
    due_at     BIGINT NOT NULL,
    attempts   BIGINT NOT NULL DEFAULT 0,
    -- After this it is of no use to anybody.
    expires_at BIGINT NOT NULL
);
CREATE INDEX mail_due ON mail (due_at);
