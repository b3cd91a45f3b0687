-- Since when readers are told that nobody confirmed an entry for long.
ALTER TABLE entry ADD COLUMN stale_at BIGINT;

-- The authors of an entry were asked whether it is still right, and have not answered yet.
CREATE TABLE freshness (
    entry_id    TEXT PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
    asked_at    BIGINT NOT NULL,
    reminded_at BIGINT
);

-- What the links in those mails end with, as SHA-256.
CREATE TABLE freshness_link (
    link       TEXT PRIMARY KEY,
    entry_id   TEXT NOT NULL REFERENCES freshness (entry_id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX freshness_link_entry ON freshness_link (entry_id);

-- The organisation whose members a mail is for: who leaves it is not sent it any more.
ALTER TABLE mail ADD COLUMN organisation_id TEXT;
