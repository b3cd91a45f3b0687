-- Where two moderators have to agree on something that is no submission: who was the first, and to just what.
CREATE TABLE agreement (
    -- A suggestion, or two entries that become one.
    about      TEXT PRIMARY KEY,
    what       TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    at         BIGINT NOT NULL
);
CREATE INDEX agreement_account ON agreement (account_id);
