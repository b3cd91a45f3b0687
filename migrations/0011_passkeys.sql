-- A moderator's second step. Each session does it anew.
ALTER TABLE session ADD COLUMN second_step_at BIGINT;

-- What the second step is done with.
CREATE TABLE passkey (
    id            TEXT PRIMARY KEY,
    account_id    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- What its authenticator calls it, in hexadecimal digits.
    credential_id TEXT NOT NULL UNIQUE,
    -- Public key and properties, as JSON of the library.
    credential    TEXT NOT NULL,
    -- How often its authenticator says that it signed; 0 where it does not count. It may only grow.
    counter       BIGINT NOT NULL,
    -- What its owner calls it.
    name          TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    used_at       BIGINT
);
CREATE INDEX passkey_account ON passkey (account_id, created_at);

-- A passkey is being added or used: what the browser's answer must fit. Good once; another beginning replaces it.
CREATE TABLE passkey_ceremony (
    -- Of the session that began it.
    session    TEXT NOT NULL REFERENCES session (token) ON DELETE CASCADE,
    purpose    TEXT NOT NULL CHECK (purpose IN ('add', 'use')),
    -- As JSON of the library, with the name that was given.
    state      TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (session, purpose)
);
CREATE INDEX passkey_ceremony_expires ON passkey_ceremony (expires_at);
